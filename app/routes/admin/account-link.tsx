import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { inviteAccount } from "#app/commands/access/invite-account.ts";
import { href, paths } from "#app/paths.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { newToken } from "#app/platform/tokens.ts";
import { accountsText } from "#app/text/admin.ts";
import { pageTitle } from "#app/text/format.ts";
import { NoLink, ShownLink } from "#app/ui/admin-link.tsx";
import { asAdmin } from "./require-admin.ts";

/** The link stands in this page: no browser or proxy keeps it. */
export const headers = () => ({ "Cache-Control": "no-store" });

export const meta: MetaFunction = () => [{ title: pageTitle(accountsText.linkTitle) }];

/** The link is only in the answer to the button: who comes back to this address finds the way to the list. */
export async function loader(args: LoaderFunctionArgs) {
  asAdmin(await requireActor(args));
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const context = asAdmin(await requireActor(args));
  const token = newToken();
  const invited = await inviteAccount(context, { id: args.params["id"] ?? "", token });
  if (!invited.ok) return invited.refusal === "not-allowed" ? forbidden() : notFound();
  return json({ link: `${new URL(args.request.url).origin}${href(paths.setPassword, { token })}` });
}

export default function AccountLinkPage() {
  const answer = useActionData<typeof action>();
  return answer === undefined ? <NoLink /> : <ShownLink link={answer.link} />;
}
