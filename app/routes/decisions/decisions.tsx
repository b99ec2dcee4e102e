import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { isPublic, VALIDITIES } from "#app/domain/decisions/decision.ts";
import { href, paths } from "#app/paths.ts";
import { registerText, resultText, validityText } from "#app/text/decisions.ts";
import { pageTitle, shortDate } from "#app/text/format.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { DecisionRows } from "#app/ui/meetings/outcome-rows.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { countDecisions, listDecisions, listDecisionYears } from "#db/queries/decisions.ts";
import { listVotingBodies } from "#db/queries/voting-bodies.ts";

const PAGE_SIZE = 50;
const RESULTS = ["aangenomen", "verworpen", "opnemen", "aanhouden", "afwijzen", "terugverwijzen"] as const;

export const meta: MetaFunction = () => [{ title: pageTitle(registerText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const query = new URL(args.request.url).searchParams;
  const choice = { q: (query.get("q") ?? "").slice(0, 100), gremium: query.get("gremium") ?? "", jaar: query.get("jaar") ?? "", geldigheid: query.get("geldigheid") ?? "", uitkomst: query.get("uitkomst") ?? "", herziening: query.get("herziening") ?? "" };
  const filter = {
    q: choice.q || undefined,
    body: choice.gremium || undefined,
    year: /^\d{4}$/.test(choice.jaar) ? Number(choice.jaar) : undefined,
    result: RESULTS.find((result) => result === choice.uitkomst),
    isToReview: choice.herziening === "nu",
    validity: VALIDITIES.find((validity) => validity === choice.geldigheid),
  };
  const moment = now();
  const { decisions, next } = await listDecisions(db, actor, filter, { now: moment, after: query.get("na"), size: PAGE_SIZE });
  return {
    choice,
    total: await countDecisions(db, actor, filter, moment),
    bodies: (await listVotingBodies(db)).map(({ slug, name }) => ({ value: slug, label: name })),
    years: (await listDecisionYears(db, actor, moment)).map((year) => ({ value: String(year), label: String(year) })),
    next: next === null ? null : href(paths.decisions, { ...choice, na: next }),
    previous: query.has("na") ? href(paths.decisions, choice) : null,
    decisions: decisions.map((decision) => ({
      number: decision.number,
      title: decision.title,
      result: decision.result,
      figures: decision.figures ? { for: decision.figures.for, against: decision.figures.against, abstain: decision.figures.abstain } : null,
      isPublished: isPublic(decision, moment),
      day: shortDate(decision.decidedOn),
      body: decision.validity === "geldig" ? decision.body.name : `${decision.body.name} · ${validityText[decision.validity]}`,
    })),
  };
}

export default function DecisionsPage() {
  const { choice, total, bodies, years, next, previous, decisions } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={registerText.title} lead={registerText.lead} />
      <Flow>
        <form method="get" className="filter" role="search" aria-label={registerText.filter}>
          <TextField name="q" label={registerText.search} value={choice.q} type="search" />
          <SelectField name="gremium" label={registerText.body} value={choice.gremium} options={[{ value: "", label: registerText.allBodies }, ...bodies]} />
          <SelectField name="jaar" label={registerText.year} value={choice.jaar} options={[{ value: "", label: registerText.allYears }, ...years]} />
          <SelectField name="geldigheid" label={registerText.validity} value={choice.geldigheid} options={[{ value: "", label: registerText.allValidities }, ...VALIDITIES.map((value) => ({ value, label: validityText[value] }))]} />
          <SelectField name="uitkomst" label={registerText.result} value={choice.uitkomst} options={[{ value: "", label: registerText.allResults }, ...RESULTS.map((value) => ({ value, label: resultText(value) }))]} />
          <SelectField name="herziening" label={registerText.review} value={choice.herziening} options={[{ value: "", label: registerText.allReview }, { value: "nu", label: registerText.toReview }]} />
          <Button secondary>{registerText.show}</Button>
        </form>
        <section className="stack" aria-label={registerText.title}>
          <p role="status">{registerText.found(total)}</p>
          {decisions.length > 0 ? (
            <DecisionRows decisions={decisions} level={2} />
          ) : Object.values(choice).every((value) => value === "") ? (
            <Empty title={registerText.none} action={<a href={href(paths.rounds)}>{registerText.noneAction}</a>} />
          ) : (
            <Empty title={registerText.empty} action={<a href={href(paths.decisions)}>{registerText.emptyAction}</a>} />
          )}
          <Pager previous={previous} next={next} />
        </section>
        <p className="small">
          <a href={href(paths.commitments)}>{registerText.commitments}</a>
          {" · "}
          <a href={href(paths.decisionFeed)}>{registerText.feed}</a>
        </p>
      </Flow>
    </>
  );
}
