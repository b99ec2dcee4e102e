import { createRequestHandler } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { expect, test } from "vitest";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { plainPage } from "#app/server/plain-page.ts";
import { routeFinder } from "#app/server/route-finder.ts";
import { routeTable, serverBuild } from "#test/support/app.ts";
import { aText } from "#test/support/drafting.ts";
import { aPortal } from "#test/support/portal.ts";

const ORIGIN = "http://localhost:3000";
const NAMES: Record<string, string> = { number: "NET-001", slug: "netwerk", version: "1", code: "9001", id: "bestaat-niet" };
const addressOf = (path: string | undefined, names = NAMES): string => `/${path ?? ""}`.replace(/^\/\//, "/").replace(/:([A-Za-z]+)/g, (_, name: string) => names[name] ?? "iets");

test("every address goes to the route that Remix itself would choose", () => {
  const find = routeFinder(serverBuild.routes);
  const tree = [{ id: "root", path: "", children: routeTable.map(({ id, path, index }) => (index === true ? { id, index: true as const } : { id, path: path ?? "" })) }];
  const remixSays = (address: string): string | undefined => {
    const last = matchRoutes(tree, new URL(address, ORIGIN).pathname)?.at(-1)?.route.id;
    return last === "root" ? undefined : last;
  };
  const addresses = routeTable.flatMap(({ path }) => [addressOf(path), addressOf(path, {}), `${addressOf(path)}/`, addressOf(path).toUpperCase(), addressOf(path, { number: "nieuw", id: "nieuw", slug: "samenstellen" }), addressOf(path, { number: "a%2Fb", id: "%C3%A9" }), `${addressOf(path)}/onbekend`]);
  const wrong = [...addresses.filter((address) => !address.startsWith("//")), "/", "/bestaat/niet", "/voorstellen.xml"].filter((address) => find(new URL(address, ORIGIN).pathname)?.id !== remixSays(address));
  expect(wrong).toEqual([]);
});

test("a page made without Remix in between is the same to the letter, for every page and for whoever reads", { timeout: 120_000 }, async () => {
  const portal = await aPortal();
  const drafted = await draftProposal(await portal.actingAs("lid1.netwerk"), { ...aText({ needs: ["BH-001"] }), body: "netwerk", kind: "eis" });
  if (!drafted.ok) throw new Error(drafted.refusal);
  NAMES["number"] = drafted.value.number;
  const byRemix = createRequestHandler(serverBuild, "production");
  const differing: string[] = [];
  let compared = 0;
  for (const who of ["stranger", "lid1.netwerk", "secretaris.netwerk", "beheer"]) {
    for (const { id, path } of routeTable) {
      const url = new URL(addressOf(path), ORIGIN);
      const context = () => ({ visit: () => portal.actingAs(who), nonce: "bm9uY2U=", isDemo: true });
      const page = await plainPage(serverBuild, id)?.(new Request(url), url, context());
      if (!page) continue;
      const answer = await byRemix(new Request(url), context());
      compared++;
      if (answer.status !== 200 || (await answer.text()) !== page.html || answer.headers.get("content-type") !== "text/html; charset=utf-8" || answer.headers.getSetCookie().join() !== page.cookies.join()) differing.push(`${who} ${url.pathname}`);
    }
  }
  expect(differing).toEqual([]);
  expect(compared).toBeGreaterThan(60);
});

test("what is more than a page is left to Remix: a refusal, a way to sign in, a file, a question for data", async () => {
  const portal = await aPortal();
  const make = async (file: string, address: string) => {
    const url = new URL(address, ORIGIN);
    const door = routeTable.find((one) => one.file === file);
    return (await plainPage(serverBuild, door?.id ?? "")?.(new Request(url), url, { visit: () => portal.actingAs("stranger") })) ?? null;
  };
  const answers = [
    await make("routes/proposals/proposal.tsx", "/voorstellen/NET-404"), await make("routes/personal/tasks.tsx", "/mijn"), await make("routes/machines/sitemap.ts", "/sitemap.xml"),
    await make("routes/proposals/proposals.tsx", "/voorstellen?_data=root"), await make("routes/access/login.tsx", "/inloggen"),
  ];
  expect(answers).toEqual([null, null, null, null, null]);
  expect((await make("routes/proposals/proposals.tsx", "/voorstellen"))?.html).toMatch(/^<!doctype html><html lang="nl">.*<\/html>$/s);
});
