import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";

/** What a search engine may read: all that is public, apart from forms and lists that only filter. */
export async function loader(args: LoaderFunctionArgs) {
  await visitor(args);
  const { origin } = new URL(args.request.url);
  const lines = ["User-agent: *", `Disallow: ${href(paths.login)}`, `Disallow: ${href(paths.search)}`, `Disallow: ${href(paths.noteComposer)}`, `Sitemap: ${origin}${href(paths.sitemap)}`];
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" } });
}
