import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { addAccount } from "#app/commands/access/add-account.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { newToken } from "#app/platform/tokens.ts";
import { accountForm } from "#app/platform/schemas/admin.ts";
import { accountRefusalText, accountsText, adminText } from "#app/text/admin.ts";
import { pageTitle } from "#app/text/format.ts";
import { AccountFields, accountLabels } from "#app/ui/account-fields.tsx";
import { ShownLink } from "#app/ui/admin-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { PageForm } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { asAdmin } from "./require-admin.ts";

/** The link stands in this page: no browser or proxy keeps it. */
export const headers = () => ({ "Cache-Control": "no-store" });

export const meta: MetaFunction = () => [{ title: pageTitle(accountsText.add) }];

export async function loader(args: LoaderFunctionArgs) {
  asAdmin(await requireActor(args));
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const context = asAdmin(await requireActor(args));
  const form = await readForm(args.request, accountForm);
  if (!form.ok) return json({ link: null, problems: form.problems, entered: form.entered, refusal: null }, 422);

  const { name, email, job, organisation, isAdmin, isMunicipalAdmin } = form.values;
  const token = newToken();
  const added = await addAccount(context, { name, email, job: job || null, organisation: organisation || null, isAdmin: isAdmin === "ja", isMunicipalAdmin: isMunicipalAdmin === "ja", token });
  if (!added.ok) return json({ link: null, problems: {}, entered: form.entered, refusal: accountRefusalText[added.refusal] }, 409);
  const link = `${new URL(args.request.url).origin}${href(paths.setPassword, { token })}`;
  return json({ link, problems: {}, entered: form.entered, refusal: null });
}

export default function NewAccountPage() {
  const answer = useActionData<typeof action>();
  if (typeof answer?.link === "string") return <ShownLink link={answer.link} />;
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const entered = answer?.entered ?? {};
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.admin), label: adminText.title }, { href: href(paths.adminAccounts), label: accountsText.title }]} title={accountsText.add} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={accountLabels} />
        <PageForm>
          <AccountFields entered={entered} problems={problems} />
          <Button>{accountsText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
