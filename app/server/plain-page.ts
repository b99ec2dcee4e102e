import type { AppLoadContext, EntryContext, ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";

type Loader = (args: { request: Request; params: Record<string, string | undefined>; context: AppLoadContext }) => unknown;

interface PlainPage {
  readonly html: string;
  readonly cookies: readonly string[];
}

/** Makes the page of one route, or says null: then Remix itself has to answer. */
export type MakePage = (request: Request, url: URL, context: AppLoadContext) => Promise<PlainPage | null>;

/**
 * A page that is only read, made with Remix's own parts but without what only a browser with script needs: a request of its own
 * per loader, and everything the loaders found as JSON, to and fro and once more for hydration. That is a third of a page's time.
 * null whenever there is more to it: something was thrown, a loader answers with more than data and a cookie, or an odd query.
 * Remix then does the whole again; a test holds both ways against each other on every page.
 */
export function plainPage(build: ServerBuild, id: string): MakePage | null {
  const toPage = (build.entry.module as { toPage?: (context: EntryContext, url: URL) => string }).toPage;
  const [root, page] = [build.routes["root"], build.routes[id]];
  if (!toPage || !root || !page || page.parentId !== "root" || page.module.default === undefined || page.module.headers !== undefined) return null;

  const own = <Route>(all: Readonly<Record<string, Route>>): Record<string, Route> => Object.fromEntries(Object.entries(all).filter(([one]) => one === "root" || one === id));
  const manifest = { ...build.assets, routes: own(build.assets.routes) };
  const routeModules = { root: root.module, [id]: page.module } as EntryContext["routeModules"];
  const tree = [{ id: "root", path: "", children: [page.index === true ? { id, index: true as const } : { id, path: page.path ?? "" }] }];
  const loaders = [root, page].flatMap(({ id: of, module }) => (module.loader ? [{ of, load: module.loader as Loader }] : []));

  return async (request, url, context) => {
    if (url.searchParams.has("_data") || url.searchParams.has("index") || url.searchParams.has("_routes")) return null;
    const matches = matchRoutes(tree, url.pathname);
    if (!matches) return null;
    try {
      const params = matches.at(-1)?.params ?? {};
      const found = await Promise.all(loaders.map(async ({ of, load }) => [of, await asData(await load({ request, params, context }))] as const));
      const staticHandlerContext = {
        ...{ basename: "/", matches: matches as unknown as EntryContext["staticHandlerContext"]["matches"] },
        location: { pathname: url.pathname, search: url.search, hash: "", state: null, key: "default" },
        loaderData: Object.fromEntries(found.map(([of, { data }]) => [of, data])),
        ...{ actionData: null, errors: null, statusCode: 200, loaderHeaders: {}, actionHeaders: {}, activeDeferreds: null },
      };
      const html = toPage({ manifest, routeModules, staticHandlerContext, future: build.future, isSpaMode: false, serverHandoffString: "", serializeError: (error) => error }, url);
      return { html, cookies: found.flatMap(([, { cookies }]) => cookies) };
    } catch {
      return null;
    }
  };
}

/** What a loader found. Throws when it answered with anything but data. */
async function asData(answer: unknown): Promise<{ data: unknown; cookies: readonly string[] }> {
  if (!(answer instanceof Response)) {
    if (answer === undefined) throw new Error("a loader gave nothing");
    return { data: answer, cookies: [] };
  }
  if (answer.status !== 200 || !/\bapplication\/json\b/.test(answer.headers.get("content-type") ?? "")) throw new Error("a loader gave more than data");
  return { data: await answer.json(), cookies: answer.headers.getSetCookie() };
}
