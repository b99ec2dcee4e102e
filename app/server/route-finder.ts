import type { ServerBuild } from "@remix-run/node";

type RouteManifest = ServerBuild["routes"];

/** A route of the portal, ready to be recognised. */
export interface KnownRoute {
  readonly id: string;
  /** as app/paths.ts writes it: /voorstellen/:number */
  readonly pattern: string;
}

/**
 * Which route answers an address, by Remix's own rules for a table like ours: each route directly under the root, words and
 * parameters only. Remix makes every expression again and ranks all routes for each request; here that is done once.
 */
export function routeFinder(routes: RouteManifest): (pathname: string) => KnownRoute | null {
  const known = Object.entries(routes).flatMap(([id, route]) => (route?.parentId === "root" ? [{ id, pattern: route.index === true ? "/" : `/${(route.path ?? "").replace(/^\//, "")}` }] : []));
  // Of the patterns that fit an address, the one with the most plain words wins; they all have as many parts.
  const ranked = known.map((route) => ({ route, fits: expressionOf(route.pattern), words: wordsIn(route.pattern) })).sort((a, b) => b.words - a.words);
  const byParts = new Map<number, typeof ranked>();
  for (const one of ranked) byParts.set(partsIn(one.route.pattern), [...(byParts.get(partsIn(one.route.pattern)) ?? []), one]);
  return (pathname) => {
    const plain = decoded(pathname.length > 1 ? pathname.replace(/\/+$/, "") || "/" : pathname);
    return plain === null ? null : (byParts.get(partsIn(plain))?.find(({ fits }) => fits.test(plain))?.route ?? null);
  };
}

const partsIn = (path: string): number => path.split("/").length;
const wordsIn = (pattern: string): number => pattern.split("/").filter((part) => !/^:[\w-]+$/.test(part)).length;
const expressionOf = (pattern: string): RegExp => new RegExp(`^${pattern.replace(/[\\.*+^${}|()[\]]/g, "\\$&").replace(/\/:[\w-]+/g, "/[^/]+")}$`, "i");

/** A slash that was written as %2F stays within its part. */
function decoded(pathname: string): string | null {
  try {
    return pathname.split("/").map((part) => decodeURIComponent(part).replace(/\//g, "%2F")).join("/");
  } catch {
    return null;
  }
}
