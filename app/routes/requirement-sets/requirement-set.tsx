import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { notFound } from "#app/platform/http.ts";
import { pageTitle } from "#app/text/format.ts";
import { SetView } from "#app/ui/requirement-sets/set-view.tsx";
import { listEditions } from "#db/queries/requirement-sets.ts";
import { loadSet, setChoice } from "./load-set.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? data.title : "404") }];

/** The newest frozen edition, or the concept for its own body when nothing is frozen yet. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const editions = await listEditions(context.db, context.actor, args.params["slug"] ?? "");
  const edition = editions.find(({ frozen }) => frozen !== null) ?? editions[0] ?? notFound();
  return loadSet(context, edition, editions, setChoice(new URL(args.request.url).searchParams));
}

export default function RequirementSetPage() {
  return <SetView {...useLoaderData<typeof loader>()} />;
}
