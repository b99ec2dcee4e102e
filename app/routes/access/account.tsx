import { json, redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { attemptIn, signedIn, waitFor } from "#app/auth/attempts.ts";
import { isHttps } from "#app/auth/cookies.ts";
import { requireActor } from "#app/auth/guards.ts";
import { liveSessionsOf, startSession } from "#app/auth/sessions.ts";
import { changePassword } from "#app/commands/access/change-password.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { MINUTE } from "#app/domain/shared/instant.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { hashPassword, passwordProblem, verifyPassword } from "#app/platform/passwords.ts";
import { loginText, passwordProblemText, setPasswordText } from "#app/text/access.ts";
import { accountText, deviceText } from "#app/text/account.ts";
import { date, pageTitle, time } from "#app/text/format.ts";
import { layoutText } from "#app/text/layout.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Fields } from "#app/ui/fields.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { FormProblems } from "#app/ui/form-state.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { findOwnAccount } from "#db/queries/accounts.ts";

const LONGEST = 400;
const form = z.object({ current: z.string().min(1, "required").max(LONGEST, "too-long"), password: z.string().min(1, "required").max(LONGEST, "too-long"), again: z.string().min(1, "required").max(LONGEST, "too-long") });

export const meta: MetaFunction = () => [{ title: pageTitle(accountText.title) }];

/** How long to wait after too many tries: Remix leaves the headers of an action out of its page unless a page asks for them. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { name, email, job, organisation } = (await findOwnAccount(context.db, context.actor.id)) ?? notFound();
  return { account: { name, email, job, organisation }, sessions: await liveSessionsOf(context, context.actor.id, args.request) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const read = await readForm(args.request, form);
  const account = (await findOwnAccount(context.db, context.actor.id)) ?? notFound();
  if (!read.ok) return refused(null, 422, read.problems);
  const { current, password, again } = read.values;
  const weak = passwordProblem(password, [account.name, account.email]);
  if (weak !== null) return refused(passwordProblemText[weak]);
  if (password !== again) return refused(null, 422, { again: "mismatch" });
  if (password === current) return refused(accountText.same);
  const attempt = attemptIn(args.request, args.context.address ?? "", account.email);
  const wait = await waitFor(context, attempt);
  if (wait > 0) return refused(loginText.tooMany(Math.ceil(wait / MINUTE)), 429, {}, { "Retry-After": String(Math.ceil(wait / 1000)) });
  if (!(await verifyPassword(account.passwordHash, current))) return refused(accountText.currentWrong);

  const changed = await changePassword(context, { checked: account.passwordHash, passwordHash: await hashPassword(password) });
  if (!changed.ok) return changed.refusal === "not-allowed" ? forbidden() : refused(accountText.changedMeanwhile, 409);
  const { headers } = await withNotice("password-changed");
  return redirect(href(paths.account), {
    headers: [
      ["Set-Cookie", await signedIn(context, attempt, context.actor.id, isHttps(args.request))],
      ["Set-Cookie", await startSession(context, context.actor.id, args.request)],
      ["Set-Cookie", headers["Set-Cookie"]],
    ],
  });
}

/** A password is never sent back to the page: it is typed again. */
const refused = (sentence: string | null, status = 422, problems: Readonly<Record<string, FieldProblem | undefined>> = {}, headers: Record<string, string> = {}) => json({ sentence, problems }, { status, headers });

export default function AccountPage() {
  const { account, sessions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const password = (name: "current" | "password" | "again", label: string, autoComplete: string, hint?: string) => <TextField name={name} type="password" label={label} hint={hint} problem={problems[name]} required autoComplete={autoComplete} />;
  return (
    <>
      <PageHead title={accountText.title} lead={accountText.lead} />
      <Flow>
        <Section id="gegevens" title={accountText.details}>
          <Fields
            rows={[
              { term: accountText.name, value: account.name },
              { term: accountText.email, value: account.email },
              ...(account.organisation === null ? [] : [{ term: accountText.organisation, value: account.organisation }]),
              ...(account.job === null ? [] : [{ term: accountText.job, value: account.job }]),
            ]}
          />
          <p className="muted">{accountText.detailsNote}</p>
          <p>
            {`${accountText.following} `}
            <a href={href(paths.tasks)}>{layoutText.tasks}</a>
          </p>
        </Section>
        <Section id="wachtwoord" title={accountText.password}>
          <FormProblems refusal={answer?.sentence ?? null} problems={problems} labels={{ current: accountText.current, password: accountText.next, again: accountText.again }} />
          <p>{accountText.passwordNote}</p>
          <PageForm>
            {password("current", accountText.current, "current-password")}
            {password("password", accountText.next, "new-password", setPasswordText.hint)}
            {password("again", accountText.again, "new-password")}
            <Button>{accountText.submit}</Button>
          </PageForm>
        </Section>
        <Section id="sessies" title={accountText.sessions}>
          <p>{accountText.sessionsNote}</p>
          <DataTable
            caption={accountText.sessionsCaption}
            head={[accountText.device, accountText.started, accountText.seen, accountText.actions]}
            rows={sessions.map((session) => ({
              key: session.id,
              cells: [
                session.isCurrent ? `${deviceText(session.device)} (${accountText.thisOne})` : deviceText(session.device),
                `${date(session.startedAt)}, ${time(session.startedAt)}`,
                `${date(session.lastSeenAt)}, ${time(session.lastSeenAt)}`,
                <ActionForm key="einde" action={href(paths.accountSessionEnd, { id: session.id })} label={accountText.end} secondary describe={deviceText(session.device)} />,
              ],
            }))}
          />
          <ActionForm action={href(paths.accountSessionsEnd)} label={accountText.endAll} secondary />
        </Section>
      </Flow>
    </>
  );
}
