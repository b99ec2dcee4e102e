import { zipSync, strToU8 } from "fflate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annexName, LARGEST_ANNEX, sniff } from "#app/domain/meetings/annex.ts";
import { allows, MEETING_STATES } from "#app/domain/meetings/meeting.ts";
import { clocksAfter, countHands, secondsSpent, seatsInRoom, type Hand, type PresentSeat } from "#app/domain/meetings/room.ts";
import { may, type Act } from "#app/domain/access/policy.ts";
import { ROLES, STRANGER, type Actor, type Role } from "#app/domain/access/actor.ts";
import { later, type Instant } from "#app/domain/shared/instant.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";

const noon = "2026-03-05T12:00:00.000Z" as Instant;

describe("the clock", () => {
  test("one item runs at a time, and what an item took is never lost", () => {
    const steps = fc.array(fc.record({ item: fc.constantFrom("a", "b", "c", null), wait: fc.integer({ min: 0, max: 600 }) }), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (walk) => {
        let [items, now, running] = [["a", "b", "c"].map((id) => ({ id, spentSeconds: 0, runningSince: null as Instant | null })), noon, 0];
        for (const { item, wait } of walk) {
          const changed = new Map(clocksAfter(items, item, now).map((clock) => [clock.id, clock]));
          items = items.map((one) => changed.get(one.id) ?? one);
          if (items.filter(({ runningSince }) => runningSince !== null).length > 1) return false;
          if (item !== null) running += wait;
          now = later(now, wait * 1000);
        }
        return items.reduce((sum, item) => sum + secondsSpent(item, now), 0) === running;
      }),
    );
  });

  test("a clock that was set back counts as no time", () => {
    expect(secondsSpent({ spentSeconds: 90, runningSince: noon }, later(noon, -60_000))).toBe(90);
  });
});

describe("a show of hands", () => {
  const seat = (id: string, present = true, weight = 1): PresentSeat => ({ id, name: id, weight, present });
  const seats = (present: number, of: number) => Array.from({ length: of }, (_, place) => seat(`s${place}`, place < present));
  const hands = (named: Record<string, Hand | null>, rest: Hand | null, room: readonly PresentSeat[], rule = ruleOf("gewoon")) => countHands(rule, room, new Map(Object.entries(named)), rest);

  test("the rest speaks for whoever is not named; who is away says nothing and weighs on the quorum", () => {
    expect(hands({ s0: "tegen", s1: "onthouden" }, "voor", seats(12, 22))).toMatchObject({ value: { outcome: "aangenomen", tally: { for: 10, against: 1, abstain: 1, seatsCast: 12, quorumNeeded: 12, needed: 6 } } });
    expect(hands({}, "voor", seats(11, 22))).toMatchObject({ value: { outcome: "quorum_niet_gehaald" } });
  });

  test("with the majority of who is present, abstaining counts against", () => {
    const rule = ruleOf("gewoon", { majority: { num: 1, den: 2, strict: true, base: "aanwezig" } });
    expect(hands({ s0: "voor", s1: "voor", s2: "voor" }, "onthouden", seats(6, 9), rule)).toMatchObject({ value: { outcome: "verworpen", tally: { base: 6, needed: 4 } } });
    expect(hands({ s0: null }, "voor", seats(6, 9), rule)).toMatchObject({ value: { outcome: "aangenomen", tally: { for: 5, seatsCast: 5, base: 6 } } });
  });

  test("a seat that is not in the room cannot be named, an empty room cannot vote, and silence is no vote", () => {
    expect(hands({ s5: "voor" }, null, seats(3, 9))).toMatchObject({ refusal: "seat-not-present" });
    expect(hands({}, "voor", seats(0, 9))).toMatchObject({ refusal: "nobody-present" });
    expect(hands({}, null, seats(3, 9))).toMatchObject({ refusal: "no-hands" });
  });

  test("a seat is there when one of its holders is, once however many there are", () => {
    const room = seatsInRoom([{ id: "s", name: "s", weight: 1, holderIds: ["a", "b"] }, { id: "t", name: "t", weight: 1, holderIds: ["c"] }], new Set(["a", "b"]));
    expect(room.map(({ present }) => present)).toEqual([true, false]);
  });
});

describe("an annex is what its bytes say", () => {
  const zip = (names: Record<string, string>) => zipSync(Object.fromEntries(Object.entries(names).map(([name, text]) => [name, [strToU8(text), { level: 0 as const }]])));

  test.each([
    ["a PDF", strToU8("%PDF-1.7 …"), "pdf"],
    ["a document of Word", zip({ "[Content_Types].xml": "x", "word/document.xml": "x" }), "docx"],
    ["a spreadsheet of OpenDocument", zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "x" }), "ods"],
    ["plain text", strToU8("Kosten;Jaar\n€ 10;2026\n"), "txt"],
  ])("%s", (_, bytes, kind) => {
    expect(sniff(bytes)).toEqual({ ok: true, value: kind });
  });

  test.each([
    ["nothing", new Uint8Array(), "annex-missing"],
    ["too much", new Uint8Array(LARGEST_ANNEX + 1), "annex-too-large"],
    ["a page", strToU8(" \n<!doctype html><script>x</script>"), "annex-type-unknown"],
    ["a drawing with script", strToU8('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), "annex-type-unknown"],
    ["a program", Uint8Array.from([0x4d, 0x5a, 0, 0, 1]), "annex-type-unknown"],
    ["some other zip", zip({ "a.txt": "x" }), "annex-type-unknown"],
    ["macros", zip({ "[Content_Types].xml": "x", "word/document.xml": "x", "word/vbaProject.bin": "x" }), "annex-has-macros"],
  ])("%s is refused", (_, bytes, refusal) => {
    expect(sniff(bytes)).toEqual({ ok: false, refusal });
  });

  test("no bytes whatever make it stumble, and no name leaves its folder", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, isZip) => typeof sniff(isZip ? Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]) : bytes).ok === "boolean"));
    fc.assert(fc.property(fc.string({ unit: "binary" }), (name) => /^[^\\/"\r\n\u0000]+\.pdf$/u.test(annexName(name, "pdf")) && annexName(name, "pdf").length <= 104));
    expect([annexName("../../etc/kosten 2026.PDF", "pdf"), annexName("tabel.csv", "txt"), annexName("plaatje.exe", "png"), annexName(".pdf", "pdf")]).toEqual(["kosten 2026.pdf", "tabel.csv", "plaatje.png", "bijlage.pdf"]);
  });
});

/** What each role may do to a meeting of its own body, in which state. */
describe("state × act × role", () => {
  const actor = (role: Role): Actor => ({ ...STRANGER, id: "p", memberships: [{ bodyId: "b", bodySlug: "b", bodyName: "b", seatId: "s", organisationId: "o", organisationName: "o", isVoting: role === "member", role }] });
  const ACTS = [["agenda.change", "change-agenda"], ["agenda.send", "send-agenda"], ["attendance.reply", "reply"], ["attendance.record", "attend"], ["room.clock", "run"], ["room.note", "note"], ["outcome.note", "note"], ["hands.record", "run"], ["meeting.cancel", "cancel"]] as const;

  test("only these", () => {
    const can = ROLES.flatMap((role) => ACTS.flatMap(([act, step]) => {
      const states = MEETING_STATES.filter((state) => may(actor(role), act, { bodyId: "b" }) && allows(state, step));
      return states.length === 0 ? [] : [`${role} ${act}: ${states.join(" ")}`];
    }));
    expect(can).toEqual([
      "chair attendance.reply: gepland agenda_verstuurd",
      "chair meeting.cancel: gepland agenda_verstuurd",
      "secretary agenda.change: gepland agenda_verstuurd gaande",
      "secretary agenda.send: gepland agenda_verstuurd",
      "secretary attendance.reply: gepland agenda_verstuurd",
      "secretary attendance.record: gaande gehouden notulen_concept",
      "secretary room.clock: gaande",
      "secretary room.note: gaande gehouden",
      "secretary outcome.note: gaande gehouden",
      "secretary hands.record: gaande",
      "secretary meeting.cancel: gepland agenda_verstuurd",
      "member attendance.reply: gepland agenda_verstuurd",
      "substitute attendance.reply: gepland agenda_verstuurd",
      "observer attendance.reply: gepland agenda_verstuurd",
    ]);
    expect(ACTS.filter(([act]) => may(actor("secretary"), act as Act, { bodyId: "elders" }))).toEqual([]);
  });
});
