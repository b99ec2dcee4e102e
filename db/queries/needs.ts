import type { Actor } from "#app/domain/access/actor.ts";
import type { CoveredNeed } from "#app/domain/needs/coverage.ts";
import type { NeedState } from "#app/domain/needs/need.ts";
import { ENDORSED_STATES } from "#app/domain/requirement-sets/requirement-set.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { countRows } from "../portable.ts";
import { visibleTo } from "./visibility.ts";

export interface NeedRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: NeedState;
}

/** The accepted needs in order of number: the rows of the matrix. */
export async function listNeeds(db: Db): Promise<NeedRow[]> {
  return db.selectFrom("need").select(["id", "number", "title", "state"]).where("state", "=", "accepted").orderBy("number").execute();
}

/** Which component belongs to which need. */
export async function listTicks(db: Db): Promise<{ needId: string; componentId: string }[]> {
  const rows = await db.selectFrom("need_component").select(["need_id", "component_id"]).execute();
  return rows.map((row) => ({ needId: row.need_id, componentId: row.component_id }));
}

/** Per need, component and state: how many proposals this actor may see. */
export async function countServing(db: Db, actor: Actor) {
  return db
    .selectFrom("proposal_need")
    .innerJoin("proposal", "proposal.id", "proposal_need.proposal_id")
    .innerJoin("proposal_component", "proposal_component.proposal_id", "proposal.id")
    .select(["proposal_need.need_id as needId", "proposal_component.component_id as componentId", "proposal.state", countRows().as("amount")])
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .groupBy(["proposal_need.need_id", "proposal_component.component_id", "proposal.state"])
    .execute();
}

/** Every accepted need with the day from which it counts, and the day of the first adoption of an eis or wens that serves it and that the actor may see. */
export async function listCoverage(db: Db, actor: Actor): Promise<CoveredNeed[]> {
  const needs = await db.selectFrom("need").select(["id", "created_at", "answered_at"]).where("state", "=", "accepted").execute();
  const adopted = await db
    .selectFrom("proposal_need")
    .innerJoin("proposal", "proposal.id", "proposal_need.proposal_id")
    .innerJoin("proposal_step as step", "step.proposal_id", "proposal.id")
    .select(["proposal_need.need_id as needId", (eb) => eb.fn.min("step.at").as("first")])
    .where("step.to_state", "=", "adopted")
    .where("proposal.kind", "in", ["eis", "wens"])
    .where("proposal.state", "in", [...ENDORSED_STATES])
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .groupBy("proposal_need.need_id")
    .execute();
  const first = new Map(adopted.map(({ needId, first: at }) => [needId, dutchDay(at)]));
  return needs.map(({ id, created_at, answered_at }) => ({ since: dutchDay(answered_at ?? created_at), coveredFrom: first.get(id) ?? null }));
}

/** The components in their own order. */
export const listComponents = (db: Db) => db.selectFrom("component").select(["id", "slug", "name"]).orderBy("position").execute();

/** Needs that wait for an answer: of bodies where the actor is secretaris, and those of the own organisation. */
export async function listWaiting(db: Db, bodyIds: readonly string[], organisationId: string | null) {
  if (bodyIds.length === 0 && organisationId === null) return [];
  return db
    .selectFrom("need")
    .innerJoin("organisation", "organisation.id", "need.organisation_id")
    .innerJoin("body", "body.id", "need.body_id")
    .select(["need.number", "need.title", "need.created_at as createdAt", "organisation.name as organisation", "body.name as body"])
    .where("need.state", "=", "submitted")
    .where((eb) => {
      const reasons = [];
      if (bodyIds.length > 0) reasons.push(eb("need.body_id", "in", bodyIds));
      if (organisationId !== null) reasons.push(eb("need.organisation_id", "=", organisationId));
      return eb.or(reasons);
    })
    .orderBy("need.created_at")
    .execute();
}

/** One need with who asked and what was answered. */
export async function findNeed(db: Db, number: string) {
  const row = await db
    .selectFrom("need")
    .leftJoin("organisation", "organisation.id", "need.organisation_id")
    .leftJoin("body", "body.id", "need.body_id")
    .leftJoin("person", "person.id", "need.answered_by")
    .leftJoin("need as target", "target.id", "need.joined_to")
    .select([
      "need.id", "need.number", "need.title", "need.statement", "need.kind", "need.state", "need.body_id as bodyId", "need.organisation_id as organisationId", "need.created_at as createdAt",
      "need.answer", "need.answered_at as answeredAt", "organisation.name as organisation", "body.name as body", "person.name as answeredBy", "target.number as targetNumber", "target.title as targetTitle",
    ])
    .where("need.number", "=", number)
    .executeTakeFirst();
  return row ?? null;
}

/** The proposals that serve a need, as far as this actor may see them; newest first. */
export async function listServing(db: Db, actor: Actor, needId: string) {
  return db
    .selectFrom("proposal_need")
    .innerJoin("proposal", "proposal.id", "proposal_need.proposal_id")
    .select(["proposal.number", "proposal.title", "proposal.state", "proposal.kind"])
    .where("proposal_need.need_id", "=", needId)
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .orderBy("proposal.updated_at", "desc")
    .limit(100)
    .execute();
}

export async function insertNeed(
  trx: Trx,
  need: { id: string; number: string; title: string; statement: string; bodyId: string; submittedBy: string; organisationId: string; createdAt: Instant; componentIds: readonly string[] },
): Promise<void> {
  await trx
    .insertInto("need")
    .values({
      id: need.id, number: need.number, title: need.title, statement: need.statement, kind: "submitted", state: "submitted", body_id: need.bodyId, submitted_by: need.submittedBy,
      organisation_id: need.organisationId, created_at: need.createdAt, joined_to: null, answer: null, answered_by: null, answered_at: null,
    })
    .execute();
  if (need.componentIds.length > 0) {
    await trx.insertInto("need_component").values(need.componentIds.map((component_id) => ({ need_id: need.id, component_id }))).execute();
  }
}

/** False when somebody else answered first. */
export async function answerNeedAs(trx: Trx, id: string, { state, answer, by, at, joinedTo }: { state: NeedState; answer: string; by: string; at: Instant; joinedTo: string | null }): Promise<boolean> {
  const row = await trx
    .updateTable("need")
    .set({ state, answer, answered_by: by, answered_at: at, joined_to: joinedTo })
    .where("id", "=", id)
    .where("state", "=", "submitted")
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The expert groups that may be asked for something. */
export const listExpertGroups = (db: Db) =>
  db.selectFrom("body").select(["id", "name"]).where("kind", "=", "expertgroep").where("ended_at", "is", null).orderBy("position").execute();
