import { describe, expect, test } from "vitest";
import { changeDecision, type DecisionChange } from "#app/commands/decisions/change-decision.ts";
import { fulfilCommitment } from "#app/commands/decisions/fulfil-commitment.ts";
import { closeMeeting } from "#app/commands/meetings/close-meeting.ts";
import { linkDecisionToMinutes } from "#app/commands/decisions/link-decision-to-minutes.ts";
import { publishDecision } from "#app/commands/decisions/publish-decision.ts";
import { recordCommitment } from "#app/commands/decisions/record-commitment.ts";
import { recordDecision, type DecisionInput } from "#app/commands/decisions/record-decision.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { runJobs } from "#app/jobs/run-jobs.ts";
import { inTransaction } from "#db/client.ts";
import { listCommitments } from "#db/queries/commitments.ts";
import { countDecisions, findDecision, insertDecision, listDecisions, nextDecisionNumber } from "#db/queries/decisions.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { aMeeting, done } from "#test/support/meeting.ts";
import { aChamber, aRound, at, type Chamber } from "#test/support/voting.ts";

const answer = (result: { ok: boolean; refusal?: string }) => (result.ok ? "done" : result.refusal);

async function aDecision(chamber: Chamber, changes: Partial<DecisionInput> = {}, items?: Parameters<typeof aMeeting>[2], itemAt = 0) {
  const meeting = await aMeeting(chamber, "gaande", items);
  const input = { meetingId: meeting.meetingId, agendaItemId: meeting.itemIds[itemAt] ?? "", title: "Meldtermijn blijft 60 minuten", dictum: "De termijn blijft 60 minuten.", motivation: "Haalbaar.", result: "aangenomen" as const, figures: { for: 4, against: 1, abstain: 0 } };
  const { number } = done(await recordDecision(await chamber.as("sam"), { ...input, ...changes }));
  return { ...meeting, number };
}

const known = async (chamber: Chamber, who: string, number: string, now = at("10:00")) => findDecision(chamber.db, (await chamber.as(who)).actor, number, now);
const unchanged: Omit<DecisionChange, "number"> = { publicTitle: null, publicDictum: null, embargoUntil: null, reviewOn: null, validUntil: null, validity: "geldig", replacedBy: null };

describe("entering the register", () => {
  test("a decision of a meeting gets a number, figures and its agenda item, and stays inside until published", async () => {
    const chamber = await aChamber();
    const { number, itemIds, agenda } = await aDecision(chamber);

    expect(number).toBe("B-2026-001");
    expect(await known(chamber, "lid1", number)).toMatchObject({ dictum: "De termijn blijft 60 minuten.", figures: { for: 4, against: 1, abstain: 0 }, agendaItemId: itemIds[0], validity: "geldig" });
    expect(await known(chamber, "stranger", number)).toBeNull();
    expect((await agenda())[0]?.outcome).toBe("besluit");

    expect(await publishDecision(await chamber.as("sam"), { number })).toEqual({ ok: true, value: { isSeen: true } });
    expect(await known(chamber, "stranger", number)).toMatchObject({ number });
    expect(answer(await publishDecision(await chamber.as("sam"), { number }))).toBe("already-published");
  });

  test("numbers are never given out twice, also when two decide at once", async () => {
    const chamber = await aChamber();
    const numbers = await Promise.all(Array.from({ length: 8 }, () => inTransaction(chamber.db, (trx) => nextDecisionNumber(trx, 2026))));
    expect(new Set(numbers).size).toBe(8);
  });

  test.each([
    [{ title: " " }, "title-missing"],
    [{ dictum: "" }, "dictum-missing"],
    [{ figures: { for: -1, against: 0, abstain: 0 } }, "figures-negative"],
    [{ agendaItemId: "elders" }, "item-not-found"],
  ] as const)("%o is refused", async (changes, refusal) => {
    const chamber = await aChamber();
    const { meetingId, itemIds } = await aMeeting(chamber, "gaande");
    const input = { meetingId, agendaItemId: itemIds[0], title: "Titel", dictum: "Dictum", motivation: "", result: "aangenomen" as const };
    expect(answer(await recordDecision(await chamber.as("sam"), { ...input, ...changes }))).toBe(refusal);
  });

  test("only the secretaris of the body records and publishes", async () => {
    const chamber = await aChamber();
    const { number, meetingId, itemIds } = await aDecision(chamber);
    const input = { meetingId, agendaItemId: itemIds[0], title: "Titel", dictum: "Dictum", motivation: "", result: "aangenomen" as const };
    for (const who of ["lid1", "vera", "rita", "gemeente", "stranger"]) expect(answer(await recordDecision(await chamber.as(who), input))).toBe("not-allowed");
    expect(answer(await publishDecision(await chamber.as("lid1"), { number }))).toBe("not-allowed");
    expect(answer(await publishDecision(await chamber.as("rita"), { number }))).toBe("not-found");
  });
});

describe("who may know of it", () => {
  test("a decision under a closed item stays in the body, in list, count and by number", async () => {
    const chamber = await aChamber();
    const { number } = await aDecision(chamber, {}, undefined, 1);
    done(await publishDecision(await chamber.as("sam"), { number }));

    for (const who of ["stranger", "gemeente", "raad1", "beheer"]) {
      const { actor } = await chamber.as(who);
      expect(await known(chamber, who, number)).toBeNull();
      expect((await listDecisions(chamber.db, actor, {}, { now: at("10:00"), after: null, size: 10 })).decisions).toEqual([]);
      expect(await countDecisions(chamber.db, actor, {}, at("10:00"))).toBe(0);
    }
    expect(await countDecisions(chamber.db, (await chamber.as("lid1")).actor, {}, at("10:00"))).toBe(1);
  });

  test("a decision about a GREEN proposal shows strangers only its public wording, and cannot be found by its own words", async () => {
    const chamber = await aChamber();
    await chamber.proposal(1, { tlp: "GREEN" });
    const { number } = await aDecision(chamber, { publicTitle: "Besluit over melden", publicDictum: "De expertgroep heeft besloten." }, [{ subject: { kind: "proposal", id: "p1" } }]);
    done(await publishDecision(await chamber.as("sam"), { number }));
    const { actor } = await chamber.as("stranger");

    expect(await known(chamber, "stranger", number)).toMatchObject({ title: "Besluit over melden", dictum: "De expertgroep heeft besloten.", motivation: "", proposalId: null, isPublicWording: true });
    expect(await known(chamber, "gemeente", number)).toMatchObject({ title: "Meldtermijn blijft 60 minuten", isPublicWording: false });
    expect(await countDecisions(chamber.db, actor, { q: "meldtermijn" }, at("10:00"))).toBe(0);
  });

  test("a proposal that became stricter takes its decision along", async () => {
    const chamber = await aChamber();
    await chamber.proposal(1);
    const { number } = await aDecision(chamber, {}, [{ subject: { kind: "proposal", id: "p1" } }]);
    done(await publishDecision(await chamber.as("sam"), { number }));
    expect(await known(chamber, "stranger", number)).not.toBeNull();

    await chamber.db.updateTable("proposal").set({ tlp: "AMBER" }).where("id", "=", "p1").execute();

    expect(await known(chamber, "stranger", number)).toBeNull();
    expect(await known(chamber, "gemeente", number)).toBeNull();
    expect(await known(chamber, "lid1", number)).not.toBeNull();
  });

  test("an embargo holds it back until its moment", async () => {
    const chamber = await aChamber();
    const { number } = await aDecision(chamber, { embargoUntil: at("12:00") });
    done(await publishDecision(await chamber.as("sam"), { number }));
    expect(await known(chamber, "gemeente", number, at("11:59"))).toBeNull();
    expect(await known(chamber, "gemeente", number, at("12:00"))).not.toBeNull();
  });
});

describe("until when", () => {
  test("a decision that holds until a day expires by itself, and can be given longer", async () => {
    const chamber = await aChamber();
    const { number } = await aDecision(chamber, { validUntil: "2026-11-05" as Day });
    const sam = await chamber.as("sam");
    const validity = async (day: string) => (await known(chamber, "lid1", number, `2026-11-${day}T12:00:00.000Z` as Instant))?.validity;

    expect([await validity("05"), await validity("06")]).toEqual(["geldig", "verlopen"]);
    const counted = async (filter: Parameters<typeof countDecisions>[2]) => countDecisions(chamber.db, sam.actor, filter, "2026-11-06T12:00:00.000Z" as Instant);
    expect([await counted({ validity: "verlopen" }), await counted({ validity: "geldig" })]).toEqual([1, 0]);
    expect(answer(await changeDecision(sam, { ...unchanged, number, validUntil: "2026-11-30" as Day }))).toBe("done");
    expect(await validity("06")).toBe("geldig");
  });

  test("on its review day voorzitter and secretaris are asked, once, and not when the day moved", async () => {
    const chamber = await aChamber();
    const { number } = await aDecision(chamber, { reviewOn: "2026-11-06" as Day });
    const moved = await aDecision(chamber, { reviewOn: "2026-11-06" as Day });
    done(await changeDecision(await chamber.as("sam"), { ...unchanged, number: moved.number, reviewOn: "2027-01-01" as Day }));
    const clock = { ...chamber.resources, now: () => "2026-11-06T07:00:00.000Z" as Instant };
    await runJobs(clock);
    await runJobs(clock);

    const mail = await chamber.db.selectFrom("mail").innerJoin("decision", "decision.id", "mail.subject_id").select(["decision.number", "mail.person_id"]).where("kind", "=", "decision-review").orderBy("person_id").execute();
    expect(mail).toEqual([{ number, person_id: "sam" }, { number, person_id: "vera" }]);
    expect(await countDecisions(chamber.db, (await chamber.as("sam")).actor, { isToReview: true }, clock.now())).toBe(1);
  });

  test("no decision is looked at again, or ends, before it was taken", async () => {
    const chamber = await aChamber();
    const { number } = await aDecision(chamber);
    const sam = await chamber.as("sam");
    const change = async (days: Partial<DecisionChange>) => answer(await changeDecision(sam, { ...unchanged, number, ...days }));
    expect([await change({ reviewOn: "2025-01-01" as Day }), await change({ validUntil: "2025-01-01" as Day }), await change({ reviewOn: "2027-01-01" as Day, validUntil: "2028-01-01" as Day })]).toEqual(["review-too-early", "until-too-early", "done"]);
    await expect(aDecision(chamber, { reviewOn: "2025-01-01" as Day })).rejects.toThrow("review-too-early");
  });

  test("what is out gets no embargo any more", async () => {
    const chamber = await aChamber();
    const { number } = await aDecision(chamber);
    const sam = await chamber.as("sam");
    done(await changeDecision(sam, { ...unchanged, number, embargoUntil: at("11:00") }));
    done(await changeDecision(sam, { ...unchanged, number }));
    done(await publishDecision(sam, { number }));
    expect(answer(await changeDecision(sam, { ...unchanged, number, embargoUntil: at("11:00") }))).toBe("embargo-too-late");
  });
});

describe("promises", () => {
  const promise = { statement: "Wij leveren de cijfers.", promisedBy: "VNG Realisatie", dueOn: "2026-12-01" as Day };

  test("a promise gets a number, goes with its decision, and ends once", async () => {
    const chamber = await aChamber();
    const { number: decision, meetingId, itemIds } = await aDecision(chamber);
    const sam = await chamber.as("sam");
    const record = async (who: string, changes = {}) => recordCommitment(await chamber.as(who), { ...promise, meetingId, agendaItemId: itemIds[0], decision, ...changes });

    for (const who of ["lid1", "vera", "rita", "gemeente", "stranger"]) expect([who, answer(await record(who))]).toEqual([who, "not-allowed"]);
    expect(answer(await record("sam", { statement: " " }))).toBe("statement-missing");
    expect(answer(await record("sam", { promisedBy: "" }))).toBe("promiser-missing");
    expect(answer(await record("sam", { agendaItemId: "elders" }))).toBe("item-not-found");
    expect(answer(await record("sam", { decision: "B-1900-001" }))).toBe("decision-not-found");
    const { number } = done(await record("sam"));
    expect(number).toBe("T-2026-001");
    expect(answer(await fulfilCommitment(await chamber.as("lid1"), { number, note: "Geleverd" }))).toBe("not-allowed");
    expect(answer(await fulfilCommitment(sam, { number, note: " " }))).toBe("note-missing");
    expect(answer(await fulfilCommitment(sam, { number, note: "Geleverd" }))).toBe("done");
    expect(answer(await fulfilCommitment(sam, { number, note: "Nog eens" }))).toBe("commitment-done");
  });

  test("outside the body it is known with the published minutes, never from a closed item, and not before its decision", async () => {
    const chamber = await aChamber();
    const { number: decision, meetingId, itemIds } = await aDecision(chamber);
    const sam = await chamber.as("sam");
    const [open, closed = ""] = itemIds;
    for (const [agendaItemId, of] of [[open, null], [open, decision], [closed, null]] as const) done(await recordCommitment(sam, { ...promise, meetingId, agendaItemId, decision: of }));
    const seen = async (who: string) => (await listCommitments(chamber.db, (await chamber.as(who)).actor, {}, { now: at("10:00"), after: null, size: 10 })).commitments.map(({ number }) => number).sort();

    expect(await seen("lid1")).toEqual(["T-2026-001", "T-2026-002", "T-2026-003"]);
    expect(await seen("stranger")).toEqual([]);
    await chamber.db.updateTable("meeting").set({ state: "gepubliceerd" }).where("id", "=", meetingId).execute();
    for (const who of ["stranger", "gemeente", "raad1", "beheer"]) expect(await seen(who)).toEqual(["T-2026-001"]);
    done(await publishDecision(sam, { number: decision }));
    expect(await seen("stranger")).toEqual(["T-2026-001", "T-2026-002"]);
  });
});

describe("afterwards", () => {
  test("validity ends once, and a replacement is named both ways", async () => {
    const chamber = await aChamber();
    const { number: first } = await aDecision(chamber);
    const { number: second } = await aDecision(chamber);
    const sam = await chamber.as("sam");

    expect(answer(await changeDecision(sam, { ...unchanged, number: first, validity: "vervangen" }))).toBe("replacement-missing");
    expect(answer(await changeDecision(sam, { ...unchanged, number: first, validity: "vervangen", replacedBy: first }))).toBe("replaces-itself");
    expect(answer(await changeDecision(sam, { ...unchanged, number: first, validity: "vervangen", replacedBy: second }))).toBe("done");
    expect(answer(await changeDecision(sam, { ...unchanged, number: first, validity: "ingetrokken" }))).toBe("decision-not-valid");
    expect(answer(await changeDecision(await chamber.as("lid1"), { ...unchanged, number: first }))).toBe("not-allowed");
  });

  test("a round's decision is tied to the minutes of its own body only", async () => {
    const chamber = await aChamber();
    const { number } = await aDecision(chamber);
    const { meetingId, itemIds } = await aMeeting(chamber, "gehouden");
    const sam = await chamber.as("sam");

    expect(answer(await linkDecisionToMinutes(sam, { number, meetingId, agendaItemId: itemIds[0] }))).toBe("done");
    expect(await known(chamber, "sam", number)).toMatchObject({ meetingId, agendaItemId: itemIds[0] });
    expect(answer(await linkDecisionToMinutes(sam, { number, meetingId, agendaItemId: "elders" }))).toBe("item-not-found");
    // What others may read is never tied to what they may not.
    expect(answer(await linkDecisionToMinutes(sam, { number, meetingId, agendaItemId: itemIds[1] ?? "" }))).toBe("item-closed");
    expect(await known(chamber, "sam", number)).toMatchObject({ agendaItemId: itemIds[0] });
  });

  test("a meeting does not tie an open decision of a round to its closed item by itself", async () => {
    const chamber = await aChamber();
    await chamber.proposal(1);
    const [roundId, number] = [await aRound(chamber), "B-2026-900"];
    await inTransaction(chamber.db, (trx) => insertDecision(trx, { id: "d900", number, bodyId: "veilig", decidedOn: "2026-11-10" as Day, title: "Uit een ronde", dictum: "x", motivation: "", result: "aangenomen", tlp: "CLEAR", roundId, createdBy: "sam", createdAt: at("09:00"), publishedAt: at("09:00") as Instant }));
    const { meetingId, itemIds } = await aMeeting(chamber, "gaande", [{ title: "Open" }, { title: "Besloten", isClosed: true }]);
    await chamber.db.updateTable("agenda_item").set({ round_id: roundId }).where("id", "=", itemIds[1] ?? "").execute();
    expect(answer(await closeMeeting(await chamber.as("sam"), { meetingId }))).toBe("done");
    expect(await known(chamber, "sam", number)).toMatchObject({ meetingId: null, agendaItemId: null });
  });

  test("the register pages by keyset and filters by year and body", async () => {
    const chamber = await aChamber();
    const { actor } = await chamber.as("stranger");
    await inTransaction(chamber.db, async (trx) => {
      for (let serial = 1; serial <= 5; serial++) {
        const day = `${serial < 3 ? 2025 : 2026}-0${serial}-01` as Day;
        await insertDecision(trx, { id: `d${serial}`, number: `B-${serial}`, bodyId: "veilig", decidedOn: day, title: `Besluit ${serial}`, dictum: "x", motivation: "", result: "aangenomen", tlp: "CLEAR", createdBy: "sam", createdAt: at("09:00"), publishedAt: at("09:00") as Instant });
      }
    });
    const page = await listDecisions(chamber.db, actor, {}, { now: at("10:00"), after: null, size: 3 });
    const next = await listDecisions(chamber.db, actor, {}, { now: at("10:00"), after: page.next, size: 3 });

    expect([...page.decisions, ...next.decisions].map(({ number }) => number)).toEqual(["B-5", "B-4", "B-3", "B-2", "B-1"]);
    expect(next.next).toBeNull();
    expect(await countDecisions(chamber.db, actor, { year: 2025 }, at("10:00"))).toBe(2);
    expect(await countDecisions(chamber.db, actor, { body: "adviesraad" }, at("10:00"))).toBe(0);
    expect(await countDecisions(chamber.db, actor, { q: "besluit 4" }, at("10:00"))).toBe(1);
  });
});
