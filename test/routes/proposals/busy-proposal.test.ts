import { expect, test } from "vitest";
import type { KyselyPlugin } from "kysely";
import { addVersion } from "#app/commands/proposals/add-version.ts";
import { commentOnVersion } from "#app/commands/proposals/comment-on-version.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { submitAmendment } from "#app/commands/proposals/submit-amendment.ts";
import { anApp } from "#test/support/app.ts";
import { aText } from "#test/support/drafting.ts";
import { aPortal } from "#test/support/portal.ts";

/** The page itself, apart from the three queries that find out who is there. */
const MOST = 9;

test("a proposal with many versions, comments and amendments asks no more of the database, and shows twenty threads with a way to the rest", async () => {
  const portal = await aPortal();
  const author = await portal.actingAs("lid1.netwerk");
  const made = await draftProposal(author, { ...aText({ needs: ["BH-001"] }), body: "netwerk", kind: "eis", tlp: "CLEAR" });
  const number = made.ok ? made.value.number : "";
  await putUnderDiscussion(await portal.actingAs("voorzitter.netwerk"), { number });
  const member = await portal.actingAs("lid2.netwerk");
  for (let place = 1; place <= 30; place++) {
    await commentOnVersion(member, { number, version: 1, statement: `Reactie ${place}`, quote: "binnen 60 minuten" });
    await submitAmendment(member, { number, basedOn: 1, parent: null, text: { ...aText(), statement: `De leverancier meldt een incident binnen ${place} minuten.` }, reason: "Sneller" });
  }
  for (let version = 1; version <= 10; version++) await addVersion(author, { ...aText({ needs: ["BH-001"], rationale: `Reden ${version}` }), number, basedOn: version, why: `Versie ${version + 1}` });
  let asked = 0;
  const counting: KyselyPlugin = { transformQuery: ({ node }) => node, transformResult: ({ result }) => (asked++, Promise.resolve(result)) };
  const app = anApp({ actingAs: async (who) => ({ ...(await portal.actingAs(who)), db: portal.db.withPlugin(counting) }) });
  const asks = async (who: string, address: string) => {
    asked = 0;
    const html = await app.as(who).page(address);
    return { html, asked };
  };

  for (const who of ["stranger", "lid2.netwerk", "secretaris.netwerk"]) {
    for (const page of ["", "/wijzigingsvoorstellen", "/wijzigingsvoorstellen/30", "/reacties", "/reactienota"]) {
      const seen = await asks(who, `/voorstellen/${number}${page}`);
      expect([who, page, seen.asked > 0 && seen.asked <= MOST ? "few" : seen.asked]).toEqual([who, page, "few"]);
    }
  }
  const { html } = await asks("lid2.netwerk", `/voorstellen/${number}`);
  expect([html.match(/id="reactie-/g)?.length, html.includes("Bekijk alle 30 reacties")]).toEqual([20, true]);
  const next = /href="([^"]*na=[^"]*)"/.exec((await asks("stranger", `/voorstellen/${number}/reacties`)).html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect((await asks("stranger", next)).html.match(/id="reactie-/g)).toHaveLength(5);
}, 120_000);
