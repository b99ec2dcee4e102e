import { createRequestHandler, json, redirect, type ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { once, plainAction } from "#app/server/plain-action.ts";
import { withNotice } from "#app/platform/notice.ts";
import { routeTable, serverBuild } from "#test/support/app.ts";
import { aPortal } from "#test/support/portal.ts";

const ORIGIN = "http://localhost:3000";

/** The portal's build with one more route, whose action answers as asked and counts its runs. */
function aBuild(answer: () => unknown) {
  const runs: string[] = [];
  const route = { id: "proef", parentId: "root", path: "proef/:id", module: { default: () => null, action: async ({ request, params }: { request: Request; params: { id?: string } }) => (runs.push(`${params.id ?? ""} ${String((await request.formData()).get("naam"))}`), answer()) } };
  const assets = { ...serverBuild.assets, routes: { ...serverBuild.assets.routes, proef: { id: "proef", parentId: "root", path: "proef/:id", hasAction: true, hasLoader: false, hasErrorBoundary: false, module: "" } } };
  return { runs, build: { ...serverBuild, assets, routes: { ...serverBuild.routes, proef: route } } as unknown as ServerBuild };
}

const aForm = (path = "/proef/7") => new Request(`${ORIGIN}${path}`, { method: "POST", body: new URLSearchParams({ naam: "één" }) });

/** As the server does it: the action by itself first, and Remix for what is not a redirect. */
async function handled(build: ServerBuild, path = "/proef/7") {
  const portal = await aPortal();
  const context = { visit: () => portal.actingAs("stranger"), nonce: "bm9uY2U=", isDemo: false };
  const direct = await plainAction(build, "proef")?.(aForm(path), new URL(path, ORIGIN), context);
  return { direct: direct ?? null, answer: direct ?? (await createRequestHandler({ ...build, routes: once(build.routes) }, "production")(aForm(path), context)) };
}

const shapeOf = async (answer: Response) => ({ status: answer.status, location: answer.headers.get("Location"), cookies: answer.headers.getSetCookie(), body: await answer.text() });

test("a redirect that an action returns or throws is sent as it is, with its cookies, and the action ran once", async () => {
  const notice = await withNotice("nothing-changed");
  for (const answer of [() => redirect("/voorstellen?pagina=2#eis", notice), () => { throw redirect("/inloggen", 303); }]) {
    const { runs, build } = aBuild(answer);
    const { direct, answer: sent } = await handled(build);
    expect(runs).toEqual(["7 één"]);
    expect(direct).not.toBeNull();
    const { context, ...byRemix } = { context: { visit: async () => (await aPortal()).actingAs("stranger"), nonce: "" }, ...aBuild(answer) };
    expect(await shapeOf(sent)).toEqual(await shapeOf(await createRequestHandler(byRemix.build, "production")(aForm(), context)));
  }
});

test("anything else is shown by Remix, on what the action did the one time that it ran", async () => {
  for (const [answer, status] of [[() => json({ fout: 1 }, 422), 422], [() => ({ goed: true }), 200], [() => { throw new Response("weg", { status: 404 }); }, 404], [() => { throw new Error("kapot"); }, 500], [() => redirect("https://elders.example/"), 302]] as const) {
    const { runs, build } = aBuild(answer);
    const { direct, answer: sent } = await handled(build);
    expect([direct, sent.status, runs]).toEqual([null, status, ["7 één"]]);
  }
});

test("a question for data, and an address that is not the route's, are left to Remix whole: the action did not run yet", async () => {
  const { runs, build } = aBuild(() => redirect("/"));
  const action = plainAction(build, "proef");
  const context = { visit: async () => (await aPortal()).actingAs("stranger") };
  for (const address of ["/proef/7?_data=proef", "/proef/7?index", "/anders/7"]) expect(await action?.(aForm(), new URL(address, ORIGIN), context)).toBeNull();
  expect(runs).toEqual([]);
});

test("every route of the portal with an action has it called directly", () => {
  const without = routeTable.filter(({ id }) => serverBuild.routes[id]?.module.action !== undefined && plainAction(serverBuild, id) === null);
  expect(without).toEqual([]);
});
