import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, visitor } from "#app/auth/guards.ts";
import { endSeries } from "#app/commands/meetings/end-series.ts";
import { may } from "#app/domain/access/policy.ts";
import { weekdayOf } from "#app/domain/meetings/recurrence.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { reasonForm } from "#app/platform/schemas/meetings.ts";
import { dayDate, pageTitle, time } from "#app/text/format.ts";
import { meetingRefusalText, meetingStateText, meetingStateTone, meetingText } from "#app/text/meetings.ts";
import { planningRefusalText, recurrenceText, seriesText } from "#app/text/planning.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { DaysWithWhy } from "#app/ui/meetings/series-days.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Tag, Tags } from "#app/ui/tag.tsx";
import { findSeries } from "#db/queries/meeting-series.ts";
import { listMeetingsOfSeries } from "#db/queries/meetings.ts";
import { formAnswer, refusalAnswer } from "./refusals.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(seriesText.pageTitle(data?.title ?? "")) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await visitor(args);
  const series = (await findSeries(db, actor, args.params["seriesId"] ?? "")) ?? notFound();
  const meetings = await listMeetingsOfSeries(db, actor, series.id);
  return {
    ...{ title: series.title, body: series.body, reason: series.endedAt === null ? null : series.reason, skipped: series.skipped },
    lead: `${recurrenceText(series, weekdayOf(series.fromDay))}. ${seriesText.period(series.fromDay, series.untilDay)}.`,
    editHref: series.endedAt === null && may(actor, "series.change", { bodyId: series.bodyId }) ? href(paths.seriesEdit, { seriesId: series.id }) : null,
    mayEnd: series.endedAt === null && may(actor, "series.end", { bodyId: series.bodyId }),
    meetings: meetings.map(({ id, startsAt, endsAt, location, state }) => ({ id, state, day: `${dayDate(startsAt)} ${startsAt.slice(0, 4)}`, meta: [`${time(startsAt)} – ${time(endsAt)}`, location].filter((part) => part !== "").join(" · ") })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const form = await readForm(args.request, reasonForm);
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const seriesId = args.params["seriesId"] ?? "";
  const ended = await endSeries(context, { seriesId, reason: form.values.reason });
  if (ended.ok) return redirect(href(paths.series, { seriesId }), await withNotice("series-stopped"));
  return refusalAnswer(ended.refusal, { ...meetingRefusalText, ...planningRefusalText }, form.entered);
}

export default function SeriesPage() {
  const { title, body, lead, reason, skipped, editHref, mayEnd, meetings } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? {}, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meetings), label: meetingText.crumb }]} kicker={body.name} title={seriesText.pageTitle(title)} lead={lead} />
      <Flow>
        {reason !== null && <p>{seriesText.stopped(reason)}</p>}
        <Section id="vergaderingen" title={seriesText.meetings}>
          <ul className="rows">
            {meetings.map(({ id, state, day, meta: line }) => (
              <li key={id}>
                <div>
                  <h3>
                    <a href={href(paths.meeting, { id })}>{day}</a>
                  </h3>
                  <p className="meta">{line}</p>
                  <Tags>
                    <Tag tone={meetingStateTone[state]}>{meetingStateText[state]}</Tag>
                  </Tags>
                </div>
              </li>
            ))}
          </ul>
          {editHref !== null && (
            <p>
              <a href={editHref}>{seriesText.editLink}</a>
            </p>
          )}
        </Section>
        {skipped.length > 0 && <DaysWithWhy title={seriesText.skippedTitle} days={skipped} />}
        {mayEnd && (
          <Section id="stoppen" title={seriesText.stopTitle}>
            <p>{seriesText.stopLead}</p>
            <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={{ reason: seriesText.reason }} />
            <PageForm>
              <TextField {...field("reason")} label={seriesText.reason} multiline rows={3} required maxLength={2000} />
              <Button secondary>{seriesText.stop}</Button>
            </PageForm>
          </Section>
        )}
      </Flow>
    </>
  );
}
