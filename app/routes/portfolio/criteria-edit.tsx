import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { adoptCriteria } from "#app/commands/portfolio/adopt-criteria.ts";
import { may } from "#app/domain/access/policy.ts";
import { MOST_CRITERIA } from "#app/domain/portfolio/criteria.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { criteriaForm, criteriaRows } from "#app/platform/schemas/portfolio-scores.ts";
import { pageTitle } from "#app/text/format.ts";
import { criteriaFormText, criteriaRefusalText, criteriaText } from "#app/text/portfolio-scores.ts";
import { portfolioText } from "#app/text/portfolio.ts";
import { Button } from "#app/ui/button.tsx";
import { Fieldset } from "#app/ui/form-parts.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findCriteria } from "#db/queries/portfolio-criteria.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(criteriaFormText.title) }];

const ROWS = Array.from({ length: MOST_CRITERIA }, (_, index) => index + 1);

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const { bodyId, version, criteria } = (await findCriteria(db)) ?? notFound();
  if (!may(actor, "criteria.adopt", { bodyId })) return forbidden();
  const entered = Object.fromEntries(criteria.flatMap(({ title, meaning, lowest, highest, weight }, index) => Object.entries({ naam: title, vraag: meaning, laagste: lowest, hoogste: highest, gewicht: String(weight) }).map(([name, value]) => [`${name}-${index + 1}`, value])));
  return { version, entered: entered as Record<string, string>, filled: criteria.length };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { bodyId } = (await findCriteria(context.db)) ?? notFound();
  if (!may(context.actor, "criteria.adopt", { bodyId })) return forbidden();
  const form = await readForm(args.request, criteriaForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const adopted = await adoptCriteria(context, { seen: form.values.seen, why: form.values.waarom, criteria: criteriaRows(form.entered) });
  if (adopted.ok) return redirect(href(paths.criteria), await withNotice("criteria-adopted"));
  if (adopted.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: criteriaRefusalText[adopted.refusal] }, 409);
}

export default function EditCriteriaPage() {
  const { version, entered, filled } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, undefined>> = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? entered, problems);
  // Two empty rows below those that are filled in; a form that came back keeps all it had.
  const shown = ROWS.filter((row) => row <= filled + 2 || field(`naam-${row}`).value !== "");
  const labels = { waarom: criteriaFormText.why, ...Object.fromEntries(ROWS.map((row) => [`gewicht-${row}`, `${criteriaFormText.row(row)}: ${criteriaFormText.weight}`])) };
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.portfolio), label: portfolioText.title }, { href: href(paths.criteria), label: criteriaText.title }]} title={criteriaFormText.title} lead={criteriaFormText.lead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={labels} />
        <PageForm>
          <input type="hidden" name="seen" value={version} />
          {shown.map((row) => (
            <Fieldset key={row} legend={criteriaFormText.row(row)}>
              <div className="stack">
                <TextField {...field(`naam-${row}`)} label={criteriaFormText.name} hint={row > filled ? undefined : criteriaFormText.emptyRow} maxLength={100} />
                <TextField {...field(`vraag-${row}`)} label={criteriaFormText.meaning} maxLength={500} />
                <div className="field-grid">
                  <TextField {...field(`laagste-${row}`)} label={criteriaFormText.lowest} maxLength={200} />
                  <TextField {...field(`hoogste-${row}`)} label={criteriaFormText.highest} maxLength={200} />
                  <TextField {...field(`gewicht-${row}`)} label={criteriaFormText.weight} maxLength={3} />
                </div>
              </div>
            </Fieldset>
          ))}
          <TextField {...field("waarom")} label={criteriaFormText.why} required multiline rows={3} maxLength={1000} />
          <Button>{criteriaFormText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
