import { sql } from "kysely";
import { expect, test } from "vitest";
import { addBody } from "#app/commands/bodies/add-body.ts";
import { commentOnVersion } from "#app/commands/proposals/comment-on-version.ts";
import { namesOfSubjects } from "#db/queries/audit-names.ts";
import { aDraftingTable, aProposal } from "#test/support/drafting.ts";
import { anApp } from "#test/support/app.ts";
import { aChamber, aRound, at, vote } from "#test/support/voting.ts";
import { runsOnPostgres } from "#test/support/database.ts";
import { aPortal } from "#test/support/portal.ts";
import { readable } from "#test/support/walk.ts";

/** An open round in which lid1 voted against, with a motivation. */
async function anOpenRound() {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const roundId = await aRound(chamber);
  const cast = await vote(chamber, roundId, "lid1", "tegen", { motivation: "kanariegeel bezwaar" });
  if (!cast.ok) throw new Error(cast.refusal);
  return { chamber, app: anApp({ actingAs: chamber.as }) };
}

test("a lid reads that somebody voted, never how or why; a beheerder and another body read nothing of it", async () => {
  const { app } = await anOpenRound();
  const page = await app.as("sam").page("/logboek?keten=veilig");
  expect(readable(page)).toContain("Stem uitgebracht of veranderd");
  expect(readable(page)).toContain("Stemronde geopend");
  expect(readable(page)).toContain("Stemronde Eisen aan monitoring");
  expect(page.replace(/<select[\s\S]*?<\/select>/g, "")).not.toMatch(/kanariegeel|tegen\b/);
  for (const who of ["beheer", "raad1", "gemeente"]) {
    expect([who, (await app.as(who).get("/logboek?keten=veilig")).status]).toEqual([who, 404]);
    expect([who, (await app.as(who).get("/logboek/controle?keten=veilig")).status]).toEqual([who, 404]);
  }
});

test("the beheerder reads the chain of the portal, a gemeente without a seat is told who reads what, a stranger signs in", async () => {
  const portal = await aPortal();
  await addBody(await portal.actingAs("beheer"), { slug: "data", name: "Expertgroep Data", prefix: "DAT", kind: "expertgroep", purpose: "Doet iets", defaultTlp: "CLEAR" });
  const app = anApp(portal);
  expect(readable(await app.as("beheer").page("/logboek"))).toContain("Gremium gemaakt Persoon beheer Gremium Expertgroep Data");
  expect(readable(await app.as("gemeente1").page("/logboek"))).toContain("U kunt hier geen logboek lezen");
  expect((await app.as("lid1.veilig").get("/logboek?keten=portaal")).status).toBe(404);
  expect((await app.as("stranger").get("/logboek")).headers.get("Location")).toMatch(/^\/inloggen/);
});

test("what a line is about has its name, and none where the reader may not know it", async () => {
  const chamber = await aDraftingTable();
  const [open, secret] = [await aProposal(chamber), await aProposal(chamber, { tlp: "RED" })];
  for (const number of [open, secret]) await commentOnVersion(await chamber.as("lid2"), { number, version: 1, statement: "Waarom?" });
  const rows = await chamber.db.selectFrom("event").select(["subject_kind as kind", "subject_id as id"]).where("subject_kind", "in", ["proposal", "comment"]).execute();
  const others = ["decision", "initiative", "roadmap_item", "round", "meeting", "need", "action", "organisation", "body", "component", "import", "amendment", "condition", "seat", "membership", "proxy"].map((kind) => ({ kind, id: "er-is-niets" }));
  const names = async (who: string) => [...new Set((await namesOfSubjects(chamber.db, (await chamber.as(who)).actor, [...rows, ...others], chamber.resources.now())).values())].sort();

  expect(await names("sam")).toEqual([open, secret, `bij ${open}`, `bij ${secret}`]);
  expect(await names("gemeente")).toEqual([open, `bij ${open}`]);
});

test("the log is filtered by act, number and day, and paged without losing or repeating a line", async () => {
  const { app, chamber } = await anOpenRound();
  const rows = (page: string) => [...page.matchAll(/<th scope="row">(\d+)<\/th>/g)].map(([, sequence]) => Number(sequence));
  const sam = app.as("sam");
  expect(rows(await sam.page("/logboek?keten=veilig&handeling=ballot.cast"))).toHaveLength(1);
  expect(rows(await sam.page("/logboek?keten=veilig&van=2026-11-05&tot=2026-11-05")).length).toBeGreaterThan(2);
  expect(rows(await sam.page("/logboek?keten=veilig&tot=2026-11-04"))).toEqual([]);
  expect(readable(await sam.page("/logboek?keten=veilig&nummer=XXX-999"))).toContain("Er zijn geen regels met deze keuze.");
  const all = rows(await sam.page("/logboek?keten=veilig"));
  const older = rows(await sam.page(`/logboek?keten=veilig&na=${all[1]}`));
  expect(older).toEqual(all.slice(2));
  expect(await chamber.db.selectFrom("event").select("id").execute()).toHaveLength(all.length);
});

test("the check says that a chain is whole, and names the first line that was changed", async () => {
  const { app, chamber } = await anOpenRound();
  const whole = readable(await app.as("lid1").page("/logboek/controle?keten=veilig"));
  expect(whole).toContain("is heel:");
  expect(whole).toContain("Dat ziet u alleen met een controlegetal");
  if (runsOnPostgres) await sql`alter table event disable trigger event_no_change`.execute(chamber.db);
  else await sql`drop trigger event_no_update`.execute(chamber.db);
  await chamber.db.updateTable("event").set({ at: at("08:00") }).where("sequence", "=", 2).execute();
  expect(readable(await app.as("lid1").page("/logboek/controle?keten=veilig"))).toContain("Regel 2: deze regel is veranderd.");
});
