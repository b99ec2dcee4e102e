import { expect, test } from "vitest";
import { addVersion } from "#app/commands/proposals/add-version.ts";
import { establishRound } from "#app/commands/voting/establish-round.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { listConditions } from "#db/queries/proposal-discussion.ts";
import { findProposal } from "#db/queries/proposals.ts";
import { anApp } from "#test/support/app.ts";
import { aDraftingTable, aProposal, aText } from "#test/support/drafting.ts";
import { aRound, vote } from "#test/support/voting.ts";
import { readable } from "#test/support/walk.ts";

test("a condition is answered beside the new version, and the seat decides with one click under the difference", async () => {
  const chamber = await aDraftingTable();
  const number = await aProposal(chamber);
  const author = await chamber.as("lid1");
  const proposalId = (await findProposal(chamber.db, author.actor, number, "2026-11-05" as Day))?.id ?? "";
  const roundId = await aRound(chamber, { kind: "peiling", proposalIds: [proposalId] });
  await vote(chamber, roundId, "lid2", "akkoord_mits", { condition: "mits het ook ’s nachts geldt", quote: "binnen 60 minuten" });
  chamber.clockStrikes("11:00");
  for (const who of ["vera", "sam"]) await establishRound(await chamber.as(who), { roundId });
  const id = (await listConditions(chamber.db, author.actor, proposalId, chamber.resources.now()))[0]?.id ?? "";
  const app = anApp({ actingAs: chamber.as });
  const [writer, seat, other] = [app.as("lid1"), app.as("lid2"), app.as("lid3")];
  const address = `/voorstellen/${number}/voorwaarden/${id}`;

  expect(await writer.page(`/voorstellen/${number}`)).toContain("een incident <mark>binnen 60 minuten</mark>.");
  expect(readable(await writer.page(`${address}/antwoord`))).toContain("Maak eerst een nieuwe versie.");
  expect((await writer.post(`${address}/antwoord`, { answer: "Komt goed" })).status).toBe(409);
  await addVersion(author, { ...aText({ statement: "De leverancier meldt een incident binnen 60 minuten, dag en nacht." }), number, basedOn: 1, why: "Ook ’s nachts" });
  expect((await other.get(`${address}/antwoord`)).status).toBe(403);
  expect((await writer.post(`${address}/antwoord`, { answer: "" })).status).toBe(422);
  expect((await writer.post(`${address}/antwoord`, { answer: "Het geldt nu dag en nacht." })).status).toBe(302);

  expect((await other.get(`${address}/bevestiging`)).status).toBe(403);
  expect((await app.as("gemeente").get(`${address}/bevestiging`)).status).toBe(404);
  expect(readable(await seat.page(`${address}/bevestiging`))).toMatch(/mits het ook ’s nachts geldt.*Het geldt nu dag en nacht\..*van versie 1 naar versie 2.*nieuw: , dag en nacht/);
  expect(await writer.page(`/voorstellen/${number}`)).not.toContain("<mark>");
  expect((await seat.post(`${address}/bevestiging`, { settled: "confirmed" })).status).toBe(302);
  expect(readable(await seat.page(`/voorstellen/${number}`))).toContain("Bevestigd door de zetel");
  expect(readable(await seat.page(`/voorstellen/${number}/reactienota`))).toMatch(/Voorwaarden.*mits het ook ’s nachts geldt.*Het geldt nu dag en nacht/);
  expect(readable(await app.as("gemeente").page(`/voorstellen/${number}/reactienota`))).not.toContain("mits het ook");
});
