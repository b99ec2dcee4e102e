import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { basisOf, writeMinutes, type WrittenItem } from "#app/commands/meetings/write-minutes.ts";
import { diffWords, type DiffPart } from "#app/domain/proposals/diff.ts";
import { href, paths } from "#app/paths.ts";
import { formOf, isShownAgain, tidy } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle } from "#app/text/format.ts";
import { meetingRefusalText, meetingText, minutesText } from "#app/text/meetings.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { PageForm } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { FormProblems } from "#app/ui/form-state.tsx";
import { MinutesField, type Theirs } from "#app/ui/meetings/minutes-field.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listAgenda, type AgendaItem } from "#db/queries/agenda-items.ts";
import { draftsFor } from "./minutes-facts.ts";
import { meetingFor } from "./meeting-page.ts";

const LONGEST = 20_000;

export const meta: MetaFunction = () => [{ title: pageTitle(minutesText.edit) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const meeting = await meetingFor(context, args.params, "minutes.write");
  const agenda = (await listAgenda(context.db, context.actor, meeting.id)).filter(({ isPublicWording }) => !isPublicWording);
  const drafts = await draftsFor(context, meeting, agenda);
  return {
    id: meeting.id,
    name: meeting.title,
    revision: meeting.revision,
    items: agenda.map(({ id, title, isClosed, tlp, minutes, publicMinutes }) => ({
      ...{ id, title, isClosed, isSecret: !isClosed && tlp !== "CLEAR", minutes: minutes === "" ? (drafts.get(id) ?? "") : minutes, publicMinutes: publicMinutes ?? "" },
      basis: basisOf(minutes, publicMinutes),
    })),
    hasDraft: drafts.size > 0,
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const meeting = await meetingFor(context, args.params, "minutes.write");
  const form = await formOf(args.request);
  const agenda = await listAgenda(context.db, context.actor, meeting.id);
  const typed = agenda.flatMap(({ id }) => typedItem(form, id));
  const entered = Object.fromEntries(typed.flatMap(({ id, minutes, publicMinutes }) => [[`punt-${id}`, minutes], [`openbaar-${id}`, publicMinutes ?? ""]]));
  const answer = (changes: { refusal?: string | null; tooLong?: string | null; theirs?: Readonly<Record<string, Theirs>> }, status: number) => json({ refusal: null, tooLong: null, entered, theirs: {}, ...changes }, status);
  if (isShownAgain(form)) return answer({}, 422);
  const tooLong = typed.find(({ minutes, publicMinutes }) => Math.max(minutes.length, publicMinutes?.length ?? 0) > LONGEST);
  if (tooLong) return answer({ tooLong: tooLong.id }, 422);

  const written = await writeMinutes(context, { meetingId: meeting.id, revision: Number(form.get("revision")), items: typed });
  if (written.ok) return redirect(href(paths.minutes, { id: meeting.id }), await withNotice("minutes-saved"));
  if (written.refusal === "not-found") return notFound();
  if (written.refusal === "not-allowed") return forbidden();
  // Both texts are shown: what was typed stays in the form, what the other saved stands beside it.
  return answer({ refusal: meetingRefusalText[written.refusal], theirs: written.refusal === "lost-update" ? changedMeanwhile(agenda, typed) : {} }, 409);
}

/** What was typed for one item, with what it was made from. */
function typedItem(form: FormData, id: string): (WrittenItem & { publicMinutes?: string | null })[] {
  const [minutes, publicMinutes, basis] = [form.get(`punt-${id}`), form.get(`openbaar-${id}`), form.get(`basis-${id}`)];
  if (typeof minutes !== "string") return [];
  return [{ id, minutes: tidy(minutes), ...(typeof publicMinutes === "string" && { publicMinutes: tidy(publicMinutes) || null }), ...(typeof basis === "string" && { basis }) }];
}

/** The items that somebody else changed since, where the texts differ: the stored text, and how the typed one differs from it. */
function changedMeanwhile(agenda: readonly AgendaItem[], typed: readonly WrittenItem[]): Record<string, Theirs> {
  return Object.fromEntries(
    typed.flatMap(({ id, minutes, basis }): [string, Theirs][] => {
      const stored = agenda.find((item) => item.id === id);
      if (!stored || stored.minutes === minutes || basis === basisOf(stored.minutes, stored.publicMinutes)) return [];
      const parts: readonly DiffPart[] = diffWords(stored.minutes, minutes);
      return [[id, { text: stored.minutes, parts }]];
    }),
  );
}

export default function MinutesEditPage() {
  const { id, name, revision, items, hasDraft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const entered: Readonly<Record<string, string>> = answer?.entered ?? {};
  const theirs: Readonly<Record<string, Theirs>> = answer?.theirs ?? {};
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
              <MinutesField key={item.id} item={item} index={index} entered={entered} isTooLong={answer?.tooLong === item.id} theirs={theirs[item.id] ?? null} />
            ))}
            <Button>{minutesText.save}</Button>
          </PageForm>
        )}
      </Flow>
    </>
  );
}
