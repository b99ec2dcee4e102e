import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { initiativeNumber, type Approach, type InitiativeState } from "#app/domain/portfolio/initiative.ts";
import { stateAt, type Advice, type ProposalState } from "#app/domain/proposals/proposal.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { nextNumber } from "./counters.ts";
import { visibleTo } from "./visibility.ts";
import { sha256 } from "../hash.ts";

/** The body that decides on the portfolio, or null when the portal has none. */
export async function findPortfolioBody(db: Db): Promise<{ id: string; slug: string; name: string } | null> {
  return (await db.selectFrom("body").select(["id", "slug", "name"]).where("kind", "=", "taskforce").where("ended_at", "is", null).orderBy("position").executeTakeFirst()) ?? null;
}

export const nextInitiativeNumber = async (trx: Trx): Promise<string> => initiativeNumber(await nextNumber(trx, "initiative"));

export interface InitiativeRow {
  readonly title: string;
  readonly summary: string;
  readonly componentId: string;
  readonly approach: Approach;
  readonly costFrom: number | null;
  readonly costTo: number | null;
  readonly tlp: Tlp;
  readonly publicTitle: string | null;
  readonly publicSummary: string | null;
}

const columns = (row: InitiativeRow, at: Instant) => ({
  ...{ title: row.title, summary: row.summary, component_id: row.componentId, approach: row.approach, cost_from: row.costFrom, cost_to: row.costTo },
  ...{ tlp: row.tlp, public_title: row.publicTitle, public_summary: row.publicSummary, updated_at: at },
});

export async function insertInitiative(trx: Trx, row: InitiativeRow & { readonly id: string; readonly number: string; readonly bodyId: string; readonly createdBy: string; readonly at: Instant }): Promise<void> {
  await trx
    .insertInto("initiative")
    .values({ ...columns(row, row.at), id: row.id, number: row.number, body_id: row.bodyId, state: "voorgesteld", on_hold_until: null, question: null, decision_id: null, created_by: row.createdBy, created_at: row.at })
    .execute();
}

/** False when it is no longer in the state in which it was found: then its text stands. A hold whose day came is over. */
export async function updateInitiative(trx: Trx, { id, storedState }: Pick<InitiativeForAct, "id" | "storedState">, row: InitiativeRow, at: Instant): Promise<boolean> {
  const changed = await trx.updateTable("initiative").set({ ...columns(row, at), state: "voorgesteld", on_hold_until: null }).where("id", "=", id).where("state", "=", storedState).returning("id").executeTakeFirst();
  return changed !== undefined;
}

/** Changes with everything that the form of an initiative shows: what a form carries along to tell whether another changed it meanwhile. */
export async function initiativeStamp(db: Db, id: string): Promise<string> {
  const row = await db.selectFrom("initiative").select(["title", "summary", "component_id", "approach", "cost_from", "cost_to", "public_title", "public_summary"]).where("id", "=", id).executeTakeFirst();
  const proposals = await db.selectFrom("initiative_proposal").select("proposal_id").where("initiative_id", "=", id).orderBy("proposal_id").execute();
  return sha256(canonicalJson({ ...row, proposals: proposals.map(({ proposal_id }) => proposal_id) }));
}

export interface InitiativeForAct {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly summary: string;
  readonly componentId: string;
  readonly bodyId: string;
  /** the state now: a hold whose day came counts as proposed */
  readonly state: InitiativeState;
  readonly storedState: InitiativeState;
  readonly tlp: Tlp;
  readonly publicTitle: string | null;
  readonly publicSummary: string | null;
}

const forAct = (db: Db) =>
  db.selectFrom("initiative").select(["id", "number", "title", "summary", "component_id", "body_id", "state", "on_hold_until", "tlp", "public_title", "public_summary"]);
type ForActRow = Awaited<ReturnType<ReturnType<typeof forAct>["executeTakeFirstOrThrow"]>>;
const toInitiative = (row: ForActRow, today: Day): InitiativeForAct => ({
  ...{ id: row.id, number: row.number, title: row.title, summary: row.summary, componentId: row.component_id, bodyId: row.body_id, tlp: row.tlp },
  ...{ state: initiativeStateAt(row.state, row.on_hold_until, today), storedState: row.state, publicTitle: row.public_title, publicSummary: row.public_summary },
});

/**
 * The initiative with this number, if the actor may know of it: for commands, which ask themselves whether they may act on it.
 * It is held until the commit, so that nobody changes its proposals or its place while another decides.
 */
export async function findInitiativeForAct(trx: Trx, actor: Actor, number: string, today: Day): Promise<InitiativeForAct | null> {
  await trx.updateTable("initiative").set((eb) => ({ updated_at: eb.ref("updated_at") })).where("number", "=", number).execute();
  const row = await forAct(trx)
    .where("number", "=", number)
    .where((eb) => eb.or([visibleTo(actor, "initiative"), eb("public_title", "is not", null)]))
    .executeTakeFirst();
  return row ? toInitiative(row, today) : null;
}

export async function findInitiativeForActById(trx: Trx, id: string, today: Day): Promise<InitiativeForAct | null> {
  const row = await forAct(trx).where("id", "=", id).executeTakeFirst();
  return row ? toInitiative(row, today) : null;
}

/** A hold is over on its day, without anybody doing anything. */
export const initiativeStateAt = (state: InitiativeState, until: Day | null, today: Day): InitiativeState => (state === "aangehouden" && until !== null && until <= today ? "voorgesteld" : state);

export interface InitiativeProposal {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: "eis" | "wens" | "advies";
  readonly state: ProposalState;
  readonly version: number;
  readonly tlp: Tlp;
  readonly bodyName: string;
  /** what the Adviesraad said; it travels along */
  readonly advice: Advice | null;
  readonly points: string | null;
  /** whether the Taskforce answered it by itself, outside an initiative */
  readonly isAnswered: boolean;
}

const proposals = (db: Db) =>
  db
    .selectFrom("proposal")
    .innerJoin("body", "body.id", "proposal.body_id")
    .leftJoin("advice_answer", "advice_answer.proposal_id", "proposal.id")
    .select(["advice_answer.id as answer_id", "proposal.id", "proposal.number", "proposal.title", "proposal.kind", "proposal.state", "proposal.current_version", "proposal.tlp", "proposal.on_hold_until", "proposal.advice", "proposal.advice_points", "body.name as bodyName"]);
type ProposalRow = Awaited<ReturnType<ReturnType<typeof proposals>["executeTakeFirstOrThrow"]>>;
const toProposal = (row: ProposalRow, today: Day): InitiativeProposal => ({
  ...{ id: row.id, number: row.number, title: row.title, kind: row.kind, version: row.current_version, tlp: row.tlp, bodyName: row.bodyName, advice: row.advice as Advice | null, points: row.advice_points, isAnswered: row.answer_id !== null },
  state: stateAt(row.state, row.on_hold_until, today),
});

/** The proposals that an initiative holds or held, in order of number; only those `actor` may see, or all for a command (null). */
export async function listProposalsIn(db: Db, initiativeId: string, today: Day, actor: Actor | null): Promise<InitiativeProposal[]> {
  const rows = await proposals(db)
    .innerJoin("initiative_proposal", "initiative_proposal.proposal_id", "proposal.id")
    .where("initiative_proposal.initiative_id", "=", initiativeId)
    .$if(actor !== null, (query) => query.where(visibleTo(actor as Actor, "proposal", { shared: "shared_at" })))
    .orderBy("proposal.number")
    .execute();
  return rows.map((row) => toProposal(row, today));
}

/** The proposals that wait in the portfolio and stand in no live initiative, or in this one; as far as `actor` may see them; only those `numbers` when given. */
export async function listReadyProposals(db: Db, actor: Actor, today: Day, inInitiative: string | null, numbers: readonly string[] | null = null): Promise<InitiativeProposal[]> {
  const rows = await proposals(db)
    .where("proposal.state", "in", ["in_portfolio", "on_hold"])
    .$if(numbers !== null, (query) => query.where("proposal.number", "in", [...(numbers ?? [])]))
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom("initiative_proposal").select("initiative_id").whereRef("initiative_proposal.proposal_id", "=", "proposal.id").where("is_live", "=", 1).where("initiative_id", "!=", inInitiative ?? "-"),
        ),
      ),
    )
    .orderBy("proposal.number")
    .limit(300)
    .execute();
  return rows.map((row) => toProposal(row, today)).filter(({ state }) => state === "in_portfolio");
}

/** Holds these proposals until the commit, so that no other initiative takes one meanwhile. */
export async function lockProposals(trx: Trx, ids: readonly string[]): Promise<void> {
  for (const id of [...ids].sort()) await trx.updateTable("proposal").set((eb) => ({ updated_at: eb.ref("updated_at") })).where("id", "=", id).execute();
}

/** Gives an initiative exactly these proposals. */
export async function replaceProposals(trx: Trx, initiativeId: string, proposalIds: readonly string[], at: Instant): Promise<void> {
  const present = (await trx.selectFrom("initiative_proposal").select("proposal_id").where("initiative_id", "=", initiativeId).execute()).map((row) => row.proposal_id);
  const gone = present.filter((id) => !proposalIds.includes(id));
  const added = proposalIds.filter((id) => !present.includes(id));
  if (gone.length > 0) await trx.deleteFrom("initiative_proposal").where("initiative_id", "=", initiativeId).where("proposal_id", "in", gone).execute();
  if (added.length > 0) await trx.insertInto("initiative_proposal").values(added.map((proposal_id) => ({ initiative_id: initiativeId, proposal_id, is_live: 1 as const, added_at: at }))).execute();
}

/** Lets the proposals go: they may stand in another initiative. The history keeps that they stood here. */
export async function releaseProposals(trx: Trx, initiativeId: string): Promise<void> {
  await trx.updateTable("initiative_proposal").set({ is_live: 0 }).where("initiative_id", "=", initiativeId).execute();
}

/** False when it was no longer in `from`: the update itself decides whose decision was first. */
export async function setInitiativeState(
  trx: Trx,
  id: string,
  change: { readonly from: InitiativeState; readonly to: InitiativeState; readonly until: Day | null; readonly question: string | null; readonly at: Instant },
): Promise<boolean> {
  const row = await trx
    .updateTable("initiative")
    .set({ state: change.to, on_hold_until: change.until, question: change.question, updated_at: change.at })
    .where("id", "=", id)
    .where("state", "=", change.from)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The decision that settled it, once that stands in the register. */
export async function nameDecision(trx: Trx, id: string, decisionId: string): Promise<void> {
  await trx.updateTable("initiative").set({ decision_id: decisionId }).where("id", "=", id).execute();
}
