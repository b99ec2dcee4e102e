import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { RouteConfigEntry } from "@remix-run/route-config";
import type { CommandContext } from "#app/commands/context.ts";
import * as entry from "#app/entry.server.tsx";
import * as root from "#app/root.tsx";
import routes from "#app/routes.ts";
import type { Portal } from "#test/support/portal.ts";
import remixConfig from "../../remix.config.js";

interface RouteModule {
  readonly loader?: unknown;
  readonly action?: unknown;
  readonly ErrorBoundary?: unknown;
  readonly handle?: unknown;
  readonly default?: unknown;
}

export interface Door {
  readonly id: string;
  readonly parentId: string | undefined;
  readonly path: string | undefined;
  readonly index: boolean | undefined;
  readonly file: string;
  readonly module: RouteModule;
}

const modules = import.meta.glob<RouteModule>("../../app/routes/**/*.{ts,tsx}", { eager: true });

/** Every route of the portal with its module, as app/routes.ts lists them. */
export const routeTable: readonly Door[] = flatten((await routes) as RouteConfigEntry[]);

function flatten(entries: readonly RouteConfigEntry[], parentId = "root"): Door[] {
  return entries.flatMap(({ children = [], file, id = file.replace(/\.tsx?$/, ""), path, index }) => {
    const module = modules[`../../app/${file}`];
    if (!module) throw new Error(`app/routes.ts names ${file}, which is not there`);
    return [{ id, parentId, path, index, file, module }, ...flatten(children, id)];
  });
}

const table: Door[] = [{ id: "root", parentId: undefined, path: "", index: undefined, file: "root.tsx", module: root }, ...routeTable];

const build = {
  entry: { module: entry },
  routes: Object.fromEntries(table.map((route) => [route.id, route])),
  assets: {
    entry: { imports: [], module: "/entry.js" },
    routes: Object.fromEntries(
      table.map(({ id, parentId, path, index, module }) => [
        id,
        {
          id, parentId, path, index, module: `/${id}.js`,
          hasLoader: "loader" in module, hasAction: "action" in module, hasClientLoader: false, hasClientAction: false, hasErrorBoundary: "ErrorBoundary" in module,
        },
      ]),
    ),
    url: "/manifest.js",
    version: "test",
  },
  future: remixConfig.future,
  mode: "production",
  isSpaMode: false,
  publicPath: "/",
  assetsBuildDirectory: "build/client",
  basename: "/",
};

/** The same routes as the built portal, without the build. */
export const serverBuild = build as unknown as ServerBuild;
const handle = createRequestHandler(serverBuild, "production");

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The whole app around one portal: real routing, real loaders, real HTML; no server, no build. */
export function anApp(portal: Pick<Portal, "actingAs">, { isDemo = false, securityContact = null }: { isDemo?: boolean; securityContact?: string | null } = {}) {
  return {
    /** A browser in somebody's hands: `app.as("lid1.veilig").get("/voorstellen")`. */
    as(who: string) {
      const send = (path: string, init: RequestInit = {}) => {
        let known: Promise<CommandContext> | undefined;
        const visit = () => (known ??= portal.actingAs(who));
        return handle(new Request(new URL(path, "http://localhost:3000"), init), { visit, isDemo, securityContact, nonce: "bm9uY2U=" });
      };
      return {
        get: (path: string) => send(path),
        head: (path: string) => send(path, { method: "HEAD" }),
        /** a body that no form of ours makes */
        send: (path: string, init: RequestInit) => send(path, init),
        post: (path: string, fields: Fields = {}) => send(path, { method: "POST", body: encode(fields) }),
        /** A form with a file in it. */
        upload: (path: string, form: FormData) => send(path, { method: "POST", body: form }),
        async page(path: string): Promise<string> {
          const answer = await send(path);
          return answer.text();
        },
      };
    },
  };
}

function encode(fields: Fields): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of typeof value === "string" ? [value] : value) form.append(name, one);
  return form;
}
