import { describe, expect, test } from "vitest";
import { addVersion } from "#app/commands/proposals/add-version.ts";
import { commentOnVersion } from "#app/commands/proposals/comment-on-version.ts";
import { mergeAmendments } from "#app/commands/proposals/merge-amendments.ts";
import { replyToComment } from "#app/commands/proposals/reply-to-comment.ts";
import { setConsultation } from "#app/commands/proposals/set-consultation.ts";
import { submitAmendment } from "#app/commands/proposals/submit-amendment.ts";
import { withdrawAmendment } from "#app/commands/proposals/withdraw-amendment.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import type { FieldTexts } from "#app/domain/proposals/passages.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { findAmendment, listAmendments } from "#db/queries/amendments.ts";
import { listComments } from "#db/queries/comments.ts";
import { listNews } from "#db/queries/following.ts";
import { findChain } from "#db/queries/proposal-chain.ts";
import { findProposal, findVersion } from "#db/queries/proposals.ts";
import { aDraftingTable, aProposal, aText, theLog } from "#test/support/drafting.ts";
import { at, type Chamber } from "#test/support/voting.ts";

const STATEMENT = "De leverancier meldt een incident binnen 60 minuten.";
const today = "2026-11-05" as Day;
const idOf = async (chamber: Chamber, number: string) => (await findProposal(chamber.db, (await chamber.as("sam")).actor, number, today))?.id ?? "";
const edited = (changes: Partial<FieldTexts>): FieldTexts => ({ ...aText(), ...changes });

/** An amendment that makes of "60" what is asked, or anything else; answers its volgnummer. */
async function amend(chamber: Chamber, who: string, number: string, statement: string, basedOn = 1): Promise<number> {
  const made = await submitAmendment(await chamber.as(who), { number, basedOn, parent: null, text: edited({ statement }), reason: "Dat is beter." });
  if (!made.ok) throw new Error(made.refusal);
  return made.value.amendment;
}

const changeOf = async (chamber: Chamber, number: string, amendment: number) => (await findAmendment(chamber.db, await idOf(chamber, number), amendment))?.changes[0];

describe("an amendment", () => {
  test("is kept as concrete changes against the version it was made on, and the log tells", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);

    await amend(chamber, "lid2", number, STATEMENT.replace("60", "30"));

    expect(await listAmendments(chamber.db, await idOf(chamber, number))).toMatchObject([
      { number: 1, baseVersion: 1, state: "submitted", organisationName: "Gemeente lid2", changes: [{ field: "statement", start: 41, removed: "60", added: "30", nowStart: 41 }] },
    ]);
    expect((await theLog(chamber)).at(-1)).toBe("lid2 amendment.submit");
  });

  test("tells its maker when another wants the same passage, and is kept all the same", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    await amend(chamber, "lid2", number, STATEMENT.replace("60", "30"));

    const second = await submitAmendment(await chamber.as("lid3"), { number, basedOn: 1, parent: null, text: edited({ statement: STATEMENT.replace("60 minuten", "een uur") }), reason: "Leesbaarder." });

    expect(second).toEqual({ ok: true, value: { amendment: 2, collidesWith: ["1.1"] } });
  });

  test("moves along with a version that leaves its passage alone, and is marked when its text changed", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    await amend(chamber, "lid2", number, STATEMENT.replace("60", "30"));
    const save = async (statement: string, basedOn: number) => addVersion(await chamber.as("lid1"), { ...aText({ statement }), number, basedOn, why: "Beter" });

    await save(`Altijd geldt: ${STATEMENT}`, 1);
    expect(await changeOf(chamber, number, 1)).toMatchObject({ nowStart: 55, goneIn: null });
    await save(`Altijd geldt: ${STATEMENT.replace("60", "45")}`, 2);
    expect(await changeOf(chamber, number, 1)).toMatchObject({ nowStart: null, goneIn: 3 });
  });

  test("made on a text that moved on meanwhile lands at its place in the newest version", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    await addVersion(await chamber.as("lid1"), { ...aText({ statement: `Altijd geldt: ${STATEMENT}` }), number, basedOn: 1, why: "Altijd" });

    await amend(chamber, "lid2", number, STATEMENT.replace("60", "30"), 1);

    expect(await changeOf(chamber, number, 1)).toMatchObject({ start: 41, nowStart: 55 });
  });

  test("is taken back by its maker only, and only while nobody dealt with it", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const amendment = await amend(chamber, "lid2", number, STATEMENT.replace("60", "30"));

    expect(await withdrawAmendment(await chamber.as("lid3"), { number, amendment })).toEqual({ ok: false, refusal: "not-allowed" });
    expect((await withdrawAmendment(await chamber.as("lid2"), { number, amendment })).ok).toBe(true);
    expect(await withdrawAmendment(await chamber.as("lid2"), { number, amendment })).toEqual({ ok: false, refusal: "amendment-settled" });
  });

  test.each([
    ["the same text", "lid2", STATEMENT, "Waarom niet", "amendment-unchanged"],
    ["no reason", "lid2", "Anders.", " ", "reason-missing"],
    ["an account without a seat", "gemeente", "Anders.", "Ik wil dat", "not-allowed"],
  ])("with %s is refused", async (_, who, statement, reason, refusal) => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    expect(await submitAmendment(await chamber.as(who), { number, basedOn: 1, parent: null, text: edited({ statement }), reason })).toEqual({ ok: false, refusal });
  });

  test("on an amendment builds on its changes", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    await amend(chamber, "lid2", number, `${STATEMENT} Dag en nacht.`);

    await submitAmendment(await chamber.as("lid3"), { number, basedOn: 1, parent: 1, text: edited({ statement: `${STATEMENT} Dag en nacht, ook op zondag.` }), reason: "Volledig" });

    expect((await listAmendments(chamber.db, await idOf(chamber, number)))[1]).toMatchObject({ parent: 1, changes: [{ added: " Dag en nacht, ook op zondag." }] });
  });
});

describe("merging", () => {
  async function aContestedProposal() {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    await amend(chamber, "lid2", number, STATEMENT.replace("60", "30"));
    await amend(chamber, "lid3", number, `Altijd: ${STATEMENT}`);
    const [first, second] = [await changeOf(chamber, number, 1), await changeOf(chamber, number, 2)];
    const ruling = (choice: "adopted" | "partly" | "not", changeId = "", answer = "Daarom.", wording = "") => ({ changeId, choice, answer, wording });
    return { chamber, number, ruling, first: first?.id ?? "", second: second?.id ?? "" };
  }

  test("makes the next version, with a disposition and an answer for each change, and tells who asked", async () => {
    const { chamber, number, ruling, first, second } = await aContestedProposal();
    chamber.clockStrikes("10:00");

    const merged = await mergeAmendments(await chamber.as("sam"), { number, basedOn: 1, why: "Twee voorstellen", rulings: [ruling("partly", first, "Een middenweg.", "45"), ruling("not", second)] });

    expect(merged).toEqual({ ok: true, value: { version: 2, isNew: true } });
    const proposalId = await idOf(chamber, number);
    expect((await findVersion(chamber.db, proposalId, 2))?.statement).toBe(STATEMENT.replace("60", "45"));
    expect(await listAmendments(chamber.db, proposalId)).toMatchObject([
      { state: "handled", changes: [{ disposition: "partly", wording: "45", answer: "Een middenweg.", handledOn: 1, handledIn: 2 }] },
      { state: "handled", changes: [{ disposition: "not", answer: "Daarom." }] },
    ]);
    const proposal = await findProposal(chamber.db, STRANGER, number, today);
    const chain = proposal && (await findChain(chamber.db, STRANGER, proposal, at("11:00")));
    expect(chain?.reactions).toMatchObject({ amendments: 2, openAmendments: 0, totals: new Map([[1, { adopted: 0, partly: 1, not: 1 }]]) });
    expect((await theLog(chamber)).slice(-2)).toEqual(["sam proposal.edit", "sam amendment.merge"]);
    expect((await listNews(chamber.db, (await chamber.as("lid2")).actor, at("11:00"))).map(({ kind, detail }) => `${kind} ${detail}`)).toContain("amendment-handled 1");
  });

  test("keeps only the answers when nothing is taken over", async () => {
    const { chamber, number, ruling, first } = await aContestedProposal();
    expect(await mergeAmendments(await chamber.as("lid1"), { number, basedOn: 1, why: "", rulings: [ruling("not", first)] })).toEqual({ ok: true, value: { version: 1, isNew: false } });
    expect((await listAmendments(chamber.db, await idOf(chamber, number))).map(({ state }) => state)).toEqual(["handled", "submitted"]);
  });

  test("of two at the same moment makes one version; the other hears that the text moved on", async () => {
    const { chamber, number, ruling, first, second } = await aContestedProposal();
    const [sam, lid] = [await chamber.as("sam"), await chamber.as("lid1")];

    const answers = await Promise.all([
      mergeAmendments(sam, { number, basedOn: 1, why: "Eerste", rulings: [ruling("adopted", first)] }),
      mergeAmendments(lid, { number, basedOn: 1, why: "Tweede", rulings: [ruling("adopted", second)] }),
    ]);

    expect(answers.map((answer) => (answer.ok ? "saved" : answer.refusal)).sort()).toEqual(["outdated", "saved"]);
    expect((await listAmendments(chamber.db, await idOf(chamber, number))).map(({ state }) => state).sort()).toEqual(["handled", "submitted"]);
  });

  test("is not for a member who did not write it, nor without a word on why", async () => {
    const { chamber, number, ruling, first } = await aContestedProposal();
    const rulings = [ruling("adopted", first)];
    expect(await mergeAmendments(await chamber.as("lid2"), { number, basedOn: 1, why: "Ik wil het", rulings })).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await mergeAmendments(await chamber.as("sam"), { number, basedOn: 1, why: "", rulings })).toEqual({ ok: false, refusal: "why-missing" });
    expect((await findProposal(chamber.db, (await chamber.as("sam")).actor, number, today))?.currentVersion).toBe(1);
  });
});

describe("a comment on a passage", () => {
  test("follows its words into the next version, and is marked once they changed", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    await commentOnVersion(await chamber.as("lid2"), { number, version: 1, statement: "Ook ’s nachts?", quote: "binnen  60 minuten" });
    const comment = async () => (await listComments(chamber.db, await idOf(chamber, number)))[0];

    await addVersion(await chamber.as("lid1"), { ...aText({ statement: `Altijd geldt: ${STATEMENT}` }), number, basedOn: 1, why: "Altijd" });
    expect(await comment()).toMatchObject({ quote: "binnen 60 minuten", place: { field: "statement", start: 34 }, now: { field: "statement", start: 48 }, goneIn: null });
    await addVersion(await chamber.as("lid1"), { ...aText({ statement: "Direct." }), number, basedOn: 2, why: "Sneller" });
    expect(await comment()).toMatchObject({ now: null, goneIn: 3 });
  });

  test("can be about a whole paragraph by its number, and others go on under it", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const added = await commentOnVersion(await chamber.as("lid2"), { number, version: 1, statement: "Waarom?", paragraph: { field: "rationale", number: 1 } });
    const commentId = added.ok ? added.value.id : "";

    const reply = await replyToComment(await chamber.as("lid3"), { number, commentId, statement: "Dat vraag ik ook." });
    await replyToComment(await chamber.as("lid1"), { number, commentId: reply.ok ? reply.value.id : "", statement: "Omdat het moet." });

    expect((await listComments(chamber.db, await idOf(chamber, number))).map(({ quote, parentId }) => [quote, parentId])).toEqual([
      ["Bij een aanval telt elke minuut.", null],
      [null, commentId],
      [null, commentId],
    ]);
  });
});

describe("a consultation", () => {
  test("lets a gemeente without a seat react until its moment, by the clock alone", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const organisation = { id: "o-buiten", kind: "gemeente" as const, name: "Gemeente Buiten", name_key: "gemeente buiten", code: "9999", province: null, inhabitants: null, valid_from: null, valid_until: null, tile_row: null, tile_column: null, contact: null };
    await chamber.db.insertInto("organisation").values(organisation).execute();
    await chamber.db.updateTable("person").set({ organisation_id: "o-buiten" }).where("id", "=", "gemeente").execute();
    const speak = async () => {
      const said = await commentOnVersion(await chamber.as("gemeente"), { number, version: 1, statement: "Namens ons allen" });
      return said.ok ? "said" : said.refusal;
    };

    expect(await speak()).toBe("not-allowed");
    expect(await setConsultation(await chamber.as("lid1"), { number, until: at("11:00") })).toEqual({ ok: false, refusal: "not-allowed" });
    expect((await setConsultation(await chamber.as("vera"), { number, until: at("11:00") })).ok).toBe(true);
    expect(await speak()).toBe("said");
    await amend(chamber, "gemeente", number, STATEMENT.replace("60", "30"));
    chamber.clockStrikes("11:00");
    expect(await speak()).toBe("not-allowed");
    expect((await theLog(chamber)).filter((line) => line.includes("consult"))).toEqual(["vera proposal.consult"]);
  });
});
