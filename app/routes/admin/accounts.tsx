import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { accountsText, adminText } from "#app/text/admin.ts";
import { pageTitle } from "#app/text/format.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { listAccounts } from "#db/queries/administration.ts";
import { asAdmin } from "./require-admin.ts";

const PAGE_SIZE = 50;

export const meta: MetaFunction = () => [{ title: pageTitle(accountsText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = asAdmin(await requireActor(args));
  const query = new URL(args.request.url).searchParams;
  const q = (query.get("q") ?? "").slice(0, 100);
  const { accounts, next } = await listAccounts(db, { q, after: query.get("na"), size: PAGE_SIZE });
  return { q, accounts, next: next === null ? null : href(paths.adminAccounts, { q, na: next }), previous: query.has("na") ? href(paths.adminAccounts, { q }) : null };
}

export default function AccountsPage() {
  const { q, accounts, next, previous } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.admin), label: adminText.title }]} title={accountsText.title} />
      <Flow>
        <form method="get" className="filter" role="search" aria-label={accountsText.title}>
          <TextField name="q" label={accountsText.search} value={q} type="search" />
          <Button secondary>{accountsText.show}</Button>
        </form>
        <p className="actions">
          <ButtonLink href={href(paths.adminNewAccount)}>{accountsText.add}</ButtonLink>
        </p>
        {accounts.length === 0 ? (
          <Empty title={accountsText.empty} action={<a href={href(paths.adminAccounts)}>{accountsText.back}</a>} />
        ) : (
          <DataTable
            caption={accountsText.caption}
            head={[accountsText.name, accountsText.email, accountsText.organisation, accountsText.state, accountsText.actions]}
            rows={accounts.map((account) => ({
              key: account.id,
              cells: [
                <a key="naam" href={href(paths.adminAccount, { id: account.id })}>
                  {account.name}
                </a>,
                account.email,
                account.organisation ?? "",
                [account.isDisabled ? accountsText.disabled : account.hasPassword ? accountsText.active : accountsText.invited, ...(account.isAdmin ? [accountsText.admin] : []), ...(account.isMunicipalAdmin ? [accountsText.municipalAdmin] : [])].join(", "),
                <div key="doen" className="actions">
                  {!account.isDisabled && <ActionForm action={href(paths.adminAccountLink, { id: account.id })} label={accountsText.link} secondary describe={account.name} />}
                  <ActionForm action={href(paths.adminAccountDisabling, { id: account.id })} label={account.isDisabled ? accountsText.unblock : accountsText.block} secondary fields={{ blokkeer: account.isDisabled ? "nee" : "ja" }} describe={account.name} />
                </div>,
              ],
            }))}
          />
        )}
        <Pager previous={previous} next={next} />
      </Flow>
    </>
  );
}
