import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { attachAnnex } from "#app/commands/meetings/attach-annex.ts";
import { allows } from "#app/domain/meetings/meeting.ts";
import { href, paths } from "#app/paths.ts";
import { formOf } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle, shortDate } from "#app/text/format.ts";
import { meetingText } from "#app/text/meetings.ts";
import { noticeFor } from "#app/text/notices.ts";
import { annexText } from "#app/text/planning.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { Field, FieldLabel, Hint, ProblemLine } from "#app/ui/form-parts.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findAgendaItem } from "#db/queries/agenda-items.ts";
import { listAnnexes } from "#db/queries/annexes.ts";
import { meetingFor } from "./meeting-page.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(annexText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const meeting = await meetingFor(context, args.params, "agenda.change");
  const item = (await findAgendaItem(context.db, context.actor, meeting.id, args.params["itemId"] ?? "")) ?? notFound();
  const annexes = (await listAnnexes(context.db, meeting.id)).filter(({ itemId }) => itemId === item.id);
  return {
    ...{ id: meeting.id, name: meeting.title, title: item.title, isOpen: allows(meeting.state, "change-agenda") },
    annexes: annexes.map(({ id, name, size, sha256, addedAt }) => ({ id, name, sha256, line: annexText.line(size, shortDate(addedAt)) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "", itemId = "" } = args.params;
  const form = await formOf(args.request);
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "") return json({ problem: noticeFor("annex-missing") ?? "" }, 422);

  const attached = await attachAnnex(context, { meetingId: id, itemId, fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  if (attached.ok) return redirect(href(paths.annexes, { id, itemId }), await withNotice("annex-added"));
  if (attached.refusal === "not-found" || attached.refusal === "item-not-found") return notFound();
  if (attached.refusal === "not-allowed") return forbidden();
  const status = attached.refusal === "annex-too-large" ? 413 : attached.refusal === "meeting-wrong-state" || attached.refusal === "too-many-annexes" ? 409 : 422;
  return json({ problem: noticeFor(attached.refusal) ?? "" }, status);
}

export default function AnnexesPage() {
  const { id, name, title, isOpen, annexes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meeting, { id }), label: name }, { href: href(paths.meetingAgenda, { id }), label: meetingText.agenda }]} kicker={title} title={annexText.title} />
      <Flow>
        {answer && (
          <Alert live>
            <p>
              <a href="#file">{answer.problem}</a>
            </p>
          </Alert>
        )}
        <Section id="nu" title={annexText.now}>
          {annexes.length === 0 && <p>{annexText.none}</p>}
          <ul className="rows">
            {annexes.map((annex) => (
              <li key={annex.id}>
                <div>
                  <p>
                    <a href={href(paths.annex, { id, annexId: annex.id })}>{annex.name}</a>
                  </p>
                  <p className="meta">{annex.line}</p>
                  <p className="meta hash">{`${annexText.hash}: ${annex.sha256}`}</p>
                </div>
                {isOpen && <ActionForm action={href(paths.annexRemoval, { id, annexId: annex.id })} label={annexText.remove} secondary describe={annex.name} />}
              </li>
            ))}
          </ul>
        </Section>
        {isOpen && (
          <Section id="nieuw" title={annexText.add}>
            <form method="post" encType="multipart/form-data" className="stack form">
              <Field invalid={answer !== undefined}>
                <FieldLabel htmlFor="file">{annexText.file}</FieldLabel>
                <Hint id="file-hint">{annexText.fileHint}</Hint>
                {answer && <ProblemLine id="file-probleem">{answer.problem}</ProblemLine>}
                <input type="file" id="file" name="file" aria-describedby={answer ? "file-hint file-probleem" : "file-hint"} aria-invalid={answer ? true : undefined} />
              </Field>
              <Button>{annexText.add}</Button>
            </form>
          </Section>
        )}
        <p>
          <a href={href(paths.meetingAgenda, { id })}>{annexText.back}</a>
        </p>
      </Flow>
    </>
  );
}
