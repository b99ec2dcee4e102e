import { expect, test } from "vitest";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { verifyLog } from "#db/queries/audit-verify.ts";
import { anApp } from "#test/support/app.ts";
import { aText } from "#test/support/drafting.ts";
import { aPortal, type Portal } from "#test/support/portal.ts";
import { tableIn } from "#test/support/tables.ts";
import { readable } from "#test/support/walk.ts";

async function drafted(portal: Portal, title: string, { tlp = "CLEAR" as Tlp, isShared = true, who = "lid1.netwerk" } = {}): Promise<string> {
  const made = await draftProposal(await portal.actingAs(who), { ...aText({ title, needs: ["BH-001"] }), body: "netwerk", kind: "eis", tlp });
  if (!made.ok) throw new Error(made.refusal);
  if (isShared) await putUnderDiscussion(await portal.actingAs("voorzitter.netwerk"), { number: made.value.number });
  return made.value.number;
}

const titlesIn = async (answer: Response): Promise<string[]> => {
  const read = await tableIn(new Uint8Array(await answer.arrayBuffer()));
  return "rows" in read ? read.rows.map((row) => row[5] ?? "") : [];
};

test.each(["csv", "xlsx", "ods"])("the list as %s holds what the reader may see, under the same choice, and nothing else", async (format) => {
  const portal = await aPortal();
  for (const [title, tlp] of [["Openbaar", "CLEAR"], ["=Groen", "GREEN"], ["Rood", "RED"]] as const) await drafted(portal, title, { tlp });
  await drafted(portal, "Concept", { isShared: false });
  const file = (who: string, query = "") => anApp(portal).as(who).get(`/voorstellen/bestand/${format}?sort=titel${query}`).then(titlesIn);
  expect(await file("stranger")).toEqual(["Openbaar"]);
  expect(await file("gemeente1")).toEqual(["'=Groen", "Openbaar"]);
  expect(await file("lid1.netwerk")).toEqual(["Concept", "'=Groen", "Openbaar", "Rood"]);
  expect(await file("lid1.netwerk", "&status=concept")).toEqual(["Concept"]);
  expect(await file("lid1.netwerk", "&gremium=veilig")).toEqual([]);
});

test("another kind of file is not there", async () => {
  expect((await anApp(await aPortal()).as("stranger").get("/voorstellen/bestand/pdf")).status).toBe(404);
});

test("a view is kept under a name, opens the same list, and is removed again; nobody else has it", async () => {
  const portal = await aPortal();
  const [mine, other] = [anApp(portal).as("lid1.netwerk"), anApp(portal).as("lid2.netwerk")];
  const choice = "status=in-bespreking&sort=titel";
  expect(await mine.page(`/voorstellen/weergaven?keuze=${encodeURIComponent(choice)}`)).toContain('name="name"');
  expect((await mine.post("/voorstellen/weergaven", { name: "", keuze: choice })).status).toBe(422);
  expect((await mine.post("/voorstellen/weergaven", { name: "Nu bezig", keuze: `${choice}&na=abc&kwaad=1` })).status).toBe(302);
  expect(await mine.page("/voorstellen")).toContain(`href="/voorstellen?${choice.replace("&", "&amp;")}"`);
  expect(await other.page("/voorstellen/weergaven")).not.toContain("Nu bezig");

  const address = /action="(\/voorstellen\/weergaven\/[^"]+)"/.exec(await mine.page("/voorstellen/weergaven"))?.[1] ?? "";
  expect([(await other.post(address)).status, (await mine.post(address)).status]).toEqual([404, 302]);
  expect(readable(await mine.page("/voorstellen/weergaven"))).toContain("U hebt nog geen weergaven bewaard.");
});

test("a step for several proposals shows first which can take it and why others cannot, and is then taken in one go", async () => {
  const portal = await aPortal();
  const drafts = [await drafted(portal, "Een", { isShared: false }), await drafted(portal, "Twee", { isShared: false })];
  const shared = await drafted(portal, "Al gedeeld");
  const secretary = anApp(portal).as("secretaris.netwerk");
  expect(await secretary.page("/voorstellen")).toContain(`name="nummer" value="${shared}"`);

  const chosen = [...drafts, shared];
  expect(readable(await secretary.page(`/voorstellen/stappen?${chosen.map((number) => `nummer=${number}`).join("&")}`))).toContain("3 voorstellen gekozen");
  const preview = readable(await (await secretary.post("/voorstellen/stappen", { nummer: chosen, step: "discuss", reason: "", stap: "bekijken" })).text());
  expect(preview).toContain("2 voorstellen verder brengen");
  expect(preview).toContain(`${shared} Al gedeeld In bespreking Deze stap past niet bij de stand van dit voorstel.`);

  const done = await secretary.post("/voorstellen/stappen", { nummer: chosen, kan: drafts, step: "discuss", reason: "", stap: "uitvoeren" });
  expect(done.status).toBe(302);
  expect(readable(await anApp(portal).as("stranger").page("/voorstellen"))).toContain("3 voorstellen");
  expect((await portal.db.selectFrom("event").select("act").where("act", "=", "proposal.discuss").execute()).length).toBe(3);
  expect((await verifyLog(portal.db)).broken).toBe(null);
});

test("when one of several can no longer take the step, none does, and the page says so", async () => {
  const portal = await aPortal();
  const [one, two] = [await drafted(portal, "Een", { isShared: false }), await drafted(portal, "Twee", { isShared: false })];
  await putUnderDiscussion(await portal.actingAs("voorzitter.netwerk"), { number: two });
  const answer = await anApp(portal).as("secretaris.netwerk").post("/voorstellen/stappen", { nummer: [one, two], kan: [one, two], step: "discuss", reason: "", stap: "uitvoeren" });
  expect([answer.status, readable(await answer.text()).includes("Er is niets verder gebracht.")]).toEqual([409, true]);
  expect((await anApp(portal).as("stranger").get(`/voorstellen/${one}`)).status).toBe(404);
});

test("who leads no body sees no boxes and takes no steps", async () => {
  const portal = await aPortal();
  await drafted(portal, "Een");
  const member = anApp(portal).as("lid1.netwerk");
  expect(await member.page("/voorstellen")).not.toContain('type="checkbox"');
  expect((await member.get("/voorstellen/stappen?nummer=NET-001")).status).toBe(403);
});
