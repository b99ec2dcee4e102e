import type { CommandContext } from "#app/commands/context.ts";
import { castBallots } from "#app/commands/voting/cast-ballots.ts";
import { establishRound } from "#app/commands/voting/establish-round.ts";
import { openRound } from "#app/commands/voting/open-round.ts";
import { prepareRound } from "#app/commands/voting/prepare-round.ts";
import { publishRound } from "#app/commands/voting/publish-round.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { HOUR, later, MINUTE, type Instant } from "#app/domain/shared/instant.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { inTransaction, type Db } from "../client.ts";
import { actorOf } from "../queries/people.ts";
import { listSeatCandidates } from "../queries/voting-electorate.ts";
import { listItems } from "../queries/voting-items.ts";

interface Plan {
  readonly bodyId: string;
  readonly count: number;
  readonly seed: number;
  readonly at: Instant;
  readonly random: () => number;
}

const CHOICES = ["voor", "voor", "voor", "tegen", "onthouden"] as const;
/** How many rounds share one commit. */
const TOGETHER = 10;

/**
 * Rounds that were held, through the ordinary commands: prepared, opened, voted on by every seat somebody sits on, established by
 * two people, published, each with its place in the log. The clock is set for each act. False when the body cannot hold one.
 */
export async function addRounds(db: Db, { bodyId, count, seed, at, random }: Plan): Promise<boolean> {
  let serial = 0;
  const newId = () => `belasting-ronde-${seed}-${at}-${String(++serial).padStart(8, "0")}`;
  const start = later(at, -(count + 2) * HOUR);
  const people = new Map<string, Actor>();
  const contextOf = async (trx: Db, personId: string, now: Instant): Promise<CommandContext> => {
    const actor = people.get(personId) ?? (await actorOf(trx, personId, start));
    people.set(personId, actor);
    let ticks = 0;
    return { db: trx, actor, newId, now: () => later(now, ticks++) };
  };
  const [secretary, chair] = [await holderOf(db, bodyId, "secretary", start), await holderOf(db, bodyId, "chair", start)];
  const seats = (await listSeatCandidates(db, bodyId, start)).flatMap(({ seatId, holderIds: [holderId] }) => (holderId === undefined ? [] : [{ seatId, holderId }]));
  if (secretary === null || chair === null || secretary === chair || seats.length === 0) return false;

  for (let from = 0; from < count; from += TOGETHER) {
    await inTransaction(db, async (trx) => {
      for (let place = from; place < Math.min(count, from + TOGETHER); place++) {
        const opensAt = later(start, place * HOUR);
        const closesAt = later(opensAt, HOUR / 2);
        const title = `Belasting: ronde ${place + 1}`;
        const preparation = { bodyId, title, explanation: "", kind: "besluit" as const, proposalIds: [], motions: [{ title, statement: `Gegenereerde tekst ${place + 1} van reeks ${seed}.` }], rule: ruleOf("gewoon"), visibility: "openbaar" as const, opensAt, closesAt };
        const { id: roundId } = done(await prepareRound(await contextOf(trx, secretary, later(opensAt, -MINUTE)), preparation));
        done(await openRound(await contextOf(trx, secretary, opensAt), { roundId }));
        const items = await listItems(trx, roundId);
        for (const [order, { seatId, holderId }] of seats.entries()) {
          const ballots = items.map((item) => ({ itemId: item.id, nonce: newId(), textHash: item.textHash ?? "", choice: CHOICES[Math.floor(random() * CHOICES.length)] ?? "voor", motivation: "" }));
          done(await castBallots(await contextOf(trx, holderId, later(opensAt, 1000 * (order + 1))), { roundId, seatId, ballots }));
        }
        done(await establishRound(await contextOf(trx, secretary, later(closesAt, MINUTE)), { roundId }));
        done(await establishRound(await contextOf(trx, chair, later(closesAt, 2 * MINUTE)), { roundId }));
        done(await publishRound(await contextOf(trx, secretary, later(closesAt, 3 * MINUTE)), { roundId }));
      }
    });
  }
  return true;
}

async function holderOf(db: Db, bodyId: string, role: "secretary" | "chair", at: Instant): Promise<string | null> {
  const row = await db
    .selectFrom("membership")
    .innerJoin("seat", "seat.id", "membership.seat_id")
    .innerJoin("person", "person.id", "membership.person_id")
    .select("membership.person_id")
    .where("seat.body_id", "=", bodyId)
    .where("membership.role", "=", role)
    .where("person.disabled_at", "is", null)
    .where("membership.from", "<=", at)
    .where((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", at)]))
    .orderBy("membership.from")
    .executeTakeFirst();
  return row?.person_id ?? null;
}

function done<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: string }): Value {
  if (!result.ok) throw new Error(`Het maken van stemrondes stopte: ${result.refusal}`);
  return result.value;
}
