import { json, redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { attemptIn, signedIn, waitFor } from "#app/auth/attempts.ts";
import { isHttps } from "#app/auth/cookies.ts";
import { visitor } from "#app/auth/guards.ts";
import { hasKeptForm, keptFormOf } from "#app/auth/kept-form.ts";
import { startSession } from "#app/auth/sessions.ts";
import { href, paths } from "#app/paths.ts";
import { MINUTE } from "#app/domain/shared/instant.ts";
import { typed } from "#app/domain/shared/entered.ts";
import { readForm, type FieldProblem } from "#app/platform/form.ts";
import { safeAddress } from "#app/platform/http.ts";
import { verifyPassword } from "#app/platform/passwords.ts";
import { loginText } from "#app/text/access.ts";
import { pageTitle } from "#app/text/format.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { FormProblems } from "#app/ui/form-state.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { hasAccounts } from "#db/queries/accounts.ts";
import { findAccount } from "#db/queries/sessions.ts";

const form = z.object({ email: z.string().min(1, "required").max(200, "too-long"), password: z.string().min(1, "required").max(400, "too-long") });

export const meta: MetaFunction = () => [{ title: pageTitle(loginText.title) }];

/** How long to wait after too many tries: Remix leaves the headers of an action out of its page unless a page asks for them. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await visitor(args);
  return actor.id === null ? json({ isNew: !(await hasAccounts(db)), isKept: hasKeptForm(args.request) }) : redirect(addressIn(args.request));
}

export async function action(args: ActionFunctionArgs) {
  const context = await visitor(args);
  const read = await readForm(args.request, form);
  const email = typed(read.entered, "email") ?? "";
  if (!read.ok) return json({ email, problems: read.problems, refused: null }, 422);

  const attempt = attemptIn(args.request, args.context.address ?? "", read.values.email);
  const wait = await waitFor(context, attempt);
  if (wait > 0) return json({ email, problems: {}, refused: loginText.tooMany(Math.ceil(wait / MINUTE)) }, { status: 429, headers: { "Retry-After": String(Math.ceil(wait / SECOND)) } });
  const account = await findAccount(context.db, read.values.email);
  const fits = await verifyPassword(account?.passwordHash ?? null, read.values.password);
  if (!fits || account === null) return json({ email, problems: {}, refused: loginText.refused }, 422);

  const device = await signedIn(context, attempt, account.id, isHttps(args.request));
  const kept = await keptFormOf(context, args.request, account.id);
  const session = await startSession(context, account.id, args.request);
  return redirect(kept === null ? addressIn(args.request) : href(paths.keptForm), { headers: [["Set-Cookie", session], ["Set-Cookie", device]] });
}

const SECOND = 1_000;
const addressIn = (request: Request): string => safeAddress(new URL(request.url).searchParams.get("naar"), href(paths.home));

export default function LoginPage() {
  const { isNew, isKept } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  return (
    <>
      <PageHead title={loginText.title} lead={loginText.lead} />
      <Flow>
        {isNew && (
          <Empty title={loginText.isNew}>
            <p>
              <code>{loginText.firstAccount}</code>
            </p>
          </Empty>
        )}
        {isKept && (
          <Alert tone="ok" live>
            {loginText.kept}
          </Alert>
        )}
        <FormProblems refusal={answer?.refused ?? null} problems={problems} labels={{ email: loginText.email, password: loginText.password }} />
        <PageForm>
          <TextField name="email" type="email" label={loginText.email} value={answer?.email ?? ""} problem={problems["email"]} required autoComplete="username" />
          <TextField name="password" type="password" label={loginText.password} problem={problems["password"]} required autoComplete="current-password" />
          <Button>{loginText.submit}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
