import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { criteriaText } from "#app/text/portfolio-scores.ts";
import { portfolioText } from "#app/text/portfolio.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { findCriteria, listCriteriaVersions } from "#db/queries/portfolio-criteria.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(criteriaText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await visitor(args);
  const { bodyId, criteria } = (await findCriteria(db)) ?? notFound();
  const versions = await listCriteriaVersions(db, bodyId);
  return { criteria, versions, mayAdopt: may(actor, "criteria.adopt", { bodyId }) };
}

export default function CriteriaPage() {
  const { criteria, versions, mayAdopt } = useLoaderData<typeof loader>();
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const edit = mayAdopt && <ButtonLink href={href(paths.criteriaEdit)}>{criteria.length === 0 ? criteriaText.set : criteriaText.edit}</ButtonLink>;
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.portfolio), label: portfolioText.title }]} title={criteriaText.title} lead={criteriaText.lead} action={edit} />
      <Flow>
        {criteria.length === 0 ? (
          <Empty title={criteriaText.none} />
        ) : (
          <DataTable
            caption={criteriaText.caption}
            head={[criteriaText.criterion, criteriaText.weight, criteriaText.lowest, criteriaText.highest]}
            rows={criteria.map(({ id, title, meaning, weight, lowest, highest }) => ({
              key: id,
              cells: [
                <span key="naam">
                  {title}
                  <span className="small muted block">{meaning}</span>
                </span>,
                criteriaText.share(weight, total),
                lowest,
                highest,
              ],
            }))}
          />
        )}
        {versions.length > 0 && (
          <Section id="versies" title={criteriaText.versions}>
            <DataTable
              caption={criteriaText.versionsCaption}
              head={[criteriaText.versions, criteriaText.date, criteriaText.by, criteriaText.why]}
              rows={versions.map(({ number, at, by, why }) => ({ key: String(number), cells: [criteriaText.version(number), date(at), by, why] }))}
            />
          </Section>
        )}
      </Flow>
    </>
  );
}
