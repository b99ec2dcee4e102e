import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { changeAccount } from "#app/commands/access/change-account.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { accountForm } from "#app/platform/schemas/admin.ts";
import { accountRefusalText, accountsText, adminText } from "#app/text/admin.ts";
import { pageTitle } from "#app/text/format.ts";
import { AccountFields, accountLabels } from "#app/ui/account-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { PageForm } from "#app/ui/form.tsx";
import { FormProblems } from "#app/ui/form-state.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findAccountById } from "#db/queries/administration.ts";
import { asAdmin } from "./require-admin.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(accountsText.editTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = asAdmin(await requireActor(args));
  const { name, email, job, organisation, isAdmin, isMunicipalAdmin } = (await findAccountById(db, args.params["id"] ?? "")) ?? notFound();
  return { name, stored: { name, email, job: job ?? "", organisation: organisation?.code ?? organisation?.name ?? "", isAdmin: isAdmin ? "ja" : "", isMunicipalAdmin: isMunicipalAdmin ? "ja" : "" } };
}

export async function action(args: ActionFunctionArgs) {
  const context = asAdmin(await requireActor(args));
  const form = await readForm(args.request, accountForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const { name, email, job, organisation, isAdmin, isMunicipalAdmin } = form.values;
  const changed = await changeAccount(context, { id: args.params["id"] ?? "", name, email, job: job || null, organisation: organisation || null, isAdmin: isAdmin === "ja", isMunicipalAdmin: isMunicipalAdmin === "ja" });
  if (changed.ok) return redirect(href(paths.adminAccounts), await withNotice(changed.value.sessionsEnded ? "account-changed-out" : "account-changed"));
  if (changed.refusal === "not-found") return notFound();
  return json({ problems: {}, entered: form.entered, refusal: accountRefusalText[changed.refusal] }, 409);
}

export default function AccountPage() {
  const { name, stored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.admin), label: adminText.title }, { href: href(paths.adminAccounts), label: accountsText.title }]} kicker={name} title={accountsText.editTitle} lead={accountsText.editLead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={accountLabels} />
        <PageForm>
          <AccountFields entered={answer?.entered ?? stored} problems={problems} />
          <Button>{accountsText.change}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
