import { describe, expect, test } from "vitest";
import { castBallots } from "#app/commands/voting/cast-ballots.ts";
import { establishRound } from "#app/commands/voting/establish-round.ts";
import { invalidateRound } from "#app/commands/voting/invalidate-round.ts";
import { openRound } from "#app/commands/voting/open-round.ts";
import { prepareRound, type RoundPreparation } from "#app/commands/voting/prepare-round.ts";
import { publishRound } from "#app/commands/voting/publish-round.ts";
import { rehearseRound } from "#app/commands/voting/rehearse-round.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { aPortfolio, proposed } from "#test/support/portfolio.ts";
import { at as moment, type Portal } from "#test/support/portal.ts";
import { aChamber, aRound, at, type Chamber } from "#test/support/voting.ts";

const outcome = (answer: { ok: boolean; refusal?: string }): string => (answer.ok ? "accepted" : (answer.refusal ?? ""));

describe("a round of the Taskforce over initiatives", () => {
  const input = (initiativeIds: readonly string[], changes: Partial<RoundPreparation> = {}): RoundPreparation => ({
    ...{ bodyId: "taskforce", title: "Portfolio", explanation: "Dit helpt alle gemeenten.", kind: "besluit", proposalIds: [], initiativeIds, rule: ruleOf("gewoon") },
    ...{ visibility: "openbaar", opensAt: moment("12:00"), closesAt: moment("13:00"), ...changes },
  });

  async function aPortfolioRound(choices: readonly string[]) {
    const portal = await aPortfolio();
    const { initiative } = await proposed(portal, [portal.first]);
    const { id } = await portal.db.selectFrom("initiative").select("id").where("number", "=", initiative).executeTakeFirstOrThrow();
    const prepared = await prepareRound(await portal.board(), input([id]));
    if (!prepared.ok) throw new Error(prepared.refusal);
    const roundId = prepared.value.id;
    const opened = await openRound(await portal.board(), { roundId });
    if (!opened.ok) throw new Error(opened.refusal);
    const [item] = await listItems(portal.db, roundId);
    for (const [index, choice] of choices.entries()) {
      const ballot = { itemId: item?.id ?? "", nonce: `n${index}`, textHash: item?.textHash ?? "", choice, motivation: "" };
      await castBallots(await portal.actingAs(`lid${index + 1}.taskforce`), { roundId, seatId: `seat-lid${index + 1}.taskforce`, ballots: [ballot] });
    }
    portal.clockStrikes("13:00");
    return { portal, roundId, initiativeId: id };
  }
  const sign = async (portal: Portal, roundId: string) => {
    const answers = [];
    for (const person of ["voorzitter.taskforce", "secretaris.taskforce"]) answers.push(outcome(await establishRound(await portal.actingAs(person), { roundId })));
    return answers;
  };
  const standing = async ({ db }: Portal, initiativeId: string, number: string) => [
    (await db.selectFrom("initiative").select("state").where("id", "=", initiativeId).executeTakeFirstOrThrow()).state,
    (await db.selectFrom("proposal").select("state").where("number", "=", number).executeTakeFirstOrThrow()).state,
  ];

  test("takes the portfolio decision when it is established, and shows it once published", async () => {
    const { portal, roundId, initiativeId } = await aPortfolioRound(["voor", "voor", "tegen"]);
    expect(await sign(portal, roundId)).toEqual(["accepted", "accepted"]);
    expect(await standing(portal, initiativeId, "NET-001")).toEqual(["opgenomen", "planned"]);
    const decision = () => portal.db.selectFrom("decision").selectAll().executeTakeFirstOrThrow();
    expect(await decision()).toMatchObject({ result: "opnemen", motivation: "Dit helpt alle gemeenten.", round_id: roundId, initiative_id: initiativeId, published_at: null });
    await publishRound(await portal.board(), { roundId });
    expect((await decision()).published_at).not.toBeNull();
    expect(outcome(await invalidateRound(await portal.board(), { roundId, reason: "fout" }))).toBe("later-step-relies-on-it");
  });

  test("declines the initiative when it is rejected, and leaves it without a verdict", async () => {
    const rejected = await aPortfolioRound(["tegen", "tegen", "voor"]);
    await sign(rejected.portal, rejected.roundId);
    expect(await standing(rejected.portal, rejected.initiativeId, "NET-001")).toEqual(["afgewezen", "declined"]);
    const missed = await aPortfolioRound(["voor"]);
    await sign(missed.portal, missed.roundId);
    expect(await standing(missed.portal, missed.initiativeId, "NET-001")).toEqual(["voorgesteld", "in_portfolio"]);
  });

  test("does not take the second signature when the decision can no longer be taken, and writes nothing", async () => {
    const { portal, roundId, initiativeId } = await aPortfolioRound(["voor", "voor", "voor"]);
    await portal.db.updateTable("proposal").set({ state: "planned" }).where("number", "=", "NET-001").execute();
    expect(await sign(portal, roundId)).toEqual(["accepted", "initiative-not-ready"]);
    expect(await portal.db.selectFrom("decision").selectAll().execute()).toEqual([]);
    expect((await standing(portal, initiativeId, "NET-001"))[0]).toBe("voorgesteld");
  });

  test("needs a motivation, and initiatives that are ready", async () => {
    const portal = await aPortfolio();
    const { initiative, item } = await proposed(portal, [portal.first]);
    const { id } = await portal.db.selectFrom("initiative").select("id").where("number", "=", initiative).executeTakeFirstOrThrow();
    expect(outcome(await prepareRound(await portal.board(), input([id], { explanation: "" })))).toBe("motivation-for-initiatives");
    const netwerk = await portal.actingAs("secretaris.netwerk");
    expect(outcome(await prepareRound(netwerk, input([id], { bodyId: "netwerk" })))).toBe("item-not-votable");
    await portal.db.updateTable("roadmap_item").set({ standing: "vervallen" }).where("number", "=", item).execute();
    const prepared = await prepareRound(await portal.board(), input([id]));
    expect(outcome(await openRound(await portal.board(), { roundId: prepared.ok ? prepared.value.id : "" }))).toBe("initiative-not-ready");
  });
});

async function withMinutes(chamber: Chamber, changes: object = {}) {
  await chamber.db.insertInto("meeting").values({ id: "m1", body_id: "veilig", title: "Overleg oktober", starts_at: at("08:00"), ends_at: at("09:00"), location: "", state: "notulen_concept", created_by: "sam", created_at: at("08:00"), minutes_revision: 3, tlp: "CLEAR" }).execute();
  await chamber.db.insertInto("agenda_item").values({ id: "a1", meeting_id: "m1", position: 1, title: "Opening", kind: "informatie", is_closed: 0, notes: "", tlp: "CLEAR", minutes: "De voorzitter opent." }).execute();
  return aRound(chamber, { proposalIds: [], minutesIds: ["m1"], kind: "stilte", ...changes });
}

test.each([[3, "vastgesteld"], [4, "notulen_concept"]])("a round adopts the minutes that it froze: with revision %i they are %s", async (revision, state) => {
  const chamber = await aChamber();
  const roundId = await withMinutes(chamber);
  expect(await listItems(chamber.db, roundId)).toMatchObject([{ subjectKind: "minutes", version: 3, statement: "Opening\nDe voorzitter opent." }]);
  await chamber.db.updateTable("meeting").set({ minutes_revision: revision }).execute();
  chamber.clockStrikes("11:00");
  for (const person of ["vera", "sam"]) expect(outcome(await establishRound(await chamber.as(person), { roundId }))).toBe("accepted");
  expect(await chamber.db.selectFrom("meeting").select("state").executeTakeFirst()).toEqual({ state });
});

describe("a rehearsal", () => {
  const everything = async (chamber: Chamber) => {
    const tables = ["round", "round_item", "round_seat", "ballot", "condition", "proposal", "proposal_step", "decision", "event", "chain_head", "counter", "recusal"] as const;
    return Promise.all(tables.map(async (table) => [table, await chamber.db.selectFrom(table).selectAll().execute()]));
  };
  const votes = { first: 3, second: 1, third: 0 };

  test("says what the result would be and leaves nothing behind in any table", async () => {
    const chamber = await aChamber();
    await chamber.proposal(1);
    await chamber.db.updateTable("membership").set({ until: at("09:00") }).where("id", "=", "member-lid5").execute();
    const roundId = await aRound(chamber, {}, { isOpened: false });
    const before = await everything(chamber);

    const rehearsed = await rehearseRound(await chamber.as("sam"), { roundId, votes });

    expect(rehearsed).toMatchObject({ ok: true, value: { seats: 5, unable: 1, items: [{ number: "VEI-001", count: { outcome: "aangenomen", tally: { for: 3, against: 1, seatsCast: 4 } } }] } });
    expect(await everything(chamber)).toEqual(before);
  });

  test.each([["peiling", "support"], ["stilte", "outcome"], ["prioritering", "result"]] as const)("works for a %s", async (kind, part) => {
    const chamber = await aChamber();
    for (const serial of [1, 2]) await chamber.proposal(serial);
    const roundId = await aRound(chamber, { kind, proposalIds: ["p1", "p2"] }, { isOpened: false });
    const rehearsed = await rehearseRound(await chamber.as("vera"), { roundId, votes });
    expect(rehearsed.ok && rehearsed.value.items[0]?.count).toHaveProperty(part);
  });

  test("is for the bureau, before the round opens, and names what stands in the way", async () => {
    const chamber = await aChamber();
    await chamber.proposal(1);
    const roundId = await aRound(chamber, {}, { isOpened: false });
    const rehearse = async (person: string) => outcome(await rehearseRound(await chamber.as(person), { roundId, votes }));
    expect([await rehearse("lid1"), await rehearse("stranger")]).toEqual(["not-allowed", "not-found"]);
    await chamber.db.updateTable("proposal").set({ state: "withdrawn" }).execute();
    expect(await rehearse("sam")).toBe("item-not-votable");
    await chamber.db.updateTable("proposal").set({ state: "under_discussion" }).execute();
    await openRound(await chamber.as("sam"), { roundId });
    expect(await rehearse("sam")).toBe("round-already-opened");
  });
});

test("a stilteronde about an initiative asks for its explanation too: that is the motivation of the decision", async () => {
  const portal = await aPortfolio();
  const { initiative } = await proposed(portal, [portal.first]);
  const { id } = await portal.db.selectFrom("initiative").select("id").where("number", "=", initiative).executeTakeFirstOrThrow();
  const prepare = async (explanation: string) =>
    outcome(await prepareRound(await portal.board(), { bodyId: "taskforce", title: "Portfolio", explanation, kind: "stilte", proposalIds: [], initiativeIds: [id], rule: ruleOf("gewoon"), visibility: "openbaar", opensAt: moment("12:00"), closesAt: moment("13:00"), isDeadlineConfirmed: true }));
  expect([await prepare(" "), await prepare("Het past in de planning.")]).toEqual(["motivation-for-initiatives", "accepted"]);
});
