import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { adminText } from "#app/text/admin.ts";
import { pageTitle } from "#app/text/format.ts";
import { outboxText } from "#app/text/mail.ts";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { asAdmin } from "./require-admin.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(adminText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  asAdmin(await requireActor(args));
  return null;
}

const PARTS = [
  { address: href(paths.adminAccounts), title: adminText.accounts, why: adminText.accountsWhy },
  { address: href(paths.adminOutbox), title: outboxText.title, why: outboxText.why },
  { address: href(paths.adminBodies), title: adminText.bodies, why: adminText.bodiesWhy },
];

export default function AdminPage() {
  return (
    <>
      <PageHead title={adminText.title} lead={adminText.lead} />
      <Flow>
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
