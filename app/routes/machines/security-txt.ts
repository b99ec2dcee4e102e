import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { DAY, later } from "#app/domain/shared/instant.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";

const VALID_FOR = 180 * DAY;

/** Where somebody reports a weak spot. Without a contact there is no file: a false address is worse than none. Source: RFC 9116. */
export async function loader(args: LoaderFunctionArgs) {
  const { now } = await visitor(args);
  const { securityContact = null } = args.context;
  if (securityContact === null) return notFound();
  const { origin } = new URL(args.request.url);
  // The day, not the moment: everybody who asks on one day gets the same file.
  const expires = `${later(now(), VALID_FOR).slice(0, 10)}T00:00:00.000Z`;
  const lines = [`Contact: ${securityContact}`, `Expires: ${expires}`, "Preferred-Languages: nl, en", `Canonical: ${origin}${href(paths.securityTxt)}`];
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" } });
}
