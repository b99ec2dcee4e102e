import type { Draft } from "#app/commands/proposals/draft-proposal.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import type { VersionText } from "#db/queries/proposal-writes.ts";
import { aChamber, at, type Chamber } from "#test/support/voting.ts";

/** The chamber of the votes with what drafting needs beside it: two components, a need, a policy area. */
export async function aDraftingTable(): Promise<Chamber> {
  const chamber = await aChamber({ seats: 3 });
  await chamber.db
    .insertInto("component")
    .values([
      { id: "c-veilig", slug: "ggi-veilig", name: "GGI-Veilig", summary: "", position: 1 },
      { id: "c-netwerk", slug: "ggi-netwerk", name: "GGI-Netwerk", summary: "", position: 2 },
    ])
    .execute();
  const need = { statement: "", kind: "shared" as const, body_id: null, submitted_by: null, organisation_id: null, created_at: at("00:00"), joined_to: null, answer: null, answered_by: null, answered_at: null };
  await chamber.db
    .insertInto("need")
    .values([
      { ...need, id: "n1", number: "BEH-001", title: "Weten wat er gebeurt", state: "accepted" },
      { ...need, id: "n2", number: "BEH-002", title: "Nog niet beoordeeld", state: "submitted" },
    ])
    .execute();
  await chamber.db.insertInto("policy_area").values({ id: "a1", slug: "informatieveiligheid", name: "Informatieveiligheid", position: 1 }).execute();
  return chamber;
}

/** A complete text of an eis, with anything changed that the test is about. */
export const aText = (changes: Partial<VersionText> = {}): VersionText => ({
  title: "Ernstig incident melden",
  statement: "De leverancier meldt een incident binnen 60 minuten.",
  rationale: "Bij een aanval telt elke minuut.",
  acceptance: "De leverancier toont de meldtijden.",
  source: "BIO2",
  moscow: "must",
  weight: null,
  components: ["ggi-veilig"],
  needs: ["BEH-001"],
  policyAreas: ["informatieveiligheid"],
  controls: ["BIO2 6.8"],
  ...changes,
});

/** A draft by `lid1` of Veilig, CLEAR unless said otherwise; answers its number. */
export async function aDraft(chamber: Chamber, changes: Partial<Draft> = {}): Promise<string> {
  const drafted = await draftProposal(await chamber.as("lid1"), { ...aText(), body: "veilig", kind: "eis", tlp: "CLEAR", ...changes });
  if (!drafted.ok) throw new Error(drafted.refusal);
  return drafted.value.number;
}

/** The same, put under discussion by the voorzitter. */
export async function aProposal(chamber: Chamber, changes: Partial<Draft> = {}): Promise<string> {
  const number = await aDraft(chamber, changes);
  const discussed = await putUnderDiscussion(await chamber.as("vera"), { number });
  if (!discussed.ok) throw new Error(discussed.refusal);
  return number;
}

/** What the log says, oldest first: who did what. */
export async function theLog(chamber: Chamber): Promise<string[]> {
  const rows = await chamber.db.selectFrom("event").select(["actor_id", "act"]).orderBy("chain").orderBy("sequence").execute();
  return rows.map((row) => `${row.actor_id ?? "-"} ${row.act}`);
}
