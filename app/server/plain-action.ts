import type { ActionFunctionArgs, AppLoadContext, ServerBuild } from "@remix-run/node";
import { matchPath } from "@remix-run/react";

type Action = (args: ActionFunctionArgs) => unknown;

/** What an action answered, or threw: it ran once, and this is all that counts afterwards. */
type Outcome = { readonly answer: unknown } | { readonly thrown: unknown };

/** Runs the action of one route. A redirect is the whole answer; for anything else it returns null and Remix answers, with `outcome` as what the action did. */
export type DoAction = (request: Request, url: URL, context: AppLoadContext) => Promise<Response | null>;

const done = new WeakMap<AppLoadContext, Outcome>();

/**
 * A form that is handled ends in a redirect, which needs nothing of Remix: the action is called and its redirect sent. Half of the
 * time of casting a ballot went to what Remix puts around it. Whatever else the action answers is Remix's to show; its build gets the
 * action of `once`, which hands over what was done, so that no action runs a second time.
 */
export function plainAction(build: ServerBuild, id: string): DoAction | null {
  const route = build.routes[id];
  const action = route?.module.action as Action | undefined;
  if (route === undefined || action === undefined || route.parentId !== "root") return null;
  const pattern = route.index === true ? "/" : `/${route.path ?? ""}`;

  return async (request, url, context) => {
    if (url.searchParams.has("_data") || url.searchParams.has("index") || url.searchParams.has("_routes")) return null;
    const match = matchPath(pattern, url.pathname);
    if (match === null) return null;
    const outcome = await outcomeOf(action, { request, params: match.params, context });
    const said = "answer" in outcome ? outcome.answer : outcome.thrown;
    if (said instanceof Response && isPlainRedirect(said)) return said;
    done.set(context, outcome);
    return null;
  };
}

/** The routes of a build whose actions never run twice for one request. */
export function once(routes: ServerBuild["routes"]): ServerBuild["routes"] {
  const wrapped = Object.entries(routes).map(([id, route]) => {
    const action = route?.module.action as Action | undefined;
    if (route === undefined || action === undefined) return [id, route];
    return [id, { ...route, module: { ...route.module, action: (args: ActionFunctionArgs) => repeated(args.context) ?? action(args) } }];
  });
  return Object.fromEntries(wrapped) as ServerBuild["routes"];
}

function repeated(context: AppLoadContext): Promise<unknown> | null {
  const outcome = done.get(context);
  if (outcome === undefined) return null;
  return "answer" in outcome ? Promise.resolve(outcome.answer) : Promise.reject(outcome.thrown as Error);
}

async function outcomeOf(action: Action, args: ActionFunctionArgs): Promise<Outcome> {
  try {
    return { answer: await action(args) };
  } catch (thrown) {
    return { thrown };
  }
}

/** To an address of our own; what Remix does with other places stays its business. */
const isPlainRedirect = ({ status, headers }: Response): boolean => status >= 300 && status < 400 && /^\/(?!\/)/.test(headers.get("Location") ?? "") && ![...headers.keys()].some((name) => name.startsWith("x-remix"));
