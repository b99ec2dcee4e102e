import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { addMembership } from "#app/commands/bodies/add-membership.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { membershipForm } from "#app/platform/schemas/admin.ts";
import { adminBodyText, adminText, bodyRefusalText, roleOptions } from "#app/text/admin.ts";
import { pageTitle } from "#app/text/format.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { PeriodFields, periodLabels } from "#app/ui/period-fields.tsx";
import { findBody } from "#db/queries/bodies.ts";
import { listSeatsWithMembers } from "#db/queries/seats.ts";
import { beginning, inWords } from "./period.ts";
import { asAdmin } from "./require-admin.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(adminBodyText.addMember) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = asAdmin(await requireActor(args));
  const { id, slug, name } = (await findBody(db, args.params["slug"] ?? "")) ?? notFound();
  const rows = await listSeatsWithMembers(db, id, now());
  const seats = [...new Map(rows.map((row) => [row.seatId, row])).values()].map((seat) => ({
    value: seat.seatId,
    label: `${seat.organisation} (${[seat.isVoting === 1 ? adminBodyText.votes : adminBodyText.advises, ...(seat.from > now() || seat.until !== null ? [inWords(seat.from, seat.until)] : [])].join(", ")})`,
  }));
  return { slug, name, seats };
}

export async function action(args: ActionFunctionArgs) {
  const context = asAdmin(await requireActor(args));
  const { slug = "" } = args.params;
  const form = await readForm(args.request, membershipForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const added = await addMembership(context, { seatId: form.values.seat, email: form.values.email, role: form.values.role, from: beginning(form.values.from, context.now()), until: form.values.until });
  if (added.ok) return redirect(href(paths.adminBody, { slug }), await withNotice("membership-added"));
  if (added.refusal === "not-found") return notFound();
  return json({ problems: {}, entered: form.entered, refusal: bodyRefusalText[added.refusal] }, 409);
}

export default function MembershipsPage() {
  const { slug, name, seats } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? { role: "member" }, problems);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.adminBodies), label: adminText.bodies }, { href: href(paths.adminBody, { slug }), label: name }]} title={adminBodyText.addMember} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ seat: adminBodyText.seat, email: adminBodyText.email, role: adminBodyText.role, ...periodLabels }} />
        {seats.length === 0 && <Empty title={adminBodyText.noSeats} action={<a href={href(paths.adminSeats, { slug })}>{adminBodyText.addSeat}</a>} />}
        {seats.length > 0 && <PageForm>
          <SelectField {...field("seat")} label={adminBodyText.seat} options={seats} />
          <TextField {...field("email")} label={adminBodyText.email} required type="email" maxLength={200} />
          <SelectField {...field("role")} label={adminBodyText.role} options={roleOptions} />
          <PeriodFields field={field} />
          <Button>{adminBodyText.addMember}</Button>
        </PageForm>}
      </Flow>
    </>
  );
}
