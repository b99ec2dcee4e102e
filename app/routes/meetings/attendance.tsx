import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { recordAttendance } from "#app/commands/meetings/record-attendance.ts";
import { PRESENCES, type Presence } from "#app/domain/meetings/attendance.ts";
import { href, paths } from "#app/paths.ts";
import { isShownAgain, tidy } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle } from "#app/text/format.ts";
import { attendanceText, attendeeRoleText, meetingRefusalText, meetingText, presenceText } from "#app/text/meetings.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listAttendance, listExpected } from "#db/queries/attendance.ts";
import { meetingFor } from "./meeting-page.ts";
import { refusalAnswer } from "./refusals.ts";

const RECORDED = ["aanwezig", "afwezig_met_bericht", "afwezig"] as const;

export const meta: MetaFunction = () => [{ title: pageTitle(attendanceText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const meeting = await meetingFor(context, args.params, "attendance.record");
  const listed = await listAttendance(context.db, meeting.id);
  const expected = await listExpected(context.db, meeting.bodyId, context.now());
  return {
    id: meeting.id,
    name: meeting.title,
    members: expected.map(({ personId, name, organisationName, role }) => ({ personId, label: `${name}, ${organisationName} (${attendeeRoleText[role] ?? role})`, state: recorded(listed.find((one) => one.personId === personId)?.state) })),
    guests: listed.filter(({ personId }) => personId === null).map(({ name, organisationName }) => [name, organisationName].filter((part) => part !== "").join(", ")),
  };
}

/** Whoever said to come, or said nothing, is taken to be there; the secretaris corrects. */
const recorded = (state: Presence | undefined): (typeof RECORDED)[number] => (state === undefined || state === "aangemeld" ? "aanwezig" : state);

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id, bodyId } = await meetingFor(context, args.params, "attendance.record");
  const form = await args.request.formData().catch(() => null);
  if (!form) throw new Response(null, { status: 400 });
  const expected = await listExpected(context.db, bodyId, context.now());
  const members = expected.flatMap(({ personId }) => {
    const state = RECORDED.find((known) => known === form.get(`lid-${personId}`));
    return state ? [{ personId, state }] : [];
  });
  const guests = tidy(String(form.get("guests") ?? "")).slice(0, 20_000).split("\n").flatMap((line) => {
    const [name = "", ...organisation] = line.split(",").map((part) => part.trim());
    return name === "" ? [] : [{ name: name.slice(0, 120), organisationName: organisation.join(", ").slice(0, 200) }];
  });
  const entered = Object.fromEntries([...form].flatMap(([field, value]) => (typeof value === "string" ? [[field, value]] : [])));
  if (isShownAgain(form)) return json({ problems: {}, entered, refusal: null }, 422);

  const saved = await recordAttendance(context, { meetingId: id, members, guests });
  if (saved.ok) return redirect(href(paths.meeting, { id }), await withNotice("attendance-saved"));
  return refusalAnswer(saved.refusal, meetingRefusalText, entered);
}

export default function AttendancePage() {
  const { id, name, members, guests } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const options = PRESENCES.filter((state) => state !== "aangemeld").map((state) => ({ value: state, label: presenceText[state] }));
  const entered: Readonly<Record<string, string | readonly string[]>> = answer?.entered ?? {};
  const typed = (field: string, stored: string): string => String(entered[field] ?? stored);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meetings), label: meetingText.crumb }, { href: href(paths.meeting, { id }), label: name }]} title={attendanceText.title} lead={attendanceText.lead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={{}} labels={{}} />
        <PageForm>
          {members.length === 0 && <p>{attendanceText.empty}</p>}
          {members.map(({ personId, label, state }) => (
            <SelectField key={personId} name={`lid-${personId}`} label={label} value={typed(`lid-${personId}`, state)} options={options} />
          ))}
          <TextField name="guests" label={attendanceText.guests} hint={attendanceText.guestsHint} value={typed("guests", guests.join("\n"))} multiline rows={4} />
          <Button>{attendanceText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
