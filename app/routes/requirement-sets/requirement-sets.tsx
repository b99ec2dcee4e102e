import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle } from "#app/text/format.ts";
import { setText } from "#app/text/requirement-sets.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { SetRows } from "#app/ui/requirement-sets/set-rows.tsx";
import { listComponents } from "#db/queries/needs.ts";
import { listSets } from "#db/queries/requirement-sets.ts";
import { setRowsOf } from "./set-rows-of.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(setText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await visitor(args);
  const component = new URL(args.request.url).searchParams.get("onderdeel") || undefined;
  return {
    component,
    components: (await listComponents(db)).map(({ slug, name }) => ({ value: slug, label: name })),
    sets: setRowsOf(await listSets(db, actor, { component })),
    mayStart: actor.memberships.some(({ bodyId }) => may(actor, "requirement-set.start", { bodyId })),
  };
}

export default function RequirementSetsPage() {
  const { component, components, sets, mayStart } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={setText.title} lead={setText.lead} />
      <Flow>
        <form method="get" className="filter">
          <SelectField name="onderdeel" label={setText.component} value={component} options={[{ value: "", label: setText.all }, ...components]} />
          <Button secondary>{setText.show}</Button>
        </form>
        <Section id="lijst" title={setText.list} aside={mayStart ? <ButtonLink href={href(paths.newRequirementSet)}>{setText.start}</ButtonLink> : <span className="muted">{setText.amount(sets.length)}</span>}>
          {sets.length === 0 ? <Empty title={setText.empty} action={<a href={href(paths.proposals, { status: "vastgesteld" })}>{setText.emptyNext}</a>} /> : <SetRows sets={sets} />}
        </Section>
      </Flow>
    </>
  );
}
