import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { submitNeed } from "#app/commands/needs/submit-need.ts";
import { href, paths } from "#app/paths.ts";
import { readForm, type Entered, type FieldProblem } from "#app/platform/form.ts";
import { forbidden } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { needForm } from "#app/platform/schemas/needs.ts";
import { pageTitle } from "#app/text/format.ts";
import { needFormText, needsText } from "#app/text/needs.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup, PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listComponents, listExpertGroups } from "#db/queries/needs.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(needFormText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  if (actor.organisation === null) return forbidden();
  return { bodies: await listExpertGroups(db), components: await listComponents(db) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const form = await readForm(args.request, needForm);
  if (!form.ok) return refused(form.problems, form.entered);

  const { title, statement, body, components } = form.values;
  const bodies = await listExpertGroups(context.db);
  const known = await listComponents(context.db);
  if (!bodies.some(({ id }) => id === body)) return refused({ body: "unknown-option" }, form.entered);
  const componentIds = known.filter(({ id }) => components.includes(id)).map(({ id }) => id);
  const submitted = await submitNeed(context, { title, statement, bodyId: body, componentIds });
  return submitted.ok ? redirect(href(paths.need, { number: submitted.value }), await withNotice("need-submitted")) : forbidden();
}

const refused = (problems: Readonly<Record<string, FieldProblem | undefined>>, entered: Entered) => json({ problems, entered }, 422);

export default function NewNeedPage() {
  const { bodies, components } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const entered: Entered = answer?.entered ?? {};
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const field = fieldsOf(entered, problems);
  const chosen = entered["components"];
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.needs), label: needsText.title }]} title={needFormText.title} lead={needFormText.lead} />
      <Flow>
        <FormProblems refusal={null} problems={problems} labels={{ title: needFormText.name, statement: needFormText.statement, body: needFormText.body }} />
        <PageForm>
          <TextField {...field("title")} label={needFormText.name} required maxLength={150} />
          <TextField {...field("statement")} label={needFormText.statement} hint={needFormText.statementHint} required multiline rows={6} maxLength={5000} />
          <SelectField {...field("body")} label={needFormText.body} options={bodies.map(({ id, name }) => ({ value: id, label: name }))} />
          <CheckboxGroup
            name="components"
            label={needFormText.components}
            hint={needFormText.componentsHint}
            options={components.map(({ id, name }) => ({ value: id, label: name }))}
            values={typeof chosen === "string" ? [chosen] : (chosen ?? [])}
          />
          <Button>{needFormText.submit}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
