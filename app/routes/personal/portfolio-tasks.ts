import { holds, type Actor } from "#app/domain/access/actor.ts";
import { scoringSeat } from "#app/domain/portfolio/scoring-seat.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "#db/client.ts";
import { listAdvicesToAnswer } from "#db/queries/advices.ts";
import { findPortfolioBody } from "#db/queries/portfolio-writes.ts";
import { listToScore } from "#db/queries/tasks.ts";

/** What waits for a member or the bureau of the Taskforce; the database is only asked for who has a place there. */
export async function portfolioTasks(db: Db, actor: Actor, now: Instant) {
  const body = actor.memberships.length === 0 ? null : await findPortfolioBody(db);
  if (body === null) return { toScore: [], toAnswer: [] };
  const seatId = scoringSeat(actor, body.id);
  const isBureau = holds(actor, body.id, "chair", "secretary");
  return {
    toScore: seatId === null ? [] : await listToScore(db, [{ seatId, bodyId: body.id }], dutchDay(now)),
    toAnswer: isBureau ? (await listAdvicesToAnswer(db, actor, dutchDay(now))).map(({ number, title }) => ({ number, title })) : [],
  };
}
