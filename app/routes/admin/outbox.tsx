import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { adminText } from "#app/text/admin.ts";
import { dateTime, number, pageTitle } from "#app/text/format.ts";
import { mailKindText, outboxText } from "#app/text/mail.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Fields } from "#app/ui/fields.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { countMail, listTroubledMail } from "#db/queries/outbox.ts";
import { asAdmin } from "./require-admin.ts";

const SHOWN = 200;

export const meta: MetaFunction = () => [{ title: pageTitle(outboxText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = asAdmin(await requireActor(args));

  const counts = await countMail(db);
  const mail = await listTroubledMail(db, SHOWN);
  return {
    counts,
    mail: mail.map(({ id, person, kind, createdAt, dueAt, attempts, hasFailed, error }) => ({
      ...{ id, person, kind: mailKindText[kind], since: dateTime(createdAt), attempts, hasFailed },
      problem: [error, hasFailed ? outboxText.failed : attempts > 0 ? outboxText.next(dateTime(dueAt)) : null].filter((part) => part !== null).join(" · "),
    })),
  };
}

export default function OutboxPage() {
  const { counts, mail } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.admin), label: adminText.title }]} title={outboxText.title} lead={outboxText.lead} />
      <Flow>
        <Section id="stand" title={outboxText.figures}>
          <Fields rows={(["waiting", "failed", "sent", "lapsed"] as const).map((name) => ({ term: outboxText[name], value: number(counts[name]) }))} />
        </Section>
        {mail.length === 0 ? (
          <Empty title={outboxText.empty} />
        ) : (
          <table className="cards">
            <caption>{outboxText.caption}</caption>
            <thead>
              <tr>
                {[outboxText.person, outboxText.kind, outboxText.since, outboxText.tries, outboxText.problem].map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {mail.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{one.person}</th>
                  <td data-label={outboxText.kind}>{one.kind}</td>
                  <td data-label={outboxText.since}>{one.since}</td>
                  <td data-label={outboxText.tries}>{one.attempts}</td>
                  <td data-label={outboxText.problem}>
                    <div>
                      {one.problem}
                      {one.hasFailed && <ActionForm action={href(paths.adminMailRetry, { id: one.id })} label={outboxText.retry} describe={one.person} secondary />}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Flow>
    </>
  );
}
