import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { mergeMunicipality } from "#app/commands/organisations/merge-municipality.ts";
import { startOfDay } from "#app/domain/shared/dutch-time.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { mergerForm } from "#app/platform/schemas/admin.ts";
import { adminText } from "#app/text/admin.ts";
import { pageTitle } from "#app/text/format.ts";
import { adminOrganisationText, mergerRefusalText } from "#app/text/organisations.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findOrganisationById, listRunningSeats } from "#db/queries/organisations.ts";
import { asAdmin } from "./require-admin.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(adminOrganisationText.merge) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = asAdmin(await requireActor(args));
  const { id, kind, name, validUntil } = (await findOrganisationById(db, args.params["id"] ?? "")) ?? notFound();
  if (kind !== "gemeente" || validUntil !== null) return notFound();
  return { id, name, seats: (await listRunningSeats(db, id, now())).map(({ body }) => body).join(", ") };
}

export async function action(args: ActionFunctionArgs) {
  const context = asAdmin(await requireActor(args));
  const { id = "" } = args.params;
  const form = await readForm(args.request, mergerForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const day = startOfDay(form.values.day) === null ? null : (form.values.day as Day);
  const merged = await mergeMunicipality(context, { id, day, successors: form.values.successors.split(/[\s,;]+/).filter((code) => code !== "") });
  if (merged.ok) return redirect(href(paths.adminOrganisation, { id }), await withNotice("municipality-merged"));
  if (merged.refusal === "not-found") return notFound();
  return json({ problems: {}, entered: form.entered, refusal: mergerRefusalText[merged.refusal] }, 409);
}

export default function MergerPage() {
  const { id, name, seats } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? {}, problems);
  return (
    <>
      <PageHead
        crumbs={[{ href: href(paths.admin), label: adminText.title }, { href: href(paths.adminOrganisations), label: adminOrganisationText.title }, { href: href(paths.adminOrganisation, { id }), label: name }]}
        title={adminOrganisationText.merge}
        lead={adminOrganisationText.mergeLead(name)}
      />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ day: adminOrganisationText.day, successors: adminOrganisationText.successors }} />
        {seats !== "" && <p className="note">{adminOrganisationText.seatsEnd(seats)}</p>}
        <PageForm>
          <TextField {...field("day")} type="date" label={adminOrganisationText.day} required />
          <TextField {...field("successors")} label={adminOrganisationText.successors} hint={adminOrganisationText.successorsHint} required maxLength={200} />
          <Button>{adminOrganisationText.mergeSave}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
