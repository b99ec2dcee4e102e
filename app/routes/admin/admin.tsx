import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { adminText } from "#app/text/admin.ts";
import { pageTitle } from "#app/text/format.ts";
import { outboxText } from "#app/text/mail.ts";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { hasMemberships } from "#db/queries/seats.ts";
import { asAdmin } from "./require-admin.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(adminText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = asAdmin(await requireActor(args));
  return { isNew: !(await hasMemberships(db)) };
}

const PARTS = [
  { address: href(paths.adminAccounts), title: adminText.accounts, why: adminText.accountsWhy },
  { address: href(paths.adminOrganisations), title: adminText.organisations, why: adminText.organisationsWhy },
  { address: href(paths.adminBodies), title: adminText.bodies, why: adminText.bodiesWhy },
  { address: href(paths.adminOutbox), title: outboxText.title, why: outboxText.why },
  { address: href(paths.adminRights), title: adminText.rights, why: adminText.rightsWhy },
  { address: href(paths.audit, { keten: "portaal" }), title: adminText.log, why: adminText.logWhy },
];

const STEPS = [
  { address: href(paths.adminOrganisations), title: adminText.organisations, what: adminText.steps.organisation },
  { address: href(paths.adminAccounts), title: adminText.accounts, what: adminText.steps.account },
  { address: href(paths.adminBodies), title: adminText.bodies, what: adminText.steps.body },
  { address: href(paths.adminBodies), title: adminText.steps.memberTitle, what: adminText.steps.member },
];

export default function AdminPage() {
  const { isNew } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={adminText.title} lead={adminText.lead} />
      <Flow>
        {isNew && (
          <Section id="begin" title={adminText.first}>
            <p>{adminText.firstLead}</p>
            <ol className="stack">
              {STEPS.map(({ address, title, what }) => (
                <li key={title}>
                  <a href={address}>{title}</a>
                  <p className="meta">{what}</p>
                </li>
              ))}
            </ol>
          </Section>
        )}
        <Rows>
          {PARTS.map(({ address, title, why }) => (
            <Row key={address}>
              <div>
                <h2>
                  <a href={address}>{title}</a>
                </h2>
                <p className="meta">{why}</p>
              </div>
            </Row>
          ))}
        </Rows>
      </Flow>
    </>
  );
}
