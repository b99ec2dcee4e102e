import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { changeOf, changeSeries } from "#app/commands/meetings/change-series.ts";
import { may } from "#app/domain/access/policy.ts";
import type { MeetingOfSeries, NewTimes, SeriesChange } from "#app/domain/meetings/series-change.ts";
import { href, paths } from "#app/paths.ts";
import { readForm, type Entered, type FieldProblem } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { seriesTimesForm } from "#app/platform/schemas/planning.ts";
import { dayDate, pageTitle, time } from "#app/text/format.ts";
import { meetingText } from "#app/text/meetings.ts";
import { noticeFor } from "#app/text/notices.ts";
import { seriesText } from "#app/text/planning.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { SeriesMoves } from "#app/ui/meetings/series-moves.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findSeries } from "#db/queries/meeting-series.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(seriesText.editTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const { title, body, starts, duration, location } = await seriesFor(await requireActor(args), args.params["seriesId"]);
  return { seriesId: args.params["seriesId"] ?? "", title, body: body.name, entered: { starts, duration: String(duration), location } satisfies Entered };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const series = await seriesFor(context, args.params["seriesId"]);
  const form = await readForm(args.request, seriesTimesForm);
  if (!form.ok) return answer(form.problems, form.entered, null, null, 422);
  const { stap, ...times } = form.values;
  if (stap !== "verplaats") return answer({}, form.entered, null, shown(await changeOf(context, context.db, series, times)), 200);

  const changed = await changeSeries(context, { seriesId: series.id, ...times });
  if (changed.ok) return redirect(href(paths.series, { seriesId: series.id }), await withNotice("series-moved"));
  if (changed.refusal === "not-allowed") return forbidden();
  return answer({}, form.entered, noticeFor(changed.refusal), null, 409);
}

async function seriesFor({ db, actor }: CommandContext, id = "") {
  const series = (await findSeries(db, actor, id)) ?? notFound();
  return may(actor, "series.change", { bodyId: series.bodyId }) ? series : forbidden();
}

const line = ({ startsAt, endsAt, location }: NewTimes): string => [`${time(startsAt)} – ${time(endsAt)}`, location].filter((part) => part !== "").join(", ");
const dayOf = ({ startsAt }: MeetingOfSeries): string => `${dayDate(startsAt)} ${startsAt.slice(0, 4)}`;
const shown = ({ moves, stays }: SeriesChange) => ({
  moves: moves.map(({ meeting, to }) => ({ id: meeting.id, day: dayOf(meeting), change: seriesText.move(line(meeting), line(to)) })),
  stays: stays.map(({ meeting, because }) => ({ id: meeting.id, day: dayOf(meeting), why: seriesText.stays[because] })),
});
const answer = (problems: Readonly<Record<string, FieldProblem | undefined>>, entered: Entered, refusal: string | null, change: ReturnType<typeof shown> | null, status: number) => json({ problems, entered, refusal, change }, status);

const { starts, duration, location } = seriesText;

export default function SeriesEditPage() {
  const { seriesId, title, body, entered } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const values: Readonly<Record<string, string | readonly string[]>> = answered?.entered ?? entered;
  const field = fieldsOf(values, answered?.problems ?? {});
  const change = answered?.change ?? null;
  const isReady = change !== null && change.moves.length > 0;
  return (
    <>
      <PageHead
        crumbs={[
          { href: href(paths.meetings), label: meetingText.crumb },
          { href: href(paths.series, { seriesId }), label: seriesText.pageTitle(title) },
        ]}
        kicker={body}
        title={seriesText.editTitle}
        lead={seriesText.editLead}
      />
      <Flow>
        <FormProblems refusal={answered?.refusal ?? null} problems={answered?.problems ?? {}} labels={{ starts, duration, location }} />
        {change && <SeriesMoves {...change} />}
        <PageForm>
          <div className="pair">
            <TextField {...field("starts")} label={starts} type="time" required />
            <TextField {...field("duration")} label={duration} type="number" required />
          </div>
          <TextField {...field("location")} label={location} maxLength={200} />
          <div className="actions">
            <Button name="stap" value="bekijk" secondary={isReady}>
              {seriesText.editPreview}
            </Button>
            {isReady && (
              <Button name="stap" value="verplaats">
                {seriesText.editSave}
              </Button>
            )}
          </div>
        </PageForm>
      </Flow>
    </>
  );
}
