import { json } from "@remix-run/node";

/** For `(await findRound(db, id)) ?? notFound()`. What an actor may not see does not exist for them. */
export function notFound(): never {
  throw new Response(null, { status: 404 });
}

/** For an act that this person may see but not do. */
export function forbidden(): never {
  throw new Response(null, { status: 403 });
}

/** For a rule that stood in the way of a button: a page that says why, with the way back. */
export function conflict(sentence: string, back: string): never {
  throw json({ sentence, back } satisfies RefusedActData, 409);
}

/** What the page of a refused button knows beside its status. */
export interface RefusedActData {
  readonly sentence: string;
  readonly back: string;
}

/** For a button that came without what it always sends. */
export function unreadable(): never {
  throw new Response(null, { status: 422 });
}

/** The loader of an address that only takes a button: there is nothing to read. */
export const nothingToRead = (): never => notFound();

/** A local address to go to after signing in, or the fallback: one leading slash, nothing that leaves the site. */
export function safeAddress(raw: string | null, fallback: string): string {
  return raw !== null && /^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/u.test(raw) ? raw : fallback;
}
