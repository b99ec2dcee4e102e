import { sql } from "kysely";
import { expect, test } from "vitest";
import { addChapter } from "#app/commands/requirement-sets/add-chapter.ts";
import { addRequirements } from "#app/commands/requirement-sets/add-requirements.ts";
import { changeChapter } from "#app/commands/requirement-sets/change-chapter.ts";
import { changeRequirementSet } from "#app/commands/requirement-sets/change-requirement-set.ts";
import { freezeRequirementSet } from "#app/commands/requirement-sets/freeze-requirement-set.ts";
import { moveChapter } from "#app/commands/requirement-sets/move-chapter.ts";
import { moveRequirement } from "#app/commands/requirement-sets/move-requirement.ts";
import { removeChapter } from "#app/commands/requirement-sets/remove-chapter.ts";
import { removeRequirement } from "#app/commands/requirement-sets/remove-requirement.ts";
import { renewRequirement } from "#app/commands/requirement-sets/renew-requirement.ts";
import { startRequirementSet } from "#app/commands/requirement-sets/start-requirement-set.ts";
import { succeedRequirementSet } from "#app/commands/requirement-sets/succeed-requirement-set.ts";
import { weighRequirements } from "#app/commands/requirement-sets/weigh-requirements.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { compareSets } from "#app/domain/requirement-sets/comparison.ts";
import { problemsOf } from "#app/domain/requirement-sets/completeness.ts";
import { verifyRows } from "#db/queries/audit-rows.ts";
import { isUnchanged, findCheckedSet } from "#db/queries/requirement-checks.ts";
import { findOutline, findWholeOutline, type Line } from "#db/queries/requirement-outlines.ts";
import { findNewestEdition, listEditions } from "#db/queries/requirement-sets.ts";
import { runsOnPostgres } from "#test/support/database.ts";
import { done } from "#test/support/meeting.ts";
import { adopted, aProgramme, aSet, conceptOf, frozen, type Programme } from "#test/support/requirement-sets.ts";

const shown = (lines: readonly Line[]): string[] => lines.map((line) => `${line.number} ${line.kind === "chapter" ? line.chapter.title : line.requirement.title}`);
const linesOf = async (programme: Programme) => findWholeOutline(programme.db, (await conceptOf(programme)).id);
const requirementOf = async (programme: Programme, number: string): Promise<string> => {
  const line = (await linesOf(programme)).find((one) => one.kind === "requirement" && one.requirement.proposal === number);
  if (line?.kind !== "requirement") throw new Error(`${number} is not in the concept`);
  return line.requirement.id;
};

test("a concept numbers itself, and every change of order changes the numbers along", async () => {
  const programme = await aProgramme();
  const { secretary, slug, chapters, second } = programme;
  expect(shown(await linesOf(programme))).toEqual(["1 Algemeen", "1.1 Koppeling werkt altijd", "2 Melden", "2.1 Storingen", "2.1.1 Storing binnen het uur melden"]);

  done(await moveChapter(secretary, { slug, chapterId: chapters.reporting, direction: "up" }));
  done(await moveRequirement(secretary, { slug, requirementId: await requirementOf(programme, second), to: { chapterId: chapters.reporting } }));
  expect(shown(await linesOf(programme))).toEqual(["1 Melden", "1.1 Storing binnen het uur melden", "1.2 Storingen", "2 Algemeen", "2.1 Koppeling werkt altijd"]);
  expect(await moveChapter(secretary, { slug, chapterId: chapters.reporting, direction: "up" })).toMatchObject({ refusal: "already-at-the-edge" });
});

test("chapters go two deep, and one in which something stands is not taken away", async () => {
  const programme = await aProgramme();
  const { secretary, slug, chapters, second } = programme;
  expect(await addChapter(secretary, { slug, title: "Te diep", intro: "", parentId: chapters.section })).toMatchObject({ refusal: "too-deep" });
  expect(await changeChapter(secretary, { slug, chapterId: chapters.reporting, title: "Melden", intro: "", parentId: chapters.general })).toMatchObject({ refusal: "too-deep" });
  expect(await removeChapter(secretary, { slug, chapterId: chapters.section })).toMatchObject({ refusal: "chapter-not-empty" });
  done(await removeRequirement(secretary, { slug, requirementId: await requirementOf(programme, second) }));
  done(await removeChapter(secretary, { slug, chapterId: chapters.section }));
  expect(shown(await linesOf(programme))).toEqual(["1 Algemeen", "1.1 Koppeling werkt altijd", "2 Melden"]);
});

test("only what was adopted comes in, once, and a choice with one that is not comes in not at all", async () => {
  const programme = await aProgramme();
  const { db, secretary, slug, chapters, first } = programme;
  const ready = await adopted(programme, "Ook vastgesteld");
  const open = await adopted(programme, "Nog in bespreking");
  await db.updateTable("proposal").set({ state: "under_discussion" }).where("number", "=", open).execute();
  const add = (...proposals: string[]) => addRequirements(secretary, { slug, chapterId: chapters.general, proposals });

  expect([await add(ready, open), await add(first), await add()]).toMatchObject([{ refusal: "proposal-not-ready" }, { refusal: "proposal-not-ready" }, { refusal: "no-proposals" }]);
  expect(await add(ready)).toEqual({ ok: true, value: { amount: 1 } });
});

test("who may do what: the bureau writes, only the secretaris freezes, nobody else touches it", async () => {
  const programme = await aProgramme();
  const { slug, chapters } = programme;
  const tries = {
    start: (context: CommandContext) => startRequirementSet(context, aSet({ title: "Ander" })),
    change: (context: CommandContext) => addChapter(context, { slug, title: "Extra", intro: "", parentId: null }),
    order: (context: CommandContext) => moveChapter(context, { slug, chapterId: chapters.general, direction: "up" }),
    freeze: (context: CommandContext) => freezeRequirementSet(context, { slug, note: "", seen: 0 }),
    succeed: (context: CommandContext) => succeedRequirementSet(context, { slug }),
  };
  const answers: Record<string, string[]> = {};
  for (const who of ["voorzitter.netwerk", "lid1.netwerk", "secretaris.veilig", "gemeente1", "beheer"]) {
    const context = await programme.actingAs(who);
    answers[who] = [];
    for (const attempt of Object.values(tries)) {
      const answer = await attempt(context);
      answers[who].push(answer.ok ? "ok" : answer.refusal);
    }
  }
  // A concept does not exist for who is outside the body.
  const outside = ["not-allowed", "not-found", "not-found", "not-found", "not-found"];
  expect(answers).toEqual({
    "voorzitter.netwerk": ["ok", "ok", "already-at-the-edge", "not-allowed", "concept-exists"],
    "lid1.netwerk": ["not-allowed", "not-allowed", "not-allowed", "not-allowed", "not-allowed"],
    "secretaris.veilig": outside, gemeente1: outside, beheer: outside,
  });
});

test("what is frozen does not change any more: not by a command and not in the database itself", async () => {
  const programme = await aProgramme();
  const { db, secretary, slug, chapters } = programme;
  const edition = await frozen(programme);
  expect(edition).toMatchObject({ version: 1, frozen: { fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string, note: "Voor de aanbesteding." } });
  expect(await isUnchanged(db, edition)).toBe(true);

  expect(await addChapter(secretary, { slug, title: "Extra", intro: "", parentId: null })).toMatchObject({ refusal: "frozen" });
  expect(await freezeRequirementSet(secretary, { slug, note: "", seen: edition.revision })).toMatchObject({ refusal: "frozen" });
  const refused = /does not change|append-only/;
  await expect(db.updateTable("requirement_set").set({ title: "x" }).where("id", "=", edition.id).execute()).rejects.toThrow(refused);
  await expect(db.updateTable("requirement_chapter").set({ title: "x" }).where("id", "=", chapters.general).execute()).rejects.toThrow(refused);
  await expect(db.deleteFrom("requirement").where("set_id", "=", edition.id).execute()).rejects.toThrow(refused);
  await expect(db.insertInto("requirement_chapter").values({ id: "new", set_id: edition.id, origin_id: "new", parent_id: null, position: 9, number: null, title: "x", intro: "" }).execute()).rejects.toThrow(refused);
  await expect(db.updateTable("requirement_freeze").set({ note: "x" }).execute()).rejects.toThrow(refused);
});

test("two who freeze at the same moment freeze once, and nobody freezes what changed under their eyes", async () => {
  const programme = await aProgramme();
  const { secretary, slug } = programme;
  const { revision } = await conceptOf(programme);
  expect(await freezeRequirementSet(secretary, { slug, note: "", seen: 1 })).toMatchObject({ refusal: "changed-meanwhile" });
  const both = await Promise.all([0, 1].map(() => freezeRequirementSet(secretary, { slug, note: "", seen: revision })));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await programme.db.selectFrom("event").select("id").where("act", "=", "requirement-set.freeze").execute()).toHaveLength(1);
});

test("the check stands in the way: weights, labels and texts that nobody adopted; remarks ask for a reason", async () => {
  const programme = await aProgramme();
  const { db, secretary, slug, chapters, first } = programme;
  const wish = await adopted(programme, "Graag ook zo", { kind: "wens", weight: 60, acceptance: "", tlp: "GREEN" });
  done(await addRequirements(secretary, { slug, chapterId: chapters.general, proposals: [wish] }));
  await db.updateTable("proposal").set({ state: "under_discussion" }).where("number", "=", first).execute();
  const concept = await conceptOf(programme);
  const codes = problemsOf(await findCheckedSet(db, concept, await findWholeOutline(db, concept.id))).map(({ code, requirement }) => `${code} ${requirement?.proposal ?? ""}`.trim());
  expect(codes).toEqual(["weights-not-100", `not-adopted ${first}`, `acceptance-missing ${wish}`, `label-stricter ${wish}`]);
  expect(await freezeRequirementSet(secretary, { slug, note: "Toch", seen: concept.revision })).toMatchObject({ refusal: "incomplete" });

  done(await removeRequirement(secretary, { slug, requirementId: await requirementOf(programme, first) }));
  expect(await weighRequirements(secretary, { slug, weights: new Map([[await requirementOf(programme, wish), 100]]) })).toEqual({ ok: true, value: { total: 100 } });
  done(await removeRequirement(secretary, { slug, requirementId: await requirementOf(programme, wish) }));
  // Only an empty chapter is left: a remark.
  const { revision } = await conceptOf(programme);
  expect(await freezeRequirementSet(secretary, { slug, note: " ", seen: revision })).toMatchObject({ refusal: "note-missing" });
  expect(await freezeRequirementSet(secretary, { slug, note: "Hoofdstuk volgt", seen: revision })).toMatchObject({ ok: true });
});

test("the next version starts as the last one ended, and shows exactly what changed since", async () => {
  const programme = await aProgramme();
  const { db, secretary, slug, first, second } = programme;
  const before = await frozen(programme);
  expect(done(await succeedRequirementSet(secretary, { slug }))).toEqual({ version: 2 });
  expect(await succeedRequirementSet(secretary, { slug })).toMatchObject({ refusal: "concept-exists" });
  const chapters = (await linesOf(programme)).flatMap((line) => (line.kind === "chapter" ? [line.chapter] : []));
  const third = await adopted(programme, "Derde eis");
  done(await addRequirements(secretary, { slug, chapterId: chapters[0]?.id ?? "", proposals: [third] }));
  done(await removeRequirement(secretary, { slug, requirementId: await requirementOf(programme, second) }));
  const after = await frozen(programme, "De paragraaf is leeg.");

  const compared = async (setId: string) => {
    const lines = await findWholeOutline(db, setId);
    const origins = new Map(lines.flatMap((line) => (line.kind === "chapter" ? [[line.chapter.id, line.chapter.originId] as const] : [])));
    return lines.flatMap((line) => (line.kind === "requirement" ? [{ ...line.requirement, number: line.number, chapter: origins.get(line.requirement.chapterId) ?? "" }] : []));
  };
  const { added, removed, changed, moved } = compareSets(await compared(before.id), await compared(after.id));
  expect([added.map(({ proposal }) => proposal), removed.map(({ proposal }) => proposal), changed, moved]).toEqual([[third], [second], [], []]);
  expect(after.frozen?.fingerprint).not.toBe(before.frozen?.fingerprint);
  expect((await findOutline(db, secretary.actor, before.id)).lines.flatMap((line) => (line.kind === "requirement" ? [line.requirement.proposal] : []))).toEqual([first, second]);
});

test("a newer adopted version is offered and taken, and the place stays", async () => {
  const programme = await aProgramme();
  const { db, secretary, slug, first } = programme;
  const requirementId = await requirementOf(programme, first);
  expect(await renewRequirement(secretary, { slug, requirementId })).toMatchObject({ refusal: "no-newer-version" });
  const version = await db.selectFrom("proposal_version").innerJoin("proposal", "proposal.id", "proposal_version.proposal_id").selectAll("proposal_version").where("proposal.number", "=", first).executeTakeFirstOrThrow();
  await db.insertInto("proposal_version").values({ ...version, id: "second-text", number: 2, title: "Koppeling werkt dag en nacht" }).execute();
  await db.updateTable("proposal").set({ current_version: 2 }).where("number", "=", first).execute();

  expect(await renewRequirement(secretary, { slug, requirementId })).toEqual({ ok: true, value: { version: 2 } });
  expect(shown(await linesOf(programme))[1]).toBe("1.1 Koppeling werkt dag en nacht");
});

test("a stranger reads a frozen edition as far as its label allows, never a concept, and never a requirement that became stricter", async () => {
  const programme = await aProgramme();
  const { db, secretary, slug, first } = programme;
  const stranger = (await programme.actingAs("stranger")).actor;
  expect(await listEditions(db, stranger, slug)).toEqual([]);
  const edition = await frozen(programme);
  expect((await findNewestEdition(db, stranger, slug))?.version).toBe(1);

  await db.updateTable("proposal").set({ tlp: "AMBER" }).where("number", "=", first).execute();
  const outline = await findOutline(db, stranger, edition.id);
  expect([shown(outline.lines), outline.hidden]).toEqual([["1 Algemeen", "2 Melden", "2.1 Storingen", "2.1.1 Storing binnen het uur melden"], 1]);
  done(await succeedRequirementSet(secretary, { slug }));
  expect(await changeRequirementSet(secretary, { ...aSet(), slug, tlp: "GREEN" })).toMatchObject({ ok: true });
  expect(await listEditions(db, stranger, slug)).toEqual([]);
  expect(await changeRequirementSet(secretary, { ...aSet(), slug, tlp: "CLEAR" })).toMatchObject({ refusal: "looser-than-frozen" });
  expect((await listEditions(db, (await programme.actingAs("gemeente1")).actor, slug)).map(({ version }) => version)).toEqual([1]);
});

test("the check of the log recomputes every frozen edition, and finds one that was changed behind the portal's back", async () => {
  const programme = await aProgramme();
  const { db } = programme;
  await frozen(programme);
  expect(await verifyRows(db)).toMatchObject({ sets: 1, broken: null });
  // A trigger refuses this; who owns the file can take the trigger away.
  for (const statement of runsOnPostgres ? ["alter table requirement_set disable trigger requirement_set_frozen_no_change"] : ["drop trigger requirement_set_frozen_no_update"]) await sql.raw(statement).execute(db);
  await db.updateTable("requirement_set").set({ intro: "Stiekem" }).execute();
  expect(await verifyRows(db)).toMatchObject({ broken: { kind: "requirement_set", fault: "fingerprint-differs" } });
});
