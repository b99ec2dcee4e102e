import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { pageTitle } from "#app/text/format.ts";
import { setCompareText, setText } from "#app/text/requirement-sets.ts";
import { setFileText } from "#app/text/requirement-set-file.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { SetComparisonView } from "#app/ui/requirement-sets/set-comparison.tsx";
import { listEditions } from "#db/queries/requirement-sets.ts";
import { loadComparison } from "./load-comparison.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? setCompareText.title(data.title) : "404") }];

/** Two editions of the same programma: without a choice the newest and the one before it. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const editions = await listEditions(context.db, context.actor, args.params["slug"] ?? "");
  const newest = editions[0] ?? notFound();
  const asked = new URL(args.request.url).searchParams;
  const to = editions.find(({ version }) => String(version) === asked.get("naar")) ?? newest;
  const from = editions.find(({ version }) => String(version) === asked.get("van")) ?? editions.find(({ version }) => version < to.version) ?? to;
  const comparison = from === to ? null : await loadComparison(context, from, to);
  return {
    ...{ slug: newest.slug, title: newest.title, label: setFileText.label(comparison?.tlp ?? newest.tlp, to.frozen !== null && from.frozen !== null) },
    editions: editions.map(({ version, frozen }) => ({ version, isFrozen: frozen !== null })),
    comparison,
  };
}

export default function ComparisonPage() {
  const { slug, title, label, editions, comparison } = useLoaderData<typeof loader>();
  const options = editions.map(({ version, isFrozen }) => ({ value: String(version), label: isFrozen ? setText.version(version) : setText.conceptOf(version) }));
  const crumbs = [
    { href: href(paths.requirementSets), label: setText.title },
    { href: href(paths.requirementSet, { slug }), label: title },
  ];
  return (
    <>
      <PageHead crumbs={crumbs} kicker={label} title={setCompareText.title(title)} />
      <Flow>
        {options.length > 1 && (
          <form method="get" className="filter">
            <SelectField name="van" label={setCompareText.from} value={String(comparison?.from ?? options.at(-1)?.value)} options={options} />
            <SelectField name="naar" label={setCompareText.to} value={String(comparison?.to ?? options[0]?.value)} options={options} />
            <Button secondary>{setCompareText.show}</Button>
          </form>
        )}
        {comparison === null ? <Empty title={setCompareText.none} action={<a href={href(paths.requirementSet, { slug })}>{setText.back}</a>} /> : <SetComparisonView {...comparison} />}
      </Flow>
    </>
  );
}
