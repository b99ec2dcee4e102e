import { sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { maySee, type Tlp } from "#app/domain/access/visibility.ts";
import type { AdviceSubject, AnswerKind } from "#app/domain/portfolio/advice.ts";
import { stateAt, type ProposalState } from "#app/domain/proposals/proposal.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { visibleTo } from "./visibility.ts";

/** An advies of the Adviesraad as this reader may know it, with where it went. */
export interface AdviceRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly bodyId: string;
  readonly state: ProposalState;
  readonly tlp: Tlp;
  readonly version: number;
  readonly subject: AdviceSubject | null;
  readonly answer: { readonly kind: AnswerKind; readonly decision: string; readonly at: Instant } | null;
  /** the live initiative that carries it, as far as this reader may know of it */
  readonly initiative: string | null;
  readonly isInInitiative: boolean;
  readonly updatedAt: Instant;
}

/** Every advies that this reader may see, newest first. */
export async function listAdvices(db: Db, actor: Actor, today: Day, subject?: AdviceSubject): Promise<AdviceRow[]> {
  const rows = await advices(db, actor)
    .$if(subject !== undefined, (query) => query.where("advice_subject.subject", "=", subject ?? "organisatie"))
    .orderBy("proposal.updated_at", "desc")
    .limit(200)
    .execute();
  return rows.map((row) => toAdvice(row, actor, today));
}

export async function findAdvice(db: Db, actor: Actor, number: string, today: Day): Promise<AdviceRow | null> {
  const row = await advices(db, actor).where("proposal.number", "=", number).executeTakeFirst();
  return row ? toAdvice(row, actor, today) : null;
}

/** What was offered to the Taskforce and is not in an initiative nor answered: that waits for its bureau. */
export async function listAdvicesToAnswer(db: Db, actor: Actor, today: Day): Promise<AdviceRow[]> {
  const rows = await advices(db, actor).where("proposal.state", "in", ["in_portfolio", "on_hold"]).where("advice_answer.id", "is", null).where("initiative_proposal.initiative_id", "is", null).orderBy("proposal.number").limit(50).execute();
  return rows.map((row) => toAdvice(row, actor, today));
}

export async function upsertSubject(trx: Trx, of: { readonly proposalId: string; readonly subject: AdviceSubject; readonly by: string; readonly at: Instant }): Promise<void> {
  const values = { subject: of.subject, changed_by: of.by, changed_at: of.at };
  await trx.insertInto("advice_subject").values({ proposal_id: of.proposalId, ...values }).onConflict((oc) => oc.column("proposal_id").doUpdateSet(values)).execute();
}

/** False when there is an answer already. */
export async function insertAnswer(trx: Trx, answer: { readonly id: string; readonly proposalId: string; readonly kind: AnswerKind; readonly decisionId: string; readonly by: string; readonly at: Instant }): Promise<boolean> {
  const row = await trx
    .insertInto("advice_answer")
    .values({ id: answer.id, proposal_id: answer.proposalId, kind: answer.kind, decision_id: answer.decisionId, answered_by: answer.by, answered_at: answer.at })
    .onConflict((oc) => oc.column("proposal_id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

const advices = (db: Db, actor: Actor) =>
  db
    .selectFrom("proposal")
    .leftJoin("advice_subject", "advice_subject.proposal_id", "proposal.id")
    .leftJoin("advice_answer", "advice_answer.proposal_id", "proposal.id")
    .leftJoin("decision", "decision.id", "advice_answer.decision_id")
    .leftJoin("initiative_proposal", (join) => join.onRef("initiative_proposal.proposal_id", "=", "proposal.id").on("initiative_proposal.is_live", "=", 1))
    .leftJoin("initiative", "initiative.id", "initiative_proposal.initiative_id")
    .select([
      "proposal.id", "proposal.number", "proposal.title", "proposal.body_id", "proposal.state", "proposal.on_hold_until", "proposal.tlp", "proposal.current_version", "proposal.updated_at",
      "advice_subject.subject", "advice_answer.kind", "advice_answer.answered_at", "decision.number as decision", "initiative.number as initiative", "initiative.tlp as initiative_tlp", "initiative.body_id as initiative_body",
    ])
    .where(sql<boolean>`proposal.kind = 'advies'`)
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }));
type Row = Awaited<ReturnType<ReturnType<typeof advices>["executeTakeFirstOrThrow"]>>;

const toAdvice = (row: Row, actor: Actor, today: Day): AdviceRow => ({
  ...{ id: row.id, number: row.number, title: row.title, bodyId: row.body_id, tlp: row.tlp, version: row.current_version, subject: row.subject, updatedAt: row.updated_at },
  state: stateAt(row.state, row.on_hold_until, today),
  answer: row.kind === null ? null : { kind: row.kind, decision: row.decision ?? "", at: row.answered_at ?? row.updated_at },
  initiative: row.initiative !== null && maySee(actor, { tlp: row.initiative_tlp ?? "RED", bodyId: row.initiative_body ?? "", isShared: true }) ? row.initiative : null,
  isInInitiative: row.initiative !== null,
});
