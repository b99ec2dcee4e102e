import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { writeMinutes } from "#app/commands/meetings/write-minutes.ts";
import { href, paths } from "#app/paths.ts";
import { isShownAgain, tidy } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { anchorText } from "#app/text/audit.ts";
import { decisionText } from "#app/text/decisions.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { draftMinutes, meetingRefusalText, meetingText, minutesText } from "#app/text/meetings.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listActionsOfMeeting } from "#db/queries/action-items.ts";
import { listRoundAnchors } from "#db/queries/anchors.ts";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { listDecisionsAbout } from "#db/queries/decisions.ts";
import { meetingFor } from "./meeting-page.ts";

const LONGEST = 20_000;

export const meta: MetaFunction = () => [{ title: pageTitle(minutesText.edit) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const meeting = await meetingFor(context, args.params, "minutes.write");
  const agenda = await listAgenda(context.db, context.actor, meeting.id);
  const decisions = await listDecisionsAbout(context.db, context.actor, { meetingId: meeting.id }, context.now());
  const actions = await listActionsOfMeeting(context.db, meeting.id);
  const anchors = await listRoundAnchors(context.db, agenda.flatMap(({ round }) => round?.id ?? []));
  const draftOf = (itemId: string): string => {
    const { round = null } = agenda.find(({ id }) => id === itemId) ?? {};
    return draftMinutes({
      round: round && { name: meetingText.roundCalled(round.title), anchors: (anchors.get(round.id) ?? []).map(anchorText.line) },
      decisions: decisions.filter(({ agendaItemId }) => agendaItemId === itemId).map(({ number, title, dictum, figures }) => ({ number, title, dictum, votes: figures ? decisionText.votes(figures.for, figures.against, figures.abstain) : null })),
      actions: actions.filter(({ agendaItemId }) => agendaItemId === itemId).map(({ number, statement, ownerName, dueOn }) => ({ number, statement, ownerName, due: dueOn === null ? null : date(dueOn) })),
    });
  };
  return {
    id: meeting.id,
    name: meeting.title,
    revision: meeting.revision,
    items: agenda.filter(({ isPublicWording }) => !isPublicWording).map(({ id, title, isClosed, tlp, minutes, publicMinutes }) => ({ id, title, isClosed, isSecret: !isClosed && tlp !== "CLEAR", minutes: minutes === "" ? draftOf(id) : minutes, publicMinutes: publicMinutes ?? "" })),
    hasDraft: agenda.some(({ id, minutes }) => minutes === "" && draftOf(id) !== ""),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const meeting = await meetingFor(context, args.params, "minutes.write");
  const form = await args.request.formData().catch(() => null);
  if (!form) throw new Response(null, { status: 400 });
  const agenda = await listAgenda(context.db, context.actor, meeting.id);
  const typed = agenda.flatMap(({ id }) => {
    const minutes = form.get(`punt-${id}`);
    const publicMinutes = form.get(`openbaar-${id}`);
    return typeof minutes === "string" ? [{ id, minutes: tidy(minutes), ...(typeof publicMinutes === "string" && { publicMinutes: tidy(publicMinutes) }) }] : [];
  });
  const entered = Object.fromEntries(typed.flatMap(({ id, minutes, publicMinutes }) => [[`punt-${id}`, minutes], [`openbaar-${id}`, publicMinutes ?? ""]]));
  if (isShownAgain(form)) return json({ refusal: null, tooLong: null, entered, theirs: {} as Record<string, string> }, 422);
  const tooLong = typed.find(({ minutes }) => minutes.length > LONGEST);
  if (tooLong) return json({ refusal: null, tooLong: tooLong.id, entered, theirs: {} as Record<string, string> }, 422);

  const revision = Number(form.get("revision"));
  const written = await writeMinutes(context, { meetingId: meeting.id, revision, items: typed.map((item) => ({ ...item, ...(item.publicMinutes !== undefined && { publicMinutes: item.publicMinutes === "" ? null : item.publicMinutes }) })) });
  if (written.ok) return redirect(href(paths.minutes, { id: meeting.id }), await withNotice("minutes-saved"));
  if (written.refusal === "not-found") return notFound();
  if (written.refusal === "not-allowed") return forbidden();
  // Both texts are shown: what was typed stays in the form, what the other saved stands beside it.
  const theirs: Record<string, string> = written.refusal === "lost-update" ? Object.fromEntries(agenda.filter(({ id, minutes }) => minutes !== entered[`punt-${id}`]).map(({ id, minutes }) => [id, minutes])) : {};
  return json({ refusal: meetingRefusalText[written.refusal] as string | null, tooLong: null, entered, theirs }, 409);
}

export default function MinutesEditPage() {
  const { id, name, revision, items, hasDraft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const entered: Readonly<Record<string, string>> = answer?.entered ?? {};
  const theirs: Readonly<Record<string, string>> = answer?.theirs ?? {};
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meeting, { id }), label: name }, { href: href(paths.minutes, { id }), label: meetingText.minutes }]} title={minutesText.edit} lead={minutesText.editLead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.tooLong ? { [`punt-${answer.tooLong}`]: "too-long" } : {}} labels={Object.fromEntries(items.map((item, index) => [`punt-${item.id}`, minutesText.itemLabel(index + 1, item.title)]))} />
        {items.length === 0 ? (
          <Empty title={minutesText.noItems} action={<a href={href(paths.meetingAgenda, { id })}>{minutesText.toAgenda}</a>} />
        ) : (
          <PageForm>
            <input type="hidden" name="revision" value={revision} />
            {hasDraft && <p>{minutesText.draftNote}</p>}
            {items.map((item, index) => (
              <div key={item.id} className="stack">
                <TextField
                  name={`punt-${item.id}`}
                  label={minutesText.itemLabel(index + 1, item.title)}
                  {...(item.isClosed && { hint: minutesText.closedHint })}
                  value={entered[`punt-${item.id}`] ?? item.minutes}
                  problem={answer?.tooLong === item.id ? "too-long" : undefined}
                  multiline
                  rows={10}
                />
                {item.isSecret && <TextField name={`openbaar-${item.id}`} label={minutesText.publicMinutes(index + 1)} hint={minutesText.publicMinutesHint} value={entered[`openbaar-${item.id}`] ?? item.publicMinutes} multiline rows={4} />}
                {theirs[item.id] !== undefined && (
                  <details open>
                    <summary>{minutesText.theirs}</summary>
                    <pre className="theirs">{theirs[item.id]}</pre>
                  </details>
                )}
              </div>
            ))}
            <Button>{minutesText.save}</Button>
          </PageForm>
        )}
      </Flow>
    </>
  );
}
