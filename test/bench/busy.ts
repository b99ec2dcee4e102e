/* A proposal on which many hands worked: fifty versions, three hundred comments, forty amendments; made through the commands. */
import { addVersion } from "#app/commands/proposals/add-version.ts";
import { commentOnVersion } from "#app/commands/proposals/comment-on-version.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { submitAmendment } from "#app/commands/proposals/submit-amendment.ts";
import { instant } from "#app/domain/shared/instant.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import { inTransaction, openDatabase } from "#db/client.ts";
import { actorOf } from "#db/queries/people.ts";

const [VERSIONS, COMMENTS, AMENDMENTS] = [50, 300, 40];

/** Makes it in the database at `url` and returns its number. */
export async function aBusyProposal(url: string): Promise<string> {
  const db = await openDatabase(url);
  const now = () => instant(new Date());
  const as = async (name: string) => {
    const person = await db.selectFrom("person").select("id").where("email", "=", `${name}@demo.ggi`).executeTakeFirstOrThrow();
    return { now, newId: uuid7, actor: await actorOf(db, person.id, now()) };
  };
  const [author, member, chair] = [await as("lid1.netwerk"), await as("lid2.netwerk"), await as("voorzitter.netwerk")];
  const text = {
    ...{ title: "Een eis waar velen aan schreven", statement: "De leverancier meldt een storing binnen 60 minuten aan de gemeente.", rationale: "Elke minuut telt.", acceptance: "De meldtijden van een jaar." },
    ...{ source: "", moscow: "must" as const, weight: null, components: ["ggi-netwerk"], needs: [], policyAreas: [], controls: [] },
  };
  const number = await inTransaction(db, async (trx) => {
    const made = await draftProposal({ ...author, db: trx }, { ...text, body: "netwerk", kind: "eis", tlp: "CLEAR" });
    if (!made.ok) throw new Error(made.refusal);
    const { number: given } = made.value;
    must(await putUnderDiscussion({ ...chair, db: trx }, { number: given }));
    for (let version = 1; version < VERSIONS; version++) must(await addVersion({ ...author, db: trx }, { ...text, rationale: `Elke minuut telt. Bespreking ${version}.`, number: given, basedOn: version, why: `Bespreking ${version}` }));
    for (let place = 1; place <= COMMENTS; place++) must(await commentOnVersion({ ...member, db: trx }, { number: given, version: VERSIONS, statement: `Reactie ${place}: kan dit korter?`, quote: "binnen 60 minuten" }));
    const current = { ...text, rationale: `Elke minuut telt. Bespreking ${VERSIONS - 1}.` };
    for (let place = 1; place <= AMENDMENTS; place++) must(await submitAmendment({ ...member, db: trx }, { number: given, basedOn: VERSIONS, parent: null, text: { ...current, statement: `De leverancier meldt een storing binnen ${place} minuten aan de gemeente.` }, reason: "Sneller" }));
    return given;
  });
  await db.destroy();
  return number;
}

function must(answer: { readonly ok: true } | { readonly ok: false; readonly refusal: string }): void {
  if (!answer.ok) throw new Error(answer.refusal);
}
