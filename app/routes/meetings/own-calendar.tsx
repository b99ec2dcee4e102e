import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { makeCalendarLink } from "#app/commands/meetings/make-calendar-link.ts";
import { href, paths } from "#app/paths.ts";
import { forbidden } from "#app/platform/http.ts";
import { newToken } from "#app/platform/tokens.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { meetingText } from "#app/text/meetings.ts";
import { calendarText } from "#app/text/planning.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { PageForm } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findCalendarLinkDate } from "#db/queries/calendar-links.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(calendarText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const made = await findCalendarLinkDate(db, actor.id);
  return { madeOn: made === null ? null : date(made) };
}

/** The address is shown in the answer to the button and nowhere else: the portal keeps only its hash. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const token = newToken();
  const made = await makeCalendarLink(context, token);
  if (!made.ok) return forbidden();
  const { origin } = new URL(args.request.url);
  const bodies = [...new Map(context.actor.memberships.map(({ bodySlug, bodyName }) => [bodySlug, bodyName]))];
  return json({ links: [{ name: calendarText.all, address: origin + href(paths.ownCalendarFeed, { token }) }, ...bodies.map(([slug, name]) => ({ name, address: origin + href(paths.ownBodyCalendarFeed, { token, slug }) }))] });
}

export default function OwnCalendarPage() {
  const { madeOn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meetings), label: meetingText.crumb }]} title={calendarText.title} lead={calendarText.lead} />
      <Flow>
        {answer && (
          <Alert tone="ok" live>
            <p>{calendarText.made}</p>
            <dl className="facts">
              {answer.links.map(({ name, address }) => (
                <div key={address}>
                  <dt>{name}</dt>
                  <dd className="hash">{address}</dd>
                </div>
              ))}
            </dl>
            <p>{calendarText.how}</p>
          </Alert>
        )}
        <p>{calendarText.why}</p>
        {!answer && madeOn !== null && <p>{calendarText.madeOn(madeOn)}</p>}
        <PageForm>
          <Button secondary={answer !== undefined}>{madeOn === null ? calendarText.make : calendarText.makeNew}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
