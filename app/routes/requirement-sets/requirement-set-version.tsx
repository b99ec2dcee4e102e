import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { notFound } from "#app/platform/http.ts";
import { pageTitle } from "#app/text/format.ts";
import { setText } from "#app/text/requirement-sets.ts";
import { SetView } from "#app/ui/requirement-sets/set-view.tsx";
import { listEditions } from "#db/queries/requirement-sets.ts";
import { loadSet, setChoice } from "./load-set.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? setText.versionOf(data.title, data.version, data.frozen !== null) : "404") }];

/** One edition by its number; a concept only within its body. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const editions = await listEditions(context.db, context.actor, args.params["slug"] ?? "");
  const edition = editions.find(({ version }) => String(version) === args.params["version"]) ?? notFound();
  return loadSet(context, edition, editions, setChoice(new URL(args.request.url).searchParams));
}

export default function RequirementSetVersionPage() {
  return <SetView {...useLoaderData<typeof loader>()} />;
}
