import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { addBody } from "#app/commands/bodies/add-body.ts";
import { TLP } from "#app/domain/access/visibility.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { bodyForm } from "#app/platform/schemas/admin.ts";
import { adminBodyText, adminText, bodyKindText, bodyRefusalText } from "#app/text/admin.ts";
import { pageTitle } from "#app/text/format.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { asAdmin } from "./require-admin.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(adminBodyText.add) }];

export async function loader(args: LoaderFunctionArgs) {
  asAdmin(await requireActor(args));
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const context = asAdmin(await requireActor(args));
  const form = await readForm(args.request, bodyForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const added = await addBody(context, form.values);
  if (!added.ok) return json({ problems: {}, entered: form.entered, refusal: bodyRefusalText[added.refusal] }, 409);
  return redirect(href(paths.adminBody, { slug: added.value.slug }), await withNotice("body-added"));
}

export default function NewBodyPage() {
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? {}, problems);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.admin), label: adminText.title }, { href: href(paths.adminBodies), label: adminText.bodies }]} title={adminBodyText.add} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ name: adminBodyText.name, slug: adminBodyText.slug, prefix: adminBodyText.prefix, purpose: adminBodyText.purpose }} />
        <PageForm>
          <TextField {...field("name")} label={adminBodyText.name} required maxLength={150} />
          <TextField {...field("slug")} label={adminBodyText.slug} hint={adminBodyText.slugHint} required maxLength={40} />
          <TextField {...field("prefix")} label={adminBodyText.prefix} hint={adminBodyText.prefixHint} required maxLength={3} />
          <SelectField {...field("kind")} label={adminBodyText.kind} options={Object.entries(bodyKindText).map(([value, label]) => ({ value, label }))} />
          <TextField {...field("purpose")} label={adminBodyText.purpose} required multiline rows={3} maxLength={1000} />
          <SelectField {...field("defaultTlp")} label={adminBodyText.tlp} options={TLP.map((value) => ({ value, label: `TLP:${value}` }))} />
          <Button>{adminBodyText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
