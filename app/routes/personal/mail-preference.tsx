import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { visitor } from "#app/auth/guards.ts";
import { setMailPreference } from "#app/commands/following/set-mail-preference.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle } from "#app/text/format.ts";
import { preferenceText } from "#app/text/mail.ts";
import { Button } from "#app/ui/button.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findPreferenceByToken } from "#db/queries/mail-preferences.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(preferenceText.title) }, { name: "robots", content: "noindex" }];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await visitor(args);
  const { token = "" } = args.params;

  const preference = (await findPreferenceByToken(db, token)) ?? notFound();
  return { wantsReminders: preference.wantsReminders };
}

/** A mail program posts `List-Unsubscribe=One-Click`; a person presses the button. */
export async function action(args: ActionFunctionArgs) {
  const context = await visitor(args);
  const { token = "" } = args.params;

  const form = await readForm(args.request, z.object({ aan: z.string().max(3), "List-Unsubscribe": z.string().max(20) }));
  const saved = await setMailPreference(context, { token, wantsReminders: form.ok && form.values.aan === "ja" });
  if (!saved.ok) return notFound();
  // RFC 8058: a mail program is not sent on.
  if (form.entered["List-Unsubscribe"] !== "") return new Response(null, { status: 204 });
  return redirect(href(paths.mailPreference, { token }), await withNotice("mail-preference-saved"));
}

export default function MailPreferencePage() {
  const { wantsReminders } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={preferenceText.title} lead={preferenceText.lead} />
      <Flow>
        <p>{wantsReminders ? preferenceText.on : preferenceText.off}</p>
        <form method="post">
          <Button name="aan" value={wantsReminders ? "nee" : "ja"}>
            {wantsReminders ? preferenceText.switchOff : preferenceText.switchOn}
          </Button>
        </form>
        <p className="muted">{preferenceText.always}</p>
      </Flow>
    </>
  );
}
