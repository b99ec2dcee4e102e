import { href, paths } from "#app/paths.ts";
import { accountsText } from "#app/text/admin.ts";
import { Empty } from "./empty.tsx";
import { Flow } from "./layout.tsx";
import { PageHead } from "./page-head.tsx";

/** A link that is shown once, to copy. */
export function ShownLink({ link }: { link: string }) {
  return (
    <>
      <PageHead title={accountsText.linkTitle} lead={accountsText.linkLead} />
      <Flow>
        <p className="note">
          <code>{link}</code>
        </p>
        <p>
          <a href={href(paths.adminAccounts)}>{accountsText.back}</a>
        </p>
      </Flow>
    </>
  );
}

/** Nothing to show: the link was shown before, or never asked for. */
export function NoLink() {
  return (
    <>
      <PageHead title={accountsText.linkTitle} />
      <Flow>
        <Empty title={accountsText.noLink} action={<a href={href(paths.adminAccounts)}>{accountsText.back}</a>} />
      </Flow>
    </>
  );
}
