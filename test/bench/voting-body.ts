/* A body of four hundred gemeenten, made for the bench: people with a seat and a session each. Rounds are held through the commands. */
import { startSession } from "#app/auth/sessions.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { castBallots } from "#app/commands/voting/cast-ballots.ts";
import { establishRound } from "#app/commands/voting/establish-round.ts";
import { openRound } from "#app/commands/voting/open-round.ts";
import { prepareRound, type RoundPreparation } from "#app/commands/voting/prepare-round.ts";
import { publishRound } from "#app/commands/voting/publish-round.ts";
import { STRANGER, type Actor } from "#app/domain/access/actor.ts";
import { PROVINCES } from "#app/domain/municipalities/provinces.ts";
import { DAY, HOUR, instant, later, MINUTE, type Instant } from "#app/domain/shared/instant.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import { inTransaction, type Db } from "#db/client.ts";
import { searchKey } from "#db/portable.ts";
import { actorOf } from "#db/queries/people.ts";
import { listItems } from "#db/queries/voting-items.ts";

const BODY = "bench-raad";
const present = (): Instant => instant(new Date());

export interface BigBody {
  readonly db: Db;
  /** the people with a vote, each with the seat they hold */
  readonly voters: readonly { readonly personId: string; readonly seatId: string }[];
  readonly chair: string;
  readonly secretary: string;
}

/** Puts the body in a migrated database. */
export async function aBigBody(db: Db, seats: number): Promise<BigBody> {
  const since = later(present(), -30 * DAY);
  const voters = Array.from({ length: seats }, (_, n) => ({ personId: `bench-lid-${n + 1}`, seatId: `bench-zetel-${n + 1}` }));
  await inTransaction(db, async (trx) => {
    await trx.insertInto("body").values({ id: BODY, slug: BODY, name: "Raad van de meting", prefix: "MET", kind: "expertgroep", purpose: "", default_tlp: "CLEAR", position: 99 }).execute();
    const add = async (personId: string, seatId: string, role: "member" | "chair" | "secretary", n: number) => {
      const [organisationId, name, isVoting] = [`org-${seatId}`, `Gemeente ${"bcdfghklmnprstvw"[n % 16] ?? ""}${"aeiou"[n % 5] ?? ""}meting ${n}`, role === "member" ? (1 as const) : (0 as const)];
      await trx.insertInto("organisation").values({ id: organisationId, kind: "gemeente", name, name_key: searchKey(name), code: null, province: PROVINCES[n % PROVINCES.length] ?? null, inhabitants: 5_000 + ((n * 7_919) % 200_000) }).execute();
      await trx.insertInto("person").values({ id: personId, name: `Lid ${n} van de meting`, email: `${personId}@meting.test`, email_key: `${personId}@meting.test`, organisation_id: organisationId, is_admin: 0, is_municipal_admin: 0, is_demo: 0, created_at: since }).execute();
      await trx.insertInto("seat").values({ id: seatId, body_id: BODY, organisation_id: organisationId, is_voting: isVoting, weight: 1, from: since }).execute();
      await trx.insertInto("membership").values({ id: `lid-${seatId}`, seat_id: seatId, person_id: personId, role, from: since }).execute();
    };
    for (const [n, { personId, seatId }] of voters.entries()) await add(personId, seatId, "member", n + 1);
    await add("bench-voorzitter", "bench-zetel-voorzitter", "chair", seats + 1);
    await add("bench-secretaris", "bench-zetel-secretaris", "secretary", seats + 2);
  });
  return { db, voters, chair: "bench-voorzitter", secretary: "bench-secretaris" };
}

/** The cookie of somebody who signed in just now. */
export async function sessionOf({ db }: BigBody, personId: string): Promise<string> {
  return (await startSession({ db, now: present, newId: uuid7, actor: STRANGER }, personId, new Request("http://localhost/"))).split(";")[0] ?? "";
}

/** An open round of free texts that ends so many milliseconds from now. Answers its id and its items. */
export async function anOpenRoundOf(body: BigBody, items: number, openFor: number): Promise<{ id: string; items: readonly { readonly id: string; readonly hash: string }[] }> {
  const now = present();
  const motions = Array.from({ length: items }, (_, n) => ({ title: `Motie ${n + 1}`, statement: `De leverancier meldt storing ${n + 1} binnen een uur. `.repeat(8) }));
  const id = await opened(body, { title: "Het einde van een ronde", kind: "besluit", proposalIds: [], motions, opensAt: now, closesAt: later(now, openFor) }, now);
  return { id, items: (await listItems(body.db, id)).map((item) => ({ id: item.id, hash: item.textHash ?? "" })) };
}

/** One proposal on which every seat voted in so many rounds, each established and published. Answers the id of the last. */
export async function aLongHistory(body: BigBody, rounds: number): Promise<string> {
  const { db, voters, chair, secretary } = body;
  const began = later(present(), -(rounds + 1) * DAY);
  const actors = new Map<string, Actor>();
  const as = async (personId: string, at: Instant, trx: Db = db): Promise<CommandContext> => {
    const actor = actors.get(personId) ?? (await actorOf(trx, personId, at));
    actors.set(personId, actor);
    return { db: trx, actor, newId: uuid7, now: () => at };
  };
  const text = { title: "Een eis die zes keer langskwam", statement: "De leverancier meldt een storing binnen 60 minuten.", rationale: "Elke minuut telt.", acceptance: "De meldtijden.", source: "", moscow: "must" as const, weight: null, components: ["ggi-netwerk"], needs: [], policyAreas: [], controls: [] };
  const { number } = done(await draftProposal(await as(voters[0]?.personId ?? "", began), { ...text, body: BODY, kind: "eis", tlp: "CLEAR" }));
  done(await putUnderDiscussion(await as(chair, began), { number }));
  const { id: proposalId } = await db.selectFrom("proposal").select("id").where("number", "=", number).executeTakeFirstOrThrow();

  let last = "";
  for (let round = 0; round < rounds; round++) {
    const opensAt = later(began, round * DAY + HOUR);
    const [closesAt, roundId] = [later(opensAt, HOUR), await opened(body, { title: `Peiling ${round + 1}`, kind: "peiling", proposalIds: [proposalId], motions: [], opensAt, closesAt: later(opensAt, HOUR) }, opensAt)];
    const [item] = await listItems(db, roundId);
    await inTransaction(db, async (trx) => {
      for (const [n, { personId, seatId }] of voters.entries()) {
        if ((n + round) % 11 === 0) continue;
        const choice = (["akkoord", "akkoord", "akkoord_mits", "niet_akkoord", "onthouden"] as const)[(n * 7 + round * (n % 3)) % 5] ?? "akkoord";
        const form = { itemId: item?.id ?? "", nonce: `${round}-${n}`, textHash: item?.textHash ?? "", choice, motivation: choice === "niet_akkoord" ? "Het kan korter." : "", ...(choice === "akkoord_mits" && { condition: "mits het ook 's nachts geldt" }) };
        done(await castBallots(await as(personId, later(opensAt, MINUTE), trx), { roundId, seatId, ballots: [form] }));
      }
    });
    done(await establishRound(await as(secretary, later(closesAt, MINUTE)), { roundId }));
    done(await establishRound(await as(chair, later(closesAt, 2 * MINUTE)), { roundId }));
    done(await publishRound(await as(secretary, later(closesAt, 3 * MINUTE)), { roundId }));
    last = roundId;
  }
  // What the clock would tell about them was told long ago.
  const told = instant(new Date());
  await db.updateTable("mail").set({ ended_at: told, outcome: "lapsed" }).where("ended_at", "is", null).execute();
  await db.updateTable("job").set({ done_at: told }).where("done_at", "is", null).execute();
  return last;
}

async function opened({ db, secretary }: BigBody, round: Pick<RoundPreparation, "title" | "kind" | "proposalIds" | "motions" | "opensAt" | "closesAt">, at: Instant): Promise<string> {
  const context = { db, now: () => at, newId: uuid7, actor: await actorOf(db, secretary, at) };
  const { id } = done(await prepareRound(context, { bodyId: BODY, explanation: "", rule: ruleOf("gewoon", { motivation: [] }), visibility: "openbaar", isDeadlineConfirmed: true, ...round }));
  done(await openRound(context, { roundId: id, isDeadlineConfirmed: true }));
  return id;
}

function done<Value>(answer: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: string }): Value {
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
}
