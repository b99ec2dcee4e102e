import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { weighRequirements } from "#app/commands/requirement-sets/weigh-requirements.ts";
import type { Entered } from "#app/domain/shared/entered.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { formOf, isShownAgain, tidy } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle } from "#app/text/format.ts";
import { weightsText } from "#app/text/requirement-sets.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { PageForm } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { SeenField, seenOf } from "#app/ui/seen-field.tsx";
import { ConceptHead } from "#app/ui/requirement-sets/concept-head.tsx";
import { findOutline } from "#db/queries/requirement-outlines.ts";
import { formAnswer, refusalAnswer } from "./answers.ts";
import { conceptAsked } from "./find-edition.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(weightsText.title) }];

const PREFIX = "gewicht-";

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { id, slug, title, version } = await conceptAsked(context, args.params["slug"]);
  const { lines } = await findOutline(context.db, context.actor, id);
  const wishes = lines.flatMap((line) => (line.kind === "requirement" && line.requirement.kind === "wens" ? [{ name: PREFIX + line.requirement.id, label: `${line.number} ${line.requirement.title}`, weight: line.requirement.weight ?? 0 }] : []));
  return { slug, title, version, wishes, total: wishes.reduce((sum, { weight }) => sum + weight, 0) };
}

/** A field for each wens: more than a schema can name. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { slug = "" } = args.params;
  const form = await formOf(args.request);
  const [entered, problems]: [Record<string, string>, Record<string, FieldProblem>] = [{}, {}];
  for (const [name, value] of form) if (name.startsWith(PREFIX) && typeof value === "string") entered[name] = tidy(value);
  for (const [name, value] of Object.entries(entered)) if (!/^\d{1,3}$/.test(value) || Number(value) > 100) problems[name] = "not-a-number";
  if (isShownAgain(form) || Object.keys(problems).length > 0) return formAnswer(problems, entered satisfies Entered);

  // Only what somebody changed is written: the rest may be another's.
  const said = Object.entries(entered).map(([name, value]) => ({ id: name.slice(PREFIX.length), weight: Number(value), seen: form.get(seenOf(name)) }));
  const changed = said.filter(({ weight, seen }) => seen !== String(weight));
  const seen = new Map(changed.flatMap(({ id, seen: before }) => (typeof before === "string" && before !== "" ? [[id, Number(before)] as const] : [])));
  const weighed = await weighRequirements(context, { slug, weights: new Map(changed.map(({ id, weight }) => [id, weight])), seen });
  if (!weighed.ok) return refusalAnswer(weighed.refusal, entered);
  return redirect(href(paths.requirementWeights, { slug }), await withNotice("set-changed"));
}

export default function WeightsPage() {
  const { slug, title, version, wishes, total } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? Object.fromEntries(wishes.map(({ name, weight }) => [name, String(weight)])), problems);
  return (
    <>
      <ConceptHead slug={slug} name={title} version={version} title={weightsText.title} lead={weightsText.lead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={Object.fromEntries(wishes.map(({ name, label }) => [name, label]))} />
        {wishes.length === 0 ? (
          <Empty title={weightsText.none} action={<a href={href(paths.requirementPicker, { slug }, { soort: "wens" })}>{weightsText.pick}</a>} />
        ) : (
          <PageForm>
            <p role="status">
              <strong>{weightsText.total(total)}</strong>
            </p>
            {wishes.map(({ name, label, weight }) => (
              <SeenField key={name} {...field(name)} label={label} now={String(weight)} told={answer?.refusal ? weightsText.now : null} />
            ))}
            <Button>{weightsText.save}</Button>
          </PageForm>
        )}
      </Flow>
    </>
  );
}
