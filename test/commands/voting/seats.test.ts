import { expect, test } from "vitest";
import { acceptProxy } from "#app/commands/voting/accept-proxy.ts";
import { extendRound } from "#app/commands/voting/extend-round.ts";
import { giveProxy, type ProxyGift } from "#app/commands/voting/give-proxy.ts";
import { recordReceivedBallot } from "#app/commands/voting/record-received-ballot.ts";
import { recuseSeat } from "#app/commands/voting/recuse-seat.ts";
import { revokeProxy } from "#app/commands/voting/revoke-proxy.ts";
import { withdrawBallot } from "#app/commands/voting/withdraw-ballot.ts";
import { parsePublished } from "#app/domain/voting/published-parser.ts";
import { inTransaction } from "#db/client.ts";
import { verifyRows } from "#db/queries/audit-rows.ts";
import { updateOrganisation } from "#db/queries/organisations.ts";
import { listRoundVoters } from "#db/queries/round-mail.ts";
import { listCountingBallots } from "#db/queries/voting-ballots.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { listProxies } from "#db/queries/voting-proxies.ts";
import { countRound } from "#db/queries/voting-results.ts";
import { findRound } from "#db/queries/voting-rounds.ts";
import { aChamber, aRound, at, vote, votes, type Chamber } from "#test/support/voting.ts";

const outcome = (answer: { ok: boolean; refusal?: string }): string => (answer.ok ? "accepted" : (answer.refusal ?? ""));

async function anOpenRound() {
  const chamber = await aChamber();
  await chamber.proposal(1);
  return { chamber, roundId: await aRound(chamber) };
}

/** lid1 asks lid2, who accepts. */
async function aProxy(chamber: Chamber, roundId: string, changes: Partial<ProxyGift> = {}): Promise<string> {
  const given = await giveProxy(await chamber.as("lid1"), { bodyId: "veilig", fromSeatId: "seat-lid1", toSeatId: "seat-lid2", scope: "ronde", subjectId: roundId, ...changes });
  if (!given.ok) throw new Error(given.refusal);
  const accepted = await acceptProxy(await chamber.as("lid2"), { bodyId: "veilig", proxyId: given.value.id });
  if (!accepted.ok) throw new Error(accepted.refusal);
  return given.value.id;
}

const byProxy = (chamber: Chamber, roundId: string, choice = "voor") => vote(chamber, roundId, "lid2", choice, { seatId: "seat-lid1" });

test("with a volmacht one seat votes for another; the quorum counts the seat that gave it once", async () => {
  const { chamber, roundId } = await anOpenRound();
  expect(outcome(await byProxy(chamber, roundId))).toBe("not-allowed");
  await aProxy(chamber, roundId);

  expect(outcome(await byProxy(chamber, roundId))).toBe("accepted");
  await vote(chamber, roundId, "lid2", "tegen");

  const round = await findRound(chamber.db, (await chamber.as("sam")).actor, roundId);
  const { published, ballots } = await countRound(chamber.db, round as NonNullable<typeof round>);
  expect(published.items[0]?.tally).toMatchObject({ seatsCast: 2, seats: 5, for: 1, against: 1 });
  expect(ballots.find(({ seatId }) => seatId === "seat-lid1")).toMatchObject({ casterId: "lid2", casterRole: "proxy", proxySeatId: "seat-lid2" });
});

test("the own vote of a seat replaces that of its volmacht, and not the other way round", async () => {
  const { chamber, roundId } = await anOpenRound();
  await aProxy(chamber, roundId);
  await byProxy(chamber, roundId, "voor");
  await vote(chamber, roundId, "lid1", "tegen");

  expect(outcome(await byProxy(chamber, roundId, "voor"))).toBe("principal-has-voted");
  expect(await listCountingBallots(chamber.db, roundId)).toMatchObject([{ choice: "tegen", proxySeatId: null }]);
});

test("a volmacht is taken back until it was used; whoever has nothing to do with it does neither", async () => {
  const { chamber, roundId } = await anOpenRound();
  const proxyId = await aProxy(chamber, roundId);
  const takeBack = async (person: string) => outcome(await revokeProxy(await chamber.as(person), { bodyId: "veilig", proxyId }));
  expect(await takeBack("lid3")).toBe("not-allowed");
  await byProxy(chamber, roundId);

  expect(await takeBack("lid1")).toBe("proxy-used");
});

test("a volmacht that was taken back votes no more", async () => {
  const { chamber, roundId } = await anOpenRound();
  const proxyId = await aProxy(chamber, roundId);
  await revokeProxy(await chamber.as("lid1"), { bodyId: "veilig", proxyId });
  expect(outcome(await byProxy(chamber, roundId))).toBe("not-allowed");
});

test("only the seat that was asked accepts, and a seat of another body cannot be asked", async () => {
  const { chamber, roundId } = await anOpenRound();
  const gift = { bodyId: "veilig", fromSeatId: "seat-lid1", toSeatId: "seat-lid2", scope: "ronde", subjectId: roundId } as const;
  const given = await giveProxy(await chamber.as("lid1"), gift);
  const proxyId = given.ok ? given.value.id : "";
  const accept = async (person: string) => outcome(await acceptProxy(await chamber.as(person), { bodyId: "veilig", proxyId }));

  expect([await accept("lid1"), await accept("sam"), await accept("lid2")]).toEqual(["not-allowed", "not-allowed", "accepted"]);
  expect(outcome(await giveProxy(await chamber.as("lid3"), { ...gift, fromSeatId: "seat-lid3", toSeatId: "seat-raad1" }))).toBe("proxy-other-body");
  expect(outcome(await giveProxy(await chamber.as("lid3"), gift))).toBe("not-allowed");
});

test("of three that accept at the same moment two hold", async () => {
  const { chamber, roundId } = await anOpenRound();
  const given = await Promise.all(
    ["lid1", "lid3", "lid4"].map(async (person) => giveProxy(await chamber.as(person), { bodyId: "veilig", fromSeatId: `seat-${person}`, toSeatId: "seat-lid2", scope: "ronde", subjectId: roundId })),
  );
  const holder = await chamber.as("lid2");

  const accepted = await Promise.all(given.map((one) => acceptProxy(holder, { bodyId: "veilig", proxyId: one.ok ? one.value.id : "" })));

  expect(accepted.map(outcome).sort()).toEqual(["accepted", "accepted", "proxies-full"]);
});

test("a volmacht for a meeting covers the rounds on its agenda, one for a period the time", async () => {
  const { chamber, roundId } = await anOpenRound();
  await chamber.db.insertInto("meeting").values({ id: "m1", body_id: "veilig", title: "Overleg", starts_at: at("10:00"), ends_at: at("12:00"), location: "", state: "gaande", created_by: "sam", created_at: at("09:00"), minutes_revision: 0, tlp: "CLEAR" }).execute();
  await aProxy(chamber, roundId, { scope: "vergadering", subjectId: "m1" });
  expect(outcome(await byProxy(chamber, roundId))).toBe("not-allowed");
  await chamber.db.insertInto("agenda_item").values({ id: "a1", meeting_id: "m1", position: 1, title: "Stemming", kind: "besluit", is_closed: 0, notes: "", round_id: roundId, tlp: "CLEAR", minutes: "" }).execute();
  expect(outcome(await byProxy(chamber, roundId))).toBe("accepted");

  const period = await giveProxy(await chamber.as("lid3"), { bodyId: "veilig", fromSeatId: "seat-lid3", toSeatId: "seat-lid4", scope: "periode", from: at("10:00"), until: at("10:45") });
  await acceptProxy(await chamber.as("lid4"), { bodyId: "veilig", proxyId: period.ok ? period.value.id : "" });
  const third = () => vote(chamber, roundId, "lid4", "voor", { seatId: "seat-lid3" });
  expect(outcome(await third())).toBe("accepted");
  chamber.clockStrikes("10:50");
  expect(outcome(await third())).toBe("not-allowed");
});

test("the secretaris writes down a vote that came by phone, the seat puts it right until the end", async () => {
  const { chamber, roundId } = await anOpenRound();
  const [item] = await listItems(chamber.db, roundId);
  const form = { roundId, seatId: "seat-lid1", itemId: item?.id ?? "", textHash: item?.textHash ?? "", choice: "voor", motivation: "" };
  let serial = 0;
  const receive = async (person: string, note: string, changes: Partial<typeof form> = {}) => outcome(await recordReceivedBallot(await chamber.as(person), { ...form, ...changes, nonce: `phone-${++serial}`, note }));

  expect(await receive("vera", "telefoon")).toBe("not-allowed");
  expect(await receive("sam", " ")).toBe("reason-missing");
  expect(await receive("sam", "telefonisch, mevrouw De Vries")).toBe("accepted");
  expect(await listCountingBallots(chamber.db, roundId)).toMatchObject([{ choice: "voor", casterRole: "secretary", receivedNote: "telefonisch, mevrouw De Vries" }]);

  expect(outcome(await vote(chamber, roundId, "lid1", "tegen"))).toBe("accepted");
  expect(await receive("sam", "nog eens gebeld")).toBe("principal-has-voted");
  chamber.clockStrikes("11:00");
  expect(await receive("sam", "te laat gebeld", { seatId: "seat-lid3" })).toBe("round-not-open");
  expect(await listCountingBallots(chamber.db, roundId)).toMatchObject([{ choice: "tegen" }]);
});

test("the log tells of a volmacht and of a received vote, never of the choice", async () => {
  const { chamber, roundId } = await anOpenRound();
  await aProxy(chamber, roundId);
  await byProxy(chamber, roundId, "onthouden");
  await votes(chamber, roundId, ["tegen"]);
  const events = await chamber.db.selectFrom("event").select(["act", "payload"]).execute();
  expect(events.map(({ act }) => act)).toEqual(expect.arrayContaining(["proxy.give", "proxy.accept", "ballot.cast"]));
  expect(events.some(({ payload }) => /onthouden|tegen/.test(payload))).toBe(false);
  expect(events.some(({ payload }) => payload.includes('"proxy":"seat-lid2"'))).toBe(true);
});

test("a volmacht for a round lasts as long as the round, also after it was extended", async () => {
  const { chamber, roundId } = await anOpenRound();
  const given = await aProxy(chamber, roundId);
  await extendRound(await chamber.as("sam"), { roundId, closesAt: at("15:00"), reason: "meer tijd" });
  chamber.clockStrikes("12:00");
  expect((await listProxies(chamber.db, "veilig", at("12:00"))).map(({ id, until }) => [id, until])).toEqual([[given, at("15:00")]]);
  expect(outcome(await giveProxy(await chamber.as("lid1"), { bodyId: "veilig", fromSeatId: "seat-lid1", toSeatId: "seat-lid4", scope: "ronde", subjectId: roundId }))).toBe("proxy-already-given");
  expect(outcome(await giveProxy(await chamber.as("lid2"), { bodyId: "veilig", fromSeatId: "seat-lid2", toSeatId: "seat-lid4", scope: "ronde", subjectId: roundId }))).toBe("proxy-chain");
  expect(outcome(await byProxy(chamber, roundId))).toBe("accepted");
});

async function aRanking() {
  const chamber = await aChamber();
  for (const serial of [1, 2, 3]) await chamber.proposal(serial);
  const roundId = await aRound(chamber, { kind: "prioritering", proposalIds: ["p1", "p2", "p3"] });
  return { chamber, roundId, items: await listItems(chamber.db, roundId) };
}
const ORDER = '[["VEI-001"],["VEI-002"],["VEI-003"]]';

test("in a prioritering a seat that ranked has nothing left to do, and one that steps back does so from the whole list", async () => {
  const { chamber, roundId, items } = await aRanking();
  expect(outcome(await recuseSeat(await chamber.as("lid1"), { roundId, itemId: items[1]?.id ?? "", seatId: "seat-lid1", reason: "belang" }))).toBe("accepted");
  expect(outcome(await vote(chamber, roundId, "lid1", ORDER))).toBe("seat-recused");
  for (const person of ["lid2", "lid3"]) await vote(chamber, roundId, person, ORDER);
  const open = (await listRoundVoters(chamber.db, roundId, at("10:30"))).filter(({ openItems }) => openItems > 0);
  expect(open.map(({ seatId, openItems }) => [seatId, openItems])).toEqual([["seat-lid4", 1], ["seat-lid5", 1]]);
  const round = await findRound(chamber.db, (await chamber.as("sam")).actor, roundId);
  if (!round) throw new Error("no round");
  const { published } = await countRound(chamber.db, round);
  expect(parsePublished(JSON.parse(JSON.stringify(published)))).toMatchObject({ ok: true });
  expect(published.items[0]?.tally).toMatchObject({ seats: 4, seatsCast: 2 });
});

test("checking the rows finds nothing wrong with a prioritering, nor after an organisation got another name", async () => {
  const { chamber, roundId } = await aRanking();
  await vote(chamber, roundId, "lid2", ORDER);
  const before = await verifyRows(chamber.db);
  await inTransaction(chamber.db, (trx) => updateOrganisation(trx, "org-lid1", { kind: "gemeente", code: null, name: "Gemeente Zzz", province: "Utrecht", inhabitants: 1000, contact: "", accountManager: "" }));
  // The round is right and so is its ballot; only the texts of this chamber were never in a log.
  const sound = { rounds: 1, ballots: 1, broken: { kind: "version" } };
  expect([before, await verifyRows(chamber.db)]).toMatchObject([sound, sound]);
});

test("who took a vote back may still step back from the item", async () => {
  const { chamber, roundId } = await anOpenRound();
  const [item] = await listItems(chamber.db, roundId);
  const stepBack = async () => outcome(await recuseSeat(await chamber.as("lid1"), { roundId, itemId: item?.id ?? "", seatId: "seat-lid1", reason: "belang" }));
  await vote(chamber, roundId, "lid1", "voor");
  expect(await stepBack()).toBe("seat-has-voted");
  await withdrawBallot(await chamber.as("lid1"), { roundId, itemId: item?.id ?? "", seatId: "seat-lid1" });
  expect(await stepBack()).toBe("accepted");
});
