import { redirect, type AppLoadContext } from "@remix-run/node";
import type { CommandContext } from "#app/commands/context.ts";
import { isSignedIn, type SignedIn } from "#app/domain/access/actor.ts";
import { href, paths } from "#app/paths.ts";
import { keepForm } from "./kept-form.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** who is here, worked out once per request however many loaders ask */
    visit: () => Promise<Visit>;
    /** where the request came from, for limits on tries */
    address?: string;
    /** told of what ended this request, for the server's own log and pages */
    failed?: (error: unknown) => void;
    /** for the Content-Security-Policy */
    nonce?: string;
    /** DEMO=1: the demonstration bar and its doors exist */
    isDemo?: boolean;
    /** SECURITY_CONTACT, for security.txt */
    securityContact?: string | null;
  }
}

/** Who visits, and whose session the cookie held before it ended. */
export interface Visit extends CommandContext {
  readonly heldBy?: string | null;
}

interface Guarded {
  readonly request: Request;
  readonly context: AppLoadContext;
}

/** The first line of every public loader: whoever it is, stranger or not. */
export function visitor({ context }: Guarded): Promise<CommandContext> {
  return context.visit();
}

/**
 * The first line of every loader and action that is not public: somebody signed in, or off to the sign-in page.
 * What somebody typed before the session ended is kept, and offered again after signing in.
 */
export async function requireActor({ request, context }: Guarded): Promise<CommandContext & { readonly actor: SignedIn }> {
  const { heldBy = null, ...visit } = await context.visit();
  const { actor } = visit;
  if (isSignedIn(actor)) return { ...visit, actor };
  const kept = request.method === "POST" && heldBy !== null ? await keepForm(visit, request, heldBy) : null;
  throw redirect(href(paths.login, { naar: wayBack(request) }), kept === null ? {} : { headers: { "Set-Cookie": kept } });
}

/** After a form: the page it stood on, for the address of a button may have no page. */
function wayBack(request: Request): string {
  const { origin, pathname, search } = new URL(request.url);
  if (request.method === "GET") return pathname + search;
  const referer = request.headers.get("referer") ?? "";
  if (!URL.canParse(referer) || new URL(referer).origin !== origin) return pathname;
  return new URL(referer).pathname + new URL(referer).search;
}
