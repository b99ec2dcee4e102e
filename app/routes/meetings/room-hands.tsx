import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { recordHands } from "#app/commands/meetings/record-hands.ts";
import { HANDS, seatsInRoom, type Hand } from "#app/domain/meetings/room.ts";
import { DEFAULT_QUORUM, PRESET_NAMES, ruleOf, type RuleSet } from "#app/domain/voting/rule.ts";
import { href, paths } from "#app/paths.ts";
import { formOf, readForm, type Entered, type FieldProblem } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { handsForm } from "#app/platform/schemas/planning.ts";
import { pageTitle } from "#app/text/format.ts";
import { meetingText } from "#app/text/meetings.ts";
import { noticeFor } from "#app/text/notices.ts";
import { handsText, roomText } from "#app/text/room.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ChoiceField, PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listAttendance } from "#db/queries/attendance.ts";
import type { Meeting } from "#db/queries/meetings.ts";
import { listMeetingSeats, listRoomItems } from "#db/queries/room.ts";
import { meetingFor } from "./meeting-page.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(handsText.title) }];

const CHOICES = [...HANDS, "niet"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const meeting = await meetingFor(context, args.params, "hands.record");
  const item = (await listRoomItems(context.db, meeting.id)).find(({ id }) => id === args.params["itemId"]) ?? notFound();
  const seats = await seatsOf(context, meeting);
  return {
    ...{ id: meeting.id, name: meeting.title, itemId: item.id, total: seats.length },
    present: seats.filter(({ present }) => present).map(({ id, name }) => ({ id, name })),
    entered: { title: item.title, question: "", preset: "gewoon", rest: "voor" } as Entered,
  };
}

async function seatsOf({ db, now }: CommandContext, meeting: Meeting) {
  const present = (await listAttendance(db, meeting.id)).flatMap(({ personId, state }) => (personId !== null && state === "aanwezig" ? [personId] : []));
  return seatsInRoom(await listMeetingSeats(db, meeting.bodyId, now()), new Set(present));
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const meeting = await meetingFor(context, args.params, "hands.record");
  const typed = await formOf(args.request.clone());
  const form = await readForm(args.request, handsForm);
  const chosen = Object.fromEntries([...typed].flatMap(([field, value]) => (field.startsWith("zetel-") && typeof value === "string" ? [[field, value]] : [])));
  const entered: Entered = { ...form.entered, ...chosen };
  if (!form.ok) return answer(form.problems, entered, null, 422);

  const { title, question, preset, rest } = form.values;
  const named = new Map(Object.entries(chosen).flatMap(([field, value]) => (isChoice(value) ? [[field.slice("zetel-".length), handOf(value)] as const] : [])));
  const recorded = await recordHands(context, { meetingId: meeting.id, itemId: args.params["itemId"] ?? "", title, question, rule: ruleFor(preset), named, rest: handOf(rest) });
  if (recorded.ok) return redirect(`${href(paths.room, { id: meeting.id }, { punt: args.params["itemId"] ?? "" })}#vastgelegd`, await withNotice("hands-recorded"));
  if (recorded.refusal === "not-found" || recorded.refusal === "item-not-found") return notFound();
  if (recorded.refusal === "not-allowed") return forbidden();
  return answer({}, entered, noticeFor(recorded.refusal), 409);
}

const answer = (problems: Readonly<Record<string, FieldProblem | undefined>>, entered: Entered, refusal: string | null, status: number) => json({ problems, entered, refusal }, status);
const isChoice = (value: string): value is Hand | "niet" => (CHOICES as readonly string[]).includes(value);
const handOf = (value: Hand | "niet"): Hand | null => (value === "niet" ? null : value);

/** A majority by name; that of everybody in the room exists only here. Source: voting, "Majority". */
function ruleFor(name: string): RuleSet {
  if (name === "aanwezig") return ruleOf("gewoon", { majority: { ...DEFAULT_QUORUM, base: "aanwezig" } });
  return ruleOf(PRESET_NAMES.find((preset) => preset === name) ?? "gewoon");
}

export default function RoomHandsPage() {
  const { id, name, itemId, total, present, entered } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const shown: Readonly<Record<string, string | readonly string[]>> = answered?.entered ?? entered;
  const field = fieldsOf(shown, answered?.problems ?? {});
  const choices = CHOICES.map((choice) => ({ value: choice, label: handsText.choices[choice] }));
  return (
    <>
      <PageHead
        crumbs={[{ href: href(paths.meeting, { id }), label: name }, { href: href(paths.room, { id }, { punt: itemId }), label: roomText.title }]}
        kicker={meetingText.crumb}
        title={handsText.title}
        lead={handsText.lead(present.length, total)}
      />
      <Flow>
        <FormProblems refusal={answered?.refusal ?? null} problems={answered?.problems ?? {}} labels={handsText.labels} />
        {present.length === 0 ? (
          <div className="stack">
            <p>{handsText.nobody}</p>
            <ButtonLink href={`${href(paths.room, { id }, { punt: itemId })}#aanwezigheid`}>{roomText.presence}</ButtonLink>
          </div>
        ) : (
          <PageForm>
            <TextField {...field("question")} label={handsText.question} hint={handsText.questionHint} multiline rows={3} required maxLength={10_000} />
            <TextField {...field("title")} label={handsText.decisionTitle} required maxLength={200} />
            <SelectField {...field("preset")} label={handsText.rule} options={Object.entries(handsText.rules).map(([value, label]) => ({ value, label }))} />
            <ChoiceField {...field("rest")} label={handsText.rest} hint={handsText.restHint} options={choices} />
            <Section id="zetels" title={handsText.seats}>
              <div className="grid-fields">
                {present.map((seat) => (
                  <SelectField key={seat.id} {...field(`zetel-${seat.id}`)} label={seat.name} options={[{ value: "", label: handsText.asRest }, ...choices]} />
                ))}
              </div>
            </Section>
            <Button>{handsText.save}</Button>
          </PageForm>
        )}
      </Flow>
    </>
  );
}
