import type { CommandContext } from "#app/commands/context.ts";
import { castBallots, type BallotForm, type CastAnswer } from "#app/commands/voting/cast-ballots.ts";
import { openRound } from "#app/commands/voting/open-round.ts";
import { prepareRound, type RoundPreparation } from "#app/commands/voting/prepare-round.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import type { Db } from "#db/client.ts";
import { actorOf } from "#db/queries/people.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import { freshDatabase } from "#test/support/database.ts";

export const at = (time: string) => (time.includes("T") ? `${time}:00.000Z` : `2026-11-05T${time}:00.000Z`) as Instant;

export type Chamber = Awaited<ReturnType<typeof aChamber>>;

/**
 * Expertgroep GGI-Veilig with voting seats `lid1`…, a voorzitter `vera`, a secretaris `sam`, the Adviesraad beside it with
 * `raad1`…, `rob` (voorzitter) and `rita` (secretaris), an outsider `gemeente`, a beheerder, and a clock you can set. It is half past nine.
 */
export async function aChamber({ seats = 5, councilSeats = 3 }: { seats?: number; councilSeats?: number } = {}) {
  const db = await freshDatabase();
  let clock = at("09:30");
  let serial = 0;
  const resources = { db, now: () => clock, newId: () => `id-${String(++serial).padStart(6, "0")}` };

  await addBody(db, { id: "veilig", prefix: "VEI", kind: "expertgroep", members: seats, memberPrefix: "lid", chair: "vera", secretary: "sam", position: 1 });
  await addBody(db, { id: "adviesraad", prefix: "ADV", kind: "adviesraad", members: councilSeats, memberPrefix: "raad", chair: "rob", secretary: "rita", position: 2 });
  await addPerson(db, "gemeente", null);
  await addPerson(db, "beheer", null, true);

  return {
    db,
    resources,
    clockStrikes: (time: string) => void (clock = at(time)),
    async as(personId: string): Promise<CommandContext> {
      return { ...resources, actor: personId === "stranger" ? STRANGER : await actorOf(db, personId, clock) };
    },
    proposal: (serialNumber: number, changes: Partial<ProposalSeed> = {}) => addProposal(db, serialNumber, changes),
  };
}

/** A round on these proposals from ten to eleven, prepared and, unless said otherwise, opened; the clock then stands at half past ten. */
export async function aRound(chamber: Chamber, changes: Partial<RoundPreparation> = {}, { isOpened = true } = {}): Promise<string> {
  const secretary = await chamber.as(changes.bodyId === "adviesraad" ? "rita" : "sam");
  const prepared = await prepareRound(secretary, {
    ...{ bodyId: "veilig", title: "Eisen aan monitoring", explanation: "", kind: "besluit", proposalIds: ["p1"], rule: ruleOf("gewoon") },
    ...{ visibility: "openbaar", opensAt: at("10:00"), closesAt: at("11:00"), ...changes },
  });
  if (!prepared.ok) throw new Error(prepared.refusal);
  const roundId = prepared.value.id;
  if (isOpened) {
    const opened = await openRound(secretary, { roundId });
    if (!opened.ok) throw new Error(opened.refusal);
    chamber.clockStrikes("10:30");
  }
  return roundId;
}

let nonces = 0;

/** One ballot of `lidN` on the first item (or the item at `position`), with anything changed that the test is about. */
export async function vote(chamber: Chamber, roundId: string, personId: string, choice: string, changes: Partial<BallotForm> & { position?: number; seatId?: string } = {}): Promise<CastAnswer> {
  const { position = 1, seatId = `seat-${personId}`, ...form } = changes;
  const item = (await listItems(chamber.db, roundId))[position - 1];
  if (!item) throw new Error(`no item ${position}`);
  const ballot = { itemId: item.id, nonce: `nonce-${++nonces}`, textHash: item.textHash ?? "", choice, motivation: "", ...form };
  return castBallots(await chamber.as(personId), { roundId, seatId, ballots: [ballot] });
}

/** `["voor", "voor", "tegen"]`: lid1, lid2 and lid3 vote that, in a row. */
export async function votes(chamber: Chamber, roundId: string, choices: readonly string[], prefix = "lid"): Promise<void> {
  for (const [index, choice] of choices.entries()) {
    const cast = await vote(chamber, roundId, `${prefix}${index + 1}`, choice, choice === "akkoord_mits" ? { condition: "mits het ook 's nachts geldt" } : {});
    if (!cast.ok) throw new Error(cast.refusal);
  }
}

interface BodySeed {
  id: string;
  prefix: string;
  kind: "expertgroep" | "adviesraad";
  members: number;
  memberPrefix: string;
  chair: string;
  secretary: string;
  position: number;
}

async function addBody(db: Db, body: BodySeed): Promise<void> {
  const { id, prefix, kind, position } = body;
  await db.insertInto("body").values({ id, slug: id, name: `Gremium ${id}`, prefix, kind, purpose: "", default_tlp: "CLEAR", position }).execute();
  for (let n = 1; n <= body.members; n++) await addMember(db, id, `${body.memberPrefix}${n}`, "member", true);
  await addMember(db, id, body.chair, "chair", false);
  await addMember(db, id, body.secretary, "secretary", false);
}

async function addMember(db: Db, bodyId: string, personId: string, role: "chair" | "secretary" | "member", isVoting: boolean): Promise<void> {
  const organisationId = `org-${personId}`;
  await db
    .insertInto("organisation")
    .values({ id: organisationId, kind: "gemeente", name: `Gemeente ${personId}`, name_key: `gemeente ${personId}`, code: null, province: "Utrecht", inhabitants: 1000 })
    .execute();
  await addPerson(db, personId, organisationId);
  await db.insertInto("seat").values({ id: `seat-${personId}`, body_id: bodyId, organisation_id: organisationId, is_voting: isVoting ? 1 : 0, weight: 1, from: at("00:00") }).execute();
  await db.insertInto("membership").values({ id: `member-${personId}`, seat_id: `seat-${personId}`, person_id: personId, role, from: at("00:00") }).execute();
}

async function addPerson(db: Db, id: string, organisationId: string | null, isAdmin = false): Promise<void> {
  await db
    .insertInto("person")
    .values({ id, name: `Persoon ${id}`, email: `${id}@voorbeeld.test`, email_key: `${id}@voorbeeld.test`, organisation_id: organisationId, is_admin: isAdmin ? 1 : 0, is_municipal_admin: 0, is_demo: 0, created_at: at("00:00") })
    .execute();
}

interface ProposalSeed {
  /** slugs of components */
  components?: readonly string[];
  bodyId: string;
  state: ProposalState;
  tlp: Tlp;
  title: string;
  statement: string;
}

async function addProposal(db: Db, serial: number, changes: Partial<ProposalSeed>): Promise<string> {
  const seed: ProposalSeed = { bodyId: "veilig", state: "under_discussion", tlp: "CLEAR", title: `Voorstel ${serial}`, statement: `De leverancier doet ${serial}.`, ...changes };
  const id = `p${serial}`;
  await db
    .insertInto("proposal")
    .values({
      ...{ id, number: `VEI-${String(serial).padStart(3, "0")}`, body_id: seed.bodyId, kind: "eis", state: seed.state, tlp: seed.tlp, title: seed.title, title_key: seed.title.toLowerCase() },
      ...{ current_version: 1, created_by: "sam", created_at: at("00:00"), updated_at: at("00:00"), shared_at: at("00:00") },
    })
    .execute();
  await addVersion(db, id, 1, seed);
  return id;
}

export async function addVersion(db: Db, proposalId: string, number: number, { title, statement, components = [] }: { title: string; statement: string; components?: readonly string[] }): Promise<void> {
  await db
    .insertInto("proposal_version")
    .values({
      ...{ id: `${proposalId}-v${number}`, proposal_id: proposalId, number, title, statement, rationale: "", acceptance: "", source: "", moscow: "must", weight: null },
      ...{ components: JSON.stringify(components), needs: "[]", policy_areas: "[]", controls: "[]", why: "", author_id: "sam", created_at: at("00:00"), text_hash: `hash-${proposalId}-${number}` },
    })
    .execute();
  await db.updateTable("proposal").set({ current_version: number }).where("id", "=", proposalId).execute();
}
