import { describe, expect, test } from "vitest";
import { recordDecision } from "#app/commands/decisions/record-decision.ts";
import { addErratum } from "#app/commands/meetings/add-erratum.ts";
import { adoptMinutes } from "#app/commands/meetings/adopt-minutes.ts";
import { answerCorrection } from "#app/commands/meetings/answer-correction.ts";
import { publishMinutes } from "#app/commands/meetings/publish-minutes.ts";
import { recordAttendance } from "#app/commands/meetings/record-attendance.ts";
import { shareConceptMinutes } from "#app/commands/meetings/share-concept-minutes.ts";
import { submitCorrection } from "#app/commands/meetings/submit-correction.ts";
import { withdrawCorrection } from "#app/commands/meetings/withdraw-correction.ts";
import { basisOf, writeMinutes } from "#app/commands/meetings/write-minutes.ts";
import { MEETING_STATES, type MeetingState } from "#app/domain/meetings/meeting.ts";
import { findAgendaItem, listAgenda } from "#db/queries/agenda-items.ts";
import { listCorrections } from "#db/queries/minutes-corrections.ts";
import { findMinutesVersions, listMinutesVersions } from "#db/queries/minutes-versions.ts";
import { minutesReadableBy } from "#db/queries/open-items.ts";
import { countHits } from "#db/search.ts";
import { aMeeting, done, type Stage } from "#test/support/meeting.ts";
import { aChamber, at, type Chamber } from "#test/support/voting.ts";

const answer = (result: { ok: boolean; refusal?: string }) => (result.ok ? "done" : result.refusal);

/** A meeting of Veilig with lid1 and lid2 present and lid3 absent, brought as far as the test needs. */
async function attended(chamber: Chamber, stage: Stage = "notulen_concept") {
  const meeting = await aMeeting(chamber, "gehouden");
  const sam = await chamber.as("sam");
  done(await recordAttendance(sam, { meetingId: meeting.meetingId, members: [{ personId: "lid1", state: "aanwezig" }, { personId: "lid2", state: "aanwezig" }, { personId: "lid3", state: "afwezig" }], guests: [] }));
  if (stage === "notulen_concept") done(await shareConceptMinutes(sam, { meetingId: meeting.meetingId }));
  return meeting;
}

const wish = (meetingId: string, agendaItemId: string) => ({ meetingId, agendaItemId, passage: "60 minuten", suggestion: "30 minuten" });

describe("writing", () => {
  test("who changed another item than the other loses nothing; who changed the same one is told", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds, agenda } = await aMeeting(chamber, "gaande");
    const sam = await chamber.as("sam");
    const [first, second = ""] = itemIds;
    const empty = basisOf("", null);
    const form = (one: string, two: string) => ({ meetingId, revision: 0, items: [{ id: first, minutes: one, basis: empty }, { id: second, minutes: two, basis: empty }] });

    expect(answer(await writeMinutes(sam, form("Van de een", "")))).toBe("done");
    expect(answer(await writeMinutes(sam, form("", "Van de ander")))).toBe("done");
    expect((await agenda()).map(({ minutes }) => minutes)).toEqual(["Van de een", "Van de ander"]);
    expect(answer(await writeMinutes(sam, form("Nog een keer", "")))).toBe("lost-update");
    expect((await agenda()).map(({ minutes }) => minutes)).toEqual(["Van de een", "Van de ander"]);
  });

  test("each change of the shared concept is a version that never changes", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds } = await attended(chamber);
    const sam = await chamber.as("sam");
    done(await writeMinutes(sam, { meetingId, revision: 1, items: [{ id: itemIds[0], minutes: "De termijn wordt 30 minuten." }] }));

    expect((await listMinutesVersions(chamber.db, meetingId)).map(({ number }) => number)).toEqual([2, 1]);
    const texts = await findMinutesVersions(chamber.db, meetingId, [1, 2]);
    expect([texts.get(1)?.[0]?.minutes, texts.get(2)?.[0]?.minutes]).toEqual(["De termijn blijft **60 minuten**.", "De termijn wordt 30 minuten."]);
    await expect(chamber.db.updateTable("minutes_version").set({ items: "[]" }).execute()).rejects.toThrow();
    await expect(chamber.db.deleteFrom("minutes_version").execute()).rejects.toThrow();
  });
});

describe("the concept and its corrections", () => {
  test("sharing mails whoever was there, and nobody else", async () => {
    const chamber = await aChamber();
    const { meetingId } = await attended(chamber);
    const mail = await chamber.db.selectFrom("mail").select(["person_id", "kind", "subject_id"]).where("kind", "=", "minutes-concept").orderBy("person_id").execute();
    expect(mail).toEqual(["lid1", "lid2"].map((person_id) => ({ person_id, kind: "minutes-concept", subject_id: meetingId })));
  });

  test("only whoever was there asks, and only for what the text says", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds } = await attended(chamber);
    const ask = async (who: string, changes = {}) => answer(await submitCorrection(await chamber.as(who), { ...wish(meetingId, itemIds[0]), ...changes }));

    for (const who of ["lid3", "sam", "vera", "rita", "gemeente", "stranger"]) expect([who, await ask(who)]).toEqual([who, "not-allowed"]);
    expect(await ask("lid1")).toBe("done");
    expect(await ask("lid1", { passage: "90 minuten" })).toBe("passage-not-found");
    expect(await ask("lid1", { suggestion: "60 minuten" })).toBe("nothing-changes");
    expect(await ask("lid1", { passage: "", suggestion: " " })).toBe("suggestion-missing");
    expect(await ask("lid2", { agendaItemId: "elders" })).toBe("item-not-found");
    const { payload } = await chamber.db.selectFrom("event").select("payload").where("act", "=", "correction.submit").executeTakeFirstOrThrow();
    expect(payload).not.toContain("minuten");
  });

  test("the answer changes the text in the same act, or says why not; until then nothing is adopted", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds, agenda } = await attended(chamber);
    const [sam, vera, lid1] = [await chamber.as("sam"), await chamber.as("vera"), await chamber.as("lid1")];
    const plain = { meetingId, agendaItemId: itemIds[0] };
    for (const suggestion of [{ passage: "60 minuten", suggestion: "30 minuten" }, { passage: "", suggestion: "Er is een pauze." }, { passage: "De termijn", suggestion: "De duur" }]) done(await submitCorrection(lid1, { ...plain, ...suggestion }));

    expect(answer(await adoptMinutes(vera, { meetingId }))).toBe("corrections-open");
    expect(answer(await answerCorrection(vera, { meetingId, number: 1, disposition: "adopted", answer: "", wording: null }))).toBe("not-allowed");
    expect(done(await answerCorrection(sam, { meetingId, number: 1, disposition: "adopted", answer: "", wording: "30 minuten" }))).toEqual({ version: 2 });
    expect((await agenda())[0]?.minutes).toBe("De termijn blijft **30 minuten**.");
    expect(answer(await answerCorrection(sam, { meetingId, number: 1, disposition: "not", answer: "Toch niet", wording: null }))).toBe("correction-closed");
    expect(answer(await answerCorrection(sam, { meetingId, number: 2, disposition: "not", answer: " ", wording: null }))).toBe("answer-missing");
    expect(done(await answerCorrection(sam, { meetingId, number: 2, disposition: "partly", answer: "Korter", wording: "Er was pauze." }))).toEqual({ version: 3 });
    expect((await agenda())[0]?.minutes).toBe("De termijn blijft **30 minuten**.\n\nEr was pauze.");
    expect(answer(await withdrawCorrection(await chamber.as("lid2"), { meetingId, number: 3 }))).toBe("not-allowed");
    expect(answer(await withdrawCorrection(lid1, { meetingId, number: 3 }))).toBe("done");
    expect((await listCorrections(chamber.db, meetingId)).map(({ disposition, answer: said, handledIn }) => [disposition, said, handledIn])).toEqual([["adopted", "", 2], ["partly", "Korter", 3], [null, null, null]]);
    expect(answer(await adoptMinutes(vera, { meetingId }))).toBe("done");
    expect(answer(await submitCorrection(lid1, wish(meetingId, itemIds[0])))).toBe("meeting-wrong-state");
  });

  test("a passage that changed since is not replaced by guess", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds } = await attended(chamber);
    const sam = await chamber.as("sam");
    done(await submitCorrection(await chamber.as("lid1"), wish(meetingId, itemIds[0])));
    done(await writeMinutes(sam, { meetingId, revision: 1, items: [{ id: itemIds[0], minutes: "60 minuten, ja 60 minuten." }] }));

    expect(answer(await answerCorrection(sam, { meetingId, number: 1, disposition: "adopted", answer: "", wording: "30 minuten" }))).toBe("passage-not-found");
    expect(answer(await answerCorrection(sam, { meetingId, number: 1, disposition: "adopted", answer: "Met de hand", wording: null }))).toBe("done");
  });
});

describe("what may happen in which state, by whom", () => {
  const ACTS = {
    write: (meetingId: string, itemId: string, as: Awaited<ReturnType<Chamber["as"]>>) => writeMinutes(as, { meetingId, revision: 1, items: [{ id: itemId, minutes: "x", basis: "anders" }] }),
    share: (meetingId: string, _: string, as: Awaited<ReturnType<Chamber["as"]>>) => shareConceptMinutes(as, { meetingId }),
    suggest: (meetingId: string, itemId: string, as: Awaited<ReturnType<Chamber["as"]>>) => submitCorrection(as, wish(meetingId, itemId)),
    answer: (meetingId: string, _: string, as: Awaited<ReturnType<Chamber["as"]>>) => answerCorrection(as, { meetingId, number: 9, disposition: "adopted", answer: "", wording: null }),
    adopt: (meetingId: string, _: string, as: Awaited<ReturnType<Chamber["as"]>>) => adoptMinutes(as, { meetingId, inMeetingId: "geen" }),
    publish: (meetingId: string, _: string, as: Awaited<ReturnType<Chamber["as"]>>) => publishMinutes(as, { meetingId }),
    correct: (meetingId: string, _: string, as: Awaited<ReturnType<Chamber["as"]>>) => addErratum(as, { meetingId, statement: " " }),
  };
  /** who may at all; for anybody else the answer is the same in every state */
  const RIGHTS: Record<keyof typeof ACTS, readonly string[]> = { write: ["sam"], share: ["sam"], suggest: ["lid1"], answer: ["sam"], adopt: ["sam", "vera"], publish: ["sam"], correct: ["sam"] };
  const STATES: Record<keyof typeof ACTS, readonly MeetingState[]> = {
    ...{ write: ["gaande", "gehouden", "notulen_concept"], share: ["gehouden"], suggest: ["notulen_concept"], answer: ["notulen_concept"], adopt: ["notulen_concept"], publish: ["vastgesteld"], correct: ["vastgesteld", "gepubliceerd"] },
  };

  test("every state, act and role", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds } = await attended(chamber);
    const wrong: string[] = [];
    for (const state of MEETING_STATES) {
      for (const act of Object.keys(ACTS) as (keyof typeof ACTS)[]) {
        for (const who of ["sam", "vera", "lid1", "lid3", "raad1", "rita", "gemeente", "beheer", "stranger"]) {
          await chamber.db.updateTable("meeting").set({ state, minutes_revision: 1 }).where("id", "=", meetingId).execute();
          const said = answer(await ACTS[act](meetingId, itemIds[0], await chamber.as(who)));
          const expected = !RIGHTS[act].includes(who) ? "not-allowed" : STATES[act].includes(state) ? "past the state" : "meeting-wrong-state";
          const got = said === "not-allowed" || said === "meeting-wrong-state" ? said : "past the state";
          if (got !== expected) wrong.push(`${state} ${act} ${who}: ${said}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("publication", () => {
  async function published(chamber: Chamber) {
    const meeting = await attended(chamber);
    done(await adoptMinutes(await chamber.as("vera"), { meetingId: meeting.meetingId }));
    done(await publishMinutes(await chamber.as("sam"), { meetingId: meeting.meetingId }));
    return meeting;
  }

  test("the open items can be found by their words, the closed ones by nobody outside", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds } = await published(chamber);
    const found = async (who: string, words: string) => (await countHits(chamber.db, (await chamber.as(who)).actor, words, at("12:00"))).minutes;

    expect([await found("stranger", "termijn"), await found("lid1", "termijn")]).toEqual([1, 1]);
    for (const who of ["stranger", "gemeente", "raad1", "beheer"]) expect(await found(who, "aanbod")).toBe(0);
    await chamber.db.updateTable("agenda_item").set({ tlp: "AMBER" }).where("id", "=", itemIds[0]).execute();
    expect([await found("stranger", "termijn"), await found("gemeente", "termijn"), await found("raad1", "termijn")]).toEqual([0, 0, 1]);
    expect(meetingId).not.toBe("");
  });

  test("the condition in SQL says the same as the rule for one item", async () => {
    const chamber = await aChamber();
    await chamber.proposal(1, { tlp: "GREEN" });
    const { meetingId, itemIds } = await published(chamber);
    const differing: string[] = [];
    for (const who of ["stranger", "gemeente", "raad1", "lid1", "beheer"]) {
      const { actor } = await chamber.as(who);
      for (const tlp of ["CLEAR", "GREEN", "AMBER", "RED"] as const) {
        for (const proposal_id of [null, "p1"]) {
          await chamber.db.updateTable("agenda_item").set({ tlp, proposal_id }).where("id", "=", itemIds[0]).execute();
          const rule = await findAgendaItem(chamber.db, actor, meetingId, itemIds[0]);
          const row = await chamber.db.selectFrom("agenda_item").innerJoin("meeting", "meeting.id", "agenda_item.meeting_id").select("agenda_item.id").where("agenda_item.id", "=", itemIds[0]).where(minutesReadableBy(actor)).executeTakeFirst();
          if ((rule !== null) !== (row !== undefined)) differing.push(`${who} ${tlp} ${proposal_id ?? "-"}`);
        }
      }
      expect((await listAgenda(chamber.db, actor, meetingId)).length).toBeLessThanOrEqual(2);
    }
    expect(differing).toEqual([]);
  });

  test("minutes that tell of a decision under embargo stay inside until it is over", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds } = await attended(chamber);
    const sam = await chamber.as("sam");
    done(await recordDecision(sam, { meetingId, agendaItemId: itemIds[0], title: "Later", dictum: "Later bekend.", motivation: "", result: "aangenomen", embargoUntil: at("12:00") }));
    done(await adoptMinutes(await chamber.as("vera"), { meetingId }));

    expect(answer(await publishMinutes(sam, { meetingId }))).toBe("embargo-runs");
    chamber.clockStrikes("12:00");
    expect(answer(await publishMinutes(await chamber.as("sam"), { meetingId }))).toBe("done");
  });
});
