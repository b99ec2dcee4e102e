/** For `(await findRound(db, id)) ?? notFound()`. What an actor may not see does not exist for them. */
export function notFound(): never {
  throw new Response(null, { status: 404 });
}

/** For an act that this person may see but not do. */
export function forbidden(): never {
  throw new Response(null, { status: 403 });
}

/** A local address to go to after signing in, or the fallback: one leading slash, nothing that leaves the site. */
export function safeAddress(raw: string | null, fallback: string): string {
  return raw !== null && /^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/u.test(raw) ? raw : fallback;
}
