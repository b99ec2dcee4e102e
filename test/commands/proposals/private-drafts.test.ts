import { describe, expect, test } from "vitest";
import { addAuthor } from "#app/commands/proposals/add-author.ts";
import { addVersion } from "#app/commands/proposals/add-version.ts";
import { disposeOfDraft } from "#app/commands/proposals/dispose-of-draft.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { keepDraft } from "#app/commands/proposals/keep-draft.ts";
import { removeAuthor } from "#app/commands/proposals/remove-author.ts";
import { removeMunicipalNote } from "#app/commands/proposals/remove-municipal-note.ts";
import { writeMunicipalNote } from "#app/commands/proposals/write-municipal-note.ts";
import { DAY, later } from "#app/domain/shared/instant.ts";
import { runJobs } from "#app/jobs/run-jobs.ts";
import { listMunicipalNotes } from "#db/queries/municipal-notes.ts";
import { findPrivateDraft, listPrivateDrafts } from "#db/queries/private-drafts.ts";
import { aDraftingTable, aProposal, aText, theLog } from "#test/support/drafting.ts";
import type { Chamber } from "#test/support/voting.ts";

const fields = { title: "Nog niet af", components: ["ggi-veilig"] };
const idOf = async (chamber: Chamber, number: string) => (await chamber.db.selectFrom("proposal").select("id").where("number", "=", number).executeTakeFirstOrThrow()).id;
const kept = async (chamber: Chamber, personId: string, number: string | null) => findPrivateDraft(chamber.db, { personId, proposalId: number === null ? null : await idOf(chamber, number) });

describe("what somebody is typing", () => {
  test("is kept per person and per proposal, the newest in the place of the older, and no log tells of it", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const before = await theLog(chamber);
    const [lid, sam] = [await chamber.as("lid1"), await chamber.as("sam")];

    await keepDraft(lid, { number, basedOn: 1, fields });
    await keepDraft(lid, { number, basedOn: 1, fields: { ...fields, title: "Bijna af" } });
    await keepDraft(sam, { number, basedOn: 1, fields: { title: "Van sam" } });
    await keepDraft(lid, { number: null, basedOn: null, fields: { title: "Een nieuw" } });

    expect([await kept(chamber, "lid1", number), await kept(chamber, "sam", number), await kept(chamber, "lid1", null)]).toMatchObject([
      { basedOn: 1, fields: { title: "Bijna af", components: ["ggi-veilig"] } },
      { fields: { title: "Van sam" } },
      { basedOn: null, fields: { title: "Een nieuw" } },
    ]);
    expect(await theLog(chamber)).toEqual(before);
  });

  test("is thrown away by the clock after 90 days without a change, and not before", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const lid = await chamber.as("lid1");
    const passed = (days: number) => runJobs({ ...chamber.resources, now: () => later(chamber.resources.now(), days * DAY) });

    await keepDraft(lid, { number, basedOn: 1, fields });
    const listed = await listPrivateDrafts(chamber.db, lid.actor);
    await passed(90);
    const stays = await kept(chamber, "lid1", number);
    await passed(91);

    expect(listed).toEqual([{ number, title: "Ernstig incident melden", savedAt: chamber.resources.now() }]);
    expect(stays).not.toBeNull();
    expect(await kept(chamber, "lid1", number)).toBeNull();
  });

  test.each([
    ["lid2", "VEI-001", "not-allowed"],
    ["gemeente", "VEI-001", "not-allowed"],
    ["lid1", "VEI-999", "not-found"],
    ["gemeente", null, "not-allowed"],
  ])("%s keeps nothing about %s: %s", async (who, number, refusal) => {
    const chamber = await aDraftingTable();
    await aProposal(chamber);

    expect(await keepDraft(await chamber.as(who), { number, basedOn: 1, fields })).toEqual({ ok: false, refusal });
    expect(await chamber.db.selectFrom("private_draft").selectAll().execute()).toEqual([]);
  });

  test("goes away with the version that was saved from it, and another's stays", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const lid = await chamber.as("lid1");
    await keepDraft(lid, { number, basedOn: 1, fields });
    await keepDraft(await chamber.as("sam"), { number, basedOn: 1, fields });

    await addVersion(lid, { ...aText({ statement: "Sneller." }), number, basedOn: 1, why: "Korter", endsDraft: true });

    expect([await kept(chamber, "lid1", number), (await kept(chamber, "sam", number))?.fields]).toEqual([null, fields]);
  });

  test("stays when the version was refused", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const lid = await chamber.as("lid1");
    await keepDraft(lid, { number, basedOn: 1, fields });

    await addVersion(lid, { ...aText(), number, basedOn: 1, why: "Gelijk", endsDraft: true });

    expect(await kept(chamber, "lid1", number)).not.toBeNull();
  });

  test("goes away with the new proposal, or when its writer throws it away", async () => {
    const chamber = await aDraftingTable();
    const lid = await chamber.as("lid1");
    await keepDraft(lid, { number: null, basedOn: null, fields });
    await draftProposal(lid, { ...aText(), body: "veilig", kind: "eis", endsDraft: true });
    const afterSaving = await kept(chamber, "lid1", null);
    await keepDraft(lid, { number: null, basedOn: null, fields });
    await disposeOfDraft(lid, { number: null });

    expect([afterSaving, await kept(chamber, "lid1", null)]).toEqual([null, null]);
  });

  test("from a forgotten window does not come back after its writer saved a newer version", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const [lid, sam] = [await chamber.as("lid1"), await chamber.as("sam")];
    await addVersion(lid, { ...aText({ statement: "Sneller." }), number, basedOn: 1, why: "Korter" });

    expect(await keepDraft(lid, { number, basedOn: 1, fields })).toEqual({ ok: false, refusal: "already-saved" });
    expect(await keepDraft(sam, { number, basedOn: 1, fields })).toMatchObject({ ok: true });
  });

  test("is not kept past a size that no form has", async () => {
    const chamber = await aDraftingTable();
    expect(await keepDraft(await chamber.as("lid1"), { number: null, basedOn: null, fields: { title: "x".repeat(200_001) } })).toEqual({ ok: false, refusal: "draft-too-long" });
  });
});

describe("several authors", () => {
  const authors = (chamber: Chamber) => chamber.db.selectFrom("proposal_author").select("person_id").orderBy("person_id").execute().then((rows) => rows.map((row) => row.person_id));

  test("an author lets another write along, who then saves a version; both acts are logged", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);

    expect(await addAuthor(await chamber.as("lid1"), { number, personId: "lid2" })).toMatchObject({ ok: true });
    const saved = await addVersion(await chamber.as("lid2"), { ...aText({ statement: "Sneller." }), number, basedOn: 1, why: "Korter" });

    expect([saved.ok, await authors(chamber)]).toEqual([true, ["lid1", "lid2"]]);
    expect((await theLog(chamber)).slice(-2)).toEqual(["lid1 proposal.authors", "lid2 proposal.edit"]);
  });

  test.each([
    ["lid2", "lid2", "not-allowed"],
    ["vera", "lid2", "not-allowed"],
    ["lid1", "raad1", "author-unknown"],
    ["lid1", "lid1", "already-author"],
    ["gemeente", "lid2", "not-allowed"],
  ])("%s does not add %s: %s", async (who, personId, refusal) => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    expect(await addAuthor(await chamber.as(who), { number, personId })).toEqual({ ok: false, refusal });
  });

  test("the secretaris takes somebody off, but never the last one", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const sam = await chamber.as("sam");
    await addAuthor(sam, { number, personId: "lid2" });

    expect(await removeAuthor(sam, { number, personId: "lid1" })).toMatchObject({ ok: true });
    expect(await removeAuthor(sam, { number, personId: "lid2" })).toEqual({ ok: false, refusal: "last-author" });
    expect([await authors(chamber), (await theLog(chamber)).at(-1)]).toEqual([["lid2"], "sam proposal.authors"]);
  });

  test("of two authors who leave at the same moment one stays", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    await addAuthor(await chamber.as("lid1"), { number, personId: "lid2" });

    const answers = await Promise.all(["lid1", "lid2"].map(async (who) => removeAuthor(await chamber.as(who), { number, personId: who })));

    expect([answers.filter(({ ok }) => ok).length, (await authors(chamber)).length]).toEqual([1, 1]);
  });

  test("a proposal that has ended keeps its authors", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    await chamber.db.updateTable("proposal").set({ state: "withdrawn" }).where("number", "=", number).execute();
    expect(await addAuthor(await chamber.as("lid1"), { number, personId: "lid2" })).toEqual({ ok: false, refusal: "authors-closed" });
  });
});

describe("notes of one's own organisation", () => {
  async function twoGemeenten() {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const organisations = await chamber.db.selectFrom("organisation").select("id").orderBy("id").limit(2).execute();
    const [own = { id: "" }, other = { id: "" }] = organisations;
    await chamber.db.updateTable("person").set({ organisation_id: own.id }).where("id", "in", ["lid1", "lid3"]).execute();
    await chamber.db.updateTable("person").set({ organisation_id: other.id }).where("id", "=", "lid2").execute();
    return { chamber, number, own: own.id, other: other.id };
  }

  test("are read and thrown away within the organisation, and no log tells of them", async () => {
    const { chamber, number, own, other } = await twoGemeenten();
    const before = await theLog(chamber);
    const written = await writeMunicipalNote(await chamber.as("lid1"), { number, statement: "Wij kunnen dit niet voor 2028." });
    const noteId = written.ok ? written.value.id : "";
    const proposalId = await idOf(chamber, number);

    expect([await listMunicipalNotes(chamber.db, proposalId, own), await listMunicipalNotes(chamber.db, proposalId, other)]).toMatchObject([[{ statement: "Wij kunnen dit niet voor 2028.", authorId: "lid1" }], []]);
    expect(await removeMunicipalNote(await chamber.as("lid2"), { number, noteId })).toEqual({ ok: false, refusal: "not-found" });
    expect(await removeMunicipalNote(await chamber.as("lid3"), { number, noteId })).toMatchObject({ ok: true });
    expect(await theLog(chamber)).toEqual(before);
  });

  test("are not for somebody without an organisation, a stranger, or about a text that one may not see", async () => {
    const { chamber, number } = await twoGemeenten();
    const hidden = await aProposal(chamber, { tlp: "RED" });
    await chamber.db.updateTable("person").set({ organisation_id: (await chamber.db.selectFrom("organisation").select("id").executeTakeFirstOrThrow()).id }).where("id", "=", "raad1").execute();
    const write = async (who: string, about: string, statement = "x") => writeMunicipalNote(await chamber.as(who), { number: about, statement });

    expect([await write("beheer", number), await write("stranger", number), await write("raad1", hidden), await write("lid1", number, " ")]).toEqual(
      ["not-allowed", "not-allowed", "not-found", "note-invalid"].map((refusal) => ({ ok: false, refusal })),
    );
  });
});
