import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { checkPoints, type ScoreRefusal } from "#app/domain/portfolio/score.ts";
import { scoringSeat } from "#app/domain/portfolio/scoring-seat.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findCriteria } from "#db/queries/portfolio-criteria.ts";
import { insertScores, lastTurn } from "#db/queries/portfolio-scores.ts";
import { findInitiativeForAct } from "#db/queries/portfolio-writes.ts";

interface GivenScore {
  /** number of the initiative */
  readonly number: string;
  /** the version of the criteria that was on the screen */
  readonly seen: number;
  /** by id of the criterion */
  readonly points: ReadonlyMap<string, number | null>;
  readonly note: string;
}

export type GiveScoreRefusal = ScoreRefusal | "not-found" | "not-allowed" | "wrong-state" | "criteria-changed";

/** A seat of the Taskforce scores an initiative on every criterion, or does so again: what it gave before stays, the last turn counts. The log holds no points. */
export function giveScore(context: CommandContext, input: GivenScore): Promise<Result<{ turn: number }, GiveScoreRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const at = context.now();
    const initiative = await findInitiativeForAct(trx, context.actor, input.number, dutchDay(at));
    if (!initiative) return refuse("not-found");
    const { bodyId, id } = initiative;
    const seatId = scoringSeat(context.actor, bodyId);
    if (seatId === null || !may(context.actor, "score.give", { bodyId, seatId })) return refuse("not-allowed");
    if (initiative.state !== "voorgesteld") return refuse("wrong-state");
    const criteria = await findCriteria(trx);
    if (criteria?.version !== input.seen) return refuse("criteria-changed");
    const checked = checkPoints(input.points, criteria.criteria);
    if (!checked.ok) return checked;

    const turn = (await lastTurn(trx, id, seatId)) + 1;
    const scores = criteria.criteria.map((one) => ({ id: context.newId(), criterionId: one.id, points: input.points.get(one.id) ?? 0 }));
    await insertScores(trx, scores, { initiativeId: id, seatId, personId: personOf(context), turn, note: input.note.trim(), at });
    await record(trx, context, { act: "score.give", bodyId, subject: { kind: "initiative", id }, payload: { number: initiative.number, seat: seatId, turn, criteria: criteria.version } });
    return accept({ turn });
  });
}
