import { redirect, type AppLoadContext } from "@remix-run/node";
import type { CommandContext } from "#app/commands/context.ts";
import { isSignedIn, type SignedIn } from "#app/domain/access/actor.ts";
import { href, paths } from "#app/paths.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** who is here, worked out once per request however many loaders ask */
    visit: () => Promise<CommandContext>;
    /** for the Content-Security-Policy */
    nonce?: string;
    /** DEMO=1: the demonstration bar and its doors exist */
    isDemo?: boolean;
  }
}

interface Guarded {
  readonly request: Request;
  readonly context: AppLoadContext;
}

/** The first line of every public loader: whoever it is, stranger or not. */
export function visitor({ context }: Guarded): Promise<CommandContext> {
  return context.visit();
}

/** The first line of every loader and action that is not public: somebody signed in, or off to the sign-in page. */
export async function requireActor({ request, context }: Guarded): Promise<CommandContext & { readonly actor: SignedIn }> {
  const visit = await context.visit();
  const { actor } = visit;
  if (!isSignedIn(actor)) {
    const { pathname, search } = new URL(request.url);
    throw redirect(href(paths.login, { naar: request.method === "GET" ? pathname + search : pathname }));
  }
  return { ...visit, actor };
}
