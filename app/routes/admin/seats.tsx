import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { addSeat } from "#app/commands/bodies/add-seat.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { seatForm } from "#app/platform/schemas/admin.ts";
import { adminBodyText, adminText, bodyRefusalText } from "#app/text/admin.ts";
import { pageTitle } from "#app/text/format.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { PeriodFields, periodLabels } from "#app/ui/period-fields.tsx";
import { findBody } from "#db/queries/bodies.ts";
import { beginning } from "./period.ts";
import { asAdmin } from "./require-admin.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(adminBodyText.addSeat) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = asAdmin(await requireActor(args));
  const { slug, name } = (await findBody(db, args.params["slug"] ?? "")) ?? notFound();
  return { slug, name };
}

export async function action(args: ActionFunctionArgs) {
  const context = asAdmin(await requireActor(args));
  const { slug = "" } = args.params;
  const form = await readForm(args.request, seatForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const added = await addSeat(context, { body: slug, organisation: form.values.organisation, isVoting: form.values.isVoting === "ja", from: beginning(form.values.from, context.now()), until: form.values.until });
  if (added.ok) return redirect(href(paths.adminBody, { slug }), await withNotice("seat-added"));
  if (added.refusal === "not-found") return notFound();
  return json({ problems: {}, entered: form.entered, refusal: bodyRefusalText[added.refusal] }, 409);
}

export default function SeatsPage() {
  const { slug, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const entered: Readonly<Record<string, string | readonly string[]>> = answer?.entered ?? { isVoting: "ja" };
  const field = fieldsOf(entered, problems);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.adminBodies), label: adminText.bodies }, { href: href(paths.adminBody, { slug }), label: name }]} title={adminBodyText.addSeat} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ organisation: adminBodyText.organisation, ...periodLabels }} />
        <PageForm>
          <TextField {...field("organisation")} label={adminBodyText.organisation} hint={adminBodyText.organisationHint} required maxLength={150} />
          <CheckboxField name="isVoting" label={adminBodyText.voting} checked={entered["isVoting"] === "ja"} />
          <PeriodFields field={field} />
          <Button>{adminBodyText.addSeat}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
