import { expect, test } from "vitest";
import { establishRound } from "#app/commands/voting/establish-round.ts";
import { publishRound } from "#app/commands/voting/publish-round.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import { listPublicVotesOf } from "#db/queries/municipal-votes.ts";
import { aChamber, aRound, vote, type Chamber } from "#test/support/voting.ts";

async function votedOn(visibility: "openbaar" | "besloten") {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const roundId = await aRound(chamber, { visibility });
  await vote(chamber, roundId, "lid1", "tegen", { motivation: "Eerst zo" });
  await vote(chamber, roundId, "lid1", "voor");
  const { organisation_id: organisationId } = await chamber.db.selectFrom("round_seat").innerJoin("membership", "membership.seat_id", "round_seat.seat_id").select("round_seat.organisation_id").where("membership.person_id", "=", "lid1").executeTakeFirstOrThrow();
  const shown = async () => (await listPublicVotesOf(chamber.db, STRANGER, organisationId, (await chamber.as("sam")).now())).map(({ choice }) => choice);
  return { chamber, roundId, shown };
}

async function publish(chamber: Chamber, roundId: string): Promise<void> {
  chamber.clockStrikes("11:00");
  for (const person of ["vera", "sam"]) await establishRound(await chamber.as(person), { roundId });
  await publishRound(await chamber.as("sam"), { roundId });
}

test("how a gemeente voted shows after publication, and only its last ballot", async () => {
  const { chamber, roundId, shown } = await votedOn("openbaar");
  expect(await shown()).toEqual([]);
  await publish(chamber, roundId);
  expect(await shown()).toEqual(["voor"]);
});

test("a vote in a closed round never shows outside", async () => {
  const { chamber, roundId, shown } = await votedOn("besloten");
  await publish(chamber, roundId);
  expect(await shown()).toEqual([]);
});
