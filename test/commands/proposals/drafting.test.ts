import { describe, expect, test } from "vitest";
import { addVersion } from "#app/commands/proposals/add-version.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { findProposal, findVersion, listVersions } from "#db/queries/proposals.ts";
import { aDraft, aDraftingTable, aProposal, aText, theLog } from "#test/support/drafting.ts";

const today = "2026-11-05" as Day;
const next = (number: string, changes = {}) => ({ ...aText({ statement: "Binnen 30 minuten." }), number, basedOn: 1, why: "Korter is beter", ...changes });

describe("drafting", () => {
  test("a member drafts an eis with all its fields, and the log tells", async () => {
    const chamber = await aDraftingTable();
    const lid = await chamber.as("lid1");

    const drafted = await draftProposal(lid, { ...aText(), body: "veilig", kind: "eis" });

    expect(drafted).toMatchObject({ ok: true, value: { number: "VEI-001" } });
    const proposal = await findProposal(chamber.db, lid.actor, "VEI-001", today);
    expect(proposal).toMatchObject({ state: "draft", tlp: "CLEAR", currentVersion: 1, authorIds: ["lid1"], sharedAt: null });
    expect(await findVersion(chamber.db, proposal?.id ?? "", 1)).toMatchObject(aText());
    expect(await theLog(chamber)).toEqual(["lid1 proposal.draft"]);
  });

  test("two drafts at the same moment get two numbers", async () => {
    const chamber = await aDraftingTable();

    const numbers = await Promise.all(["lid1", "lid2", "lid3"].map(async (who) => draftProposal(await chamber.as(who), { ...aText(), body: "veilig", kind: "eis" })));

    expect(numbers.map((drafted) => drafted.ok && drafted.value.number).sort()).toEqual(["VEI-001", "VEI-002", "VEI-003"]);
  });

  test.each([
    ["gemeente", "veilig", "eis", "not-allowed"],
    ["raad1", "veilig", "eis", "not-allowed"],
    ["lid1", "veilig", "advies", "wrong-kind"],
    ["raad1", "adviesraad", "eis", "wrong-kind"],
    ["lid1", "onbekend", "eis", "not-found"],
  ] as const)("%s does not draft for %s a %s: %s", async (who, body, kind, refusal) => {
    const chamber = await aDraftingTable();

    expect(await draftProposal(await chamber.as(who), { ...aText(), body, kind })).toEqual({ ok: false, refusal });
    expect(await theLog(chamber)).toEqual([]);
  });

  test.each([
    [{ title: "" }, "text-invalid"],
    [{ needs: ["BEH-002"] }, "target-unknown"],
    [{ components: ["ggi-maan"] }, "target-unknown"],
  ])("a text with %j is refused and nothing is kept, not even the number", async (changes, refusal) => {
    const chamber = await aDraftingTable();
    const lid = await chamber.as("lid1");

    expect(await draftProposal(lid, { ...aText(changes), body: "veilig", kind: "eis" })).toEqual({ ok: false, refusal });
    expect(await draftProposal(lid, { ...aText(), body: "veilig", kind: "eis" })).toMatchObject({ value: { number: "VEI-001" } });
  });

  test("a wens needs a weight, an eis never has one", async () => {
    const chamber = await aDraftingTable();
    const lid = await chamber.as("lid1");

    expect(await draftProposal(lid, { ...aText(), body: "veilig", kind: "wens" })).toEqual({ ok: false, refusal: "text-invalid" });
    const number = await aDraft(chamber, { weight: 5 });
    const proposal = await findProposal(chamber.db, lid.actor, number, today);
    expect((await findVersion(chamber.db, proposal?.id ?? "", 1))?.weight).toBeNull();
  });

  test("a draft is seen by its body only, until it is put under discussion", async () => {
    const chamber = await aDraftingTable();
    const number = await aDraft(chamber);
    const seenBy = async (who: string) => (await findProposal(chamber.db, (await chamber.as(who)).actor, number, today)) !== null;

    expect([await seenBy("lid2"), await seenBy("raad1"), await seenBy("gemeente"), await seenBy("stranger")]).toEqual([true, false, false, false]);
    await putUnderDiscussion(await chamber.as("sam"), { number });
    expect([await seenBy("raad1"), await seenBy("gemeente"), await seenBy("stranger")]).toEqual([true, true, true]);
  });
});

describe("a new version", () => {
  test("follows the old one, which stays as it was", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);

    const saved = await addVersion(await chamber.as("sam"), next(number, { title: "Incident sneller melden" }));

    expect(saved).toEqual({ ok: true, value: { version: 2 } });
    const proposal = await findProposal(chamber.db, STRANGER, number, today);
    expect(proposal).toMatchObject({ currentVersion: 2, title: "Incident sneller melden" });
    expect((await findVersion(chamber.db, proposal?.id ?? "", 1))?.statement).toBe(aText().statement);
    expect((await listVersions(chamber.db, proposal?.id ?? "")).map((version) => version.why)).toEqual(["", "Korter is beter"]);
    expect((await theLog(chamber)).at(-1)).toBe("sam proposal.edit");
  });

  test("of two people who start from the same version, the second is told and loses nothing silently", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const [lid, sam] = [await chamber.as("lid1"), await chamber.as("sam")];

    const answers = await Promise.all([addVersion(lid, next(number)), addVersion(sam, next(number, { statement: "Binnen 20 minuten." }))]);

    expect(answers.map((answer) => (answer.ok ? "saved" : answer.refusal)).sort()).toEqual(["outdated", "saved"]);
  });

  test.each([
    ["lid2", {}, "not-allowed"],
    ["gemeente", {}, "not-allowed"],
    ["lid1", { why: " " }, "why-missing"],
    ["lid1", { title: "x".repeat(151) }, "text-invalid"],
    ["lid1", aText(), "text-unchanged"],
  ])("%s with %j: %s", async (who, changes, refusal) => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);

    expect(await addVersion(await chamber.as(who), next(number, changes))).toEqual({ ok: false, refusal });
  });

  test("cannot be written while the text is in a vote", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    await chamber.db.updateTable("proposal").set({ state: "in_vote" }).where("number", "=", number).execute();

    expect(await addVersion(await chamber.as("lid1"), next(number))).toEqual({ ok: false, refusal: "text-locked" });
  });

  test("the database itself refuses to change or remove a version", async () => {
    const chamber = await aDraftingTable();
    await aProposal(chamber);

    await expect(chamber.db.updateTable("proposal_version").set({ statement: "Iets anders" }).execute()).rejects.toThrow();
    await expect(chamber.db.deleteFrom("proposal_version").execute()).rejects.toThrow();
  });
});
