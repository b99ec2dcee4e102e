import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { daysOfPlan, planSeries } from "#app/commands/meetings/plan-series.ts";
import { may } from "#app/domain/access/policy.ts";
import { TLP } from "#app/domain/access/visibility.ts";
import { FREQUENCIES, type SkippedDay } from "#app/domain/meetings/recurrence.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { DAY, later, type Day } from "#app/domain/shared/instant.ts";
import { href, paths } from "#app/paths.ts";
import { readForm, type Entered, type FieldProblem } from "#app/platform/form.ts";
import { forbidden } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { seriesForm } from "#app/platform/schemas/planning.ts";
import { pageTitle } from "#app/text/format.ts";
import { meetingText } from "#app/text/meetings.ts";
import { noticeFor } from "#app/text/notices.ts";
import { frequencyText, placeText, seriesText } from "#app/text/planning.ts";
import { tlpText } from "#app/text/voting.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, ChoiceField, PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { SeriesDays } from "#app/ui/meetings/series-days.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listVotingBodies } from "#db/queries/voting-bodies.ts";

interface Days {
  readonly kept: readonly Day[];
  readonly skipped: readonly SkippedDay[];
  readonly warned: readonly SkippedDay[];
}

export const meta: MetaFunction = () => [{ title: pageTitle(seriesText.newTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const bodies = await ownBodies(context);
  if (bodies.length === 0) forbidden();
  const [firstDay, lastDay] = [dutchDay(later(context.now(), 21 * DAY)), dutchDay(later(context.now(), 200 * DAY))];
  const entered: Entered = { body: bodies[0]?.slug ?? "", firstDay, lastDay, frequency: "monthly", every: "1", nth: "1", starts: "10:00", duration: "120", tlp: "CLEAR", school: "ja" };
  return { bodies: bodies.map(({ slug, name }) => ({ value: slug, label: name })), entered };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const form = await readForm(args.request, seriesForm);
  if (!form.ok) return answer(form.problems, form.entered, null, null, 422);
  const { body: slug, school, stap, firstDay, lastDay, ...values } = form.values;
  const body = (await ownBodies(context)).find((one) => one.slug === slug);
  if (!body) return forbidden();

  const plan = { ...values, fromDay: firstDay, untilDay: lastDay, nth: values.frequency === "monthly" ? values.nth : null, bodyId: body.id, skipsSchoolHolidays: school !== "" };
  if (stap !== "plan") {
    const days = await daysOfPlan(context.db, plan);
    return days.ok ? answer({}, form.entered, null, days.value, 200) : answer({}, form.entered, noticeFor(days.refusal), null, 409);
  }
  const planned = await planSeries(context, plan);
  if (planned.ok) return redirect(href(paths.series, { seriesId: planned.value.id }), await withNotice("series-planned"));
  if (planned.refusal === "not-allowed") return forbidden();
  return answer({}, form.entered, noticeFor(planned.refusal), null, 409);
}

const { body, title, fromDay: firstDay, untilDay: lastDay, frequency, every, nth, starts, duration, location, tlp } = seriesText;
const LABELS = { body, title, firstDay, lastDay, frequency, every, nth, starts, duration, location, tlp };

const ownBodies = async ({ db, actor }: CommandContext) => (await listVotingBodies(db)).filter(({ id }) => may(actor, "series.plan", { bodyId: id }));
const answer = (problems: Readonly<Record<string, FieldProblem | undefined>>, entered: Entered, refusal: string | null, days: Days | null, status: number) => json({ problems, entered, refusal, days }, status);

export default function NewSeriesPage() {
  const { bodies, entered } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const shown: Readonly<Record<string, string | readonly string[]>> = answered?.entered ?? entered;
  const field = fieldsOf(shown, answered?.problems ?? {});
  const days = answered?.days ?? null;
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meetings), label: meetingText.crumb }]} title={seriesText.newTitle} lead={seriesText.lead} />
      <Flow>
        <FormProblems refusal={answered?.refusal ?? null} problems={answered?.problems ?? {}} labels={LABELS} />
        {days && <SeriesDays kept={days.kept} skipped={days.skipped} warned={days.warned} />}
        <PageForm>
          <SelectField {...field("body")} label={seriesText.body} options={bodies} />
          <TextField {...field("title")} label={seriesText.title} required maxLength={200} />
          <div className="pair">
            <TextField {...field("firstDay")} label={seriesText.fromDay} hint={seriesText.fromDayHint} type="date" required />
            <TextField {...field("lastDay")} label={seriesText.untilDay} type="date" required />
          </div>
          <ChoiceField {...field("frequency")} label={seriesText.frequency} options={FREQUENCIES.map((frequency) => ({ value: frequency, label: frequencyText[frequency] }))} />
          <TextField {...field("every")} label={seriesText.every} hint={seriesText.everyHint} type="number" required />
          <SelectField {...field("nth")} label={seriesText.nth} hint={seriesText.nthHint} options={(["1", "2", "3", "4", "-1"] as const).map((place) => ({ value: place, label: placeText[place] }))} />
          <div className="pair">
            <TextField {...field("starts")} label={seriesText.starts} type="time" required />
            <TextField {...field("duration")} label={seriesText.duration} type="number" required />
          </div>
          <TextField {...field("location")} label={seriesText.location} maxLength={200} />
          <SelectField {...field("tlp")} label={seriesText.tlp} options={TLP.map((label) => ({ value: label, label: tlpText[label] }))} />
          <CheckboxField name="school" label={seriesText.school} hint={seriesText.schoolHint} checked={field("school").value === "ja"} />
          <div className="actions">
            <Button name="stap" value="bekijk" secondary={days !== null}>
              {seriesText.preview}
            </Button>
            {days !== null && (
              <Button name="stap" value="plan">
                {seriesText.save}
              </Button>
            )}
          </div>
        </PageForm>
      </Flow>
    </>
  );
}
