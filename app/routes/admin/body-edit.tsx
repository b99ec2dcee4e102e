import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { changeBody } from "#app/commands/bodies/change-body.ts";
import { TLP } from "#app/domain/access/visibility.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { bodyChangeForm } from "#app/platform/schemas/admin.ts";
import { adminBodyText, adminText, bodyRefusalText } from "#app/text/admin.ts";
import { pageTitle } from "#app/text/format.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { isPrefixUsed } from "#db/queries/administration.ts";
import { findBody } from "#db/queries/bodies.ts";
import { asAdmin } from "./require-admin.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(adminBodyText.edit) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = asAdmin(await requireActor(args));
  const { id, slug, name, prefix, purpose, defaultTlp } = (await findBody(db, args.params["slug"] ?? "")) ?? notFound();
  return { slug, name, isFixed: await isPrefixUsed(db, id, prefix), stored: { name, prefix, purpose, defaultTlp } };
}

export async function action(args: ActionFunctionArgs) {
  const context = asAdmin(await requireActor(args));
  const { slug = "" } = args.params;
  const form = await readForm(args.request, bodyChangeForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const changed = await changeBody(context, { slug, ...form.values });
  if (changed.ok) return redirect(href(paths.adminBody, { slug }), await withNotice("body-changed"));
  if (changed.refusal === "not-found") return notFound();
  return json({ problems: {}, entered: form.entered, refusal: bodyRefusalText[changed.refusal] }, 409);
}

export default function BodyEditPage() {
  const { slug, name, isFixed, stored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? stored, problems);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.admin), label: adminText.title }, { href: href(paths.adminBodies), label: adminText.bodies }, { href: href(paths.adminBody, { slug }), label: name }]} title={adminBodyText.edit} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ name: adminBodyText.name, prefix: adminBodyText.prefix, purpose: adminBodyText.purpose, defaultTlp: adminBodyText.tlp }} />
        <PageForm>
          <TextField {...field("name")} label={adminBodyText.name} required maxLength={150} />
          <TextField {...field("purpose")} label={adminBodyText.purpose} required multiline maxLength={1000} />
          {isFixed ? (
            <>
              <input type="hidden" name="prefix" value={stored.prefix} />
              <p>{`${adminBodyText.prefix}: ${stored.prefix}. ${adminBodyText.prefixFixed}`}</p>
            </>
          ) : (
            <TextField {...field("prefix")} label={adminBodyText.prefix} hint={adminBodyText.prefixHint} required maxLength={3} />
          )}
          <SelectField {...field("defaultTlp")} label={adminBodyText.tlp} options={TLP.map((value) => ({ value, label: value }))} />
          <Button>{adminBodyText.change}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
