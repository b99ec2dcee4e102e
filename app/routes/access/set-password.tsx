import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { visitor } from "#app/auth/guards.ts";
import { setPassword } from "#app/commands/access/set-password.ts";
import { linkRefusal } from "#app/domain/access/credential-link.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { hashPassword, passwordProblem } from "#app/platform/passwords.ts";
import { linkRefusalText, passwordProblemText, setPasswordText } from "#app/text/access.ts";
import { pageTitle } from "#app/text/format.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findCredentialLink } from "#db/queries/accounts.ts";

const form = z.object({ password: z.string().min(1, "required").max(400, "too-long"), again: z.string().max(400, "too-long") });

/**
 * The secret stands in the address: nobody keeps the page. The server's own Referrer-Policy keeps the address inside the portal;
 * a stricter one would make the browser post this form without its origin, which the guard refuses.
 */
export const headers = () => ({ "Cache-Control": "no-store" });

export const meta: MetaFunction = () => [{ title: pageTitle(setPasswordText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = await visitor(args);
  const link = await findCredentialLink(db, args.params["token"] ?? "");
  const refusal = linkRefusal(link, now());
  return json({ email: refusal === null ? (link?.email ?? "") : "", refusal }, refusal === null ? 200 : 404);
}

export async function action(args: ActionFunctionArgs) {
  const context = await visitor(args);
  const token = args.params["token"] ?? "";
  const link = await findCredentialLink(context.db, token);
  const gone = linkRefusal(link, context.now());
  if (gone !== null || link === null) return json({ problems: {}, refused: linkRefusalText[gone ?? "link-unknown"] }, 409);
  const read = await readForm(args.request, form);
  if (!read.ok) return json({ problems: read.problems, refused: null }, 422);
  const { password, again } = read.values;
  const weak = passwordProblem(password, [link.name, link.email]);
  if (weak !== null) return json({ problems: {}, refused: passwordProblemText[weak] }, 422);
  if (password !== again) return json({ problems: { again: "mismatch" as const }, refused: null }, 422);

  const set = await setPassword(context, { token, passwordHash: await hashPassword(password) });
  if (!set.ok) return json({ problems: {}, refused: linkRefusalText[set.refusal] }, 409);
  return redirect(href(paths.login), await withNotice("password-set"));
}

export default function SetPasswordPage() {
  const { email, refusal } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, "required" | "too-long" | "mismatch" | undefined>> = (answer?.problems ?? {}) as Record<string, "mismatch">;
  return (
    <>
      <PageHead title={setPasswordText.title} lead={refusal === null ? setPasswordText.lead(email) : undefined} />
      <Flow>
        {refusal !== null ? (
          <Empty title={linkRefusalText[refusal]} action={<a href={href(paths.login)}>{setPasswordText.toLogin}</a>} />
        ) : (
          <>
            <FormProblems refusal={answer?.refused ?? null} problems={problems} labels={{ password: setPasswordText.password, again: setPasswordText.again }} />
            <PageForm>
              <TextField name="password" type="password" label={setPasswordText.password} hint={setPasswordText.hint} problem={problems["password"]} required autoComplete="new-password" />
              <TextField name="again" type="password" label={setPasswordText.again} problem={problems["again"]} required autoComplete="new-password" />
              <Button>{setPasswordText.submit}</Button>
            </PageForm>
          </>
        )}
      </Flow>
    </>
  );
}
