import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { writeMunicipalNote } from "#app/commands/proposals/write-municipal-note.ts";
import { LIMITS } from "#app/domain/proposals/proposal.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { date, pageTitle, time } from "#app/text/format.ts";
import { pageText, proposalRefusalText } from "#app/text/proposals.ts";
import { municipalNotesText } from "#app/text/versions.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listMunicipalNotes } from "#db/queries/municipal-notes.ts";
import { findProposal } from "#db/queries/proposals.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? municipalNotesText.title(data.number) : "404") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const proposal = (await findProposal(db, actor, args.params.number ?? "", dutchDay(now()))) ?? notFound();
  const { organisation } = actor;
  if (organisation === null) return forbidden();
  const notes = await listMunicipalNotes(db, proposal.id, organisation.id);
  return { number: proposal.number, title: proposal.title, organisation: organisation.name, notes: notes.map(({ id, statement, authorName, createdAt }) => ({ id, statement, authorName, createdAt })) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const form = await readForm(args.request, z.object({ statement: z.string().min(1, "required").max(LIMITS.comment, "too-long") }));
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const kept = await writeMunicipalNote(context, { number, ...form.values });
  if (kept.ok) return redirect(href(paths.municipalNotes, { number }), await withNotice("municipal-note-kept"));
  if (kept.refusal === "not-found") notFound();
  if (kept.refusal === "not-allowed") forbidden();
  return json({ problems: {}, entered: form.entered, refusal: proposalRefusalText[kept.refusal] }, 409);
}

export default function MunicipalNotesPage() {
  const { number, title, organisation, notes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? {}, problems);
  const crumbs = [
    { href: href(paths.proposals), label: pageText.crumb },
    { href: href(paths.proposal, { number }), label: `${number} ${title}` },
  ];
  return (
    <>
      <PageHead crumbs={crumbs} title={municipalNotesText.title(number)} lead={municipalNotesText.lead(organisation)} />
      <Flow>
        <Section id="schrijven" title={municipalNotesText.write}>
          <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ statement: municipalNotesText.statement }} />
          <PageForm>
            <TextField {...field("statement")} label={municipalNotesText.statement} required multiline rows={4} maxLength={LIMITS.comment} />
            <Button>{municipalNotesText.send}</Button>
          </PageForm>
        </Section>
        <Section id="notities" title={municipalNotesText.list}>
          {notes.length === 0 && <p className="muted">{municipalNotesText.none}</p>}
          {notes.map(({ id, statement, authorName, createdAt }) => (
            <article key={id} className="note stack">
              <p className="preline">{statement}</p>
              <p className="by">{[authorName, date(createdAt), time(createdAt)].join(" · ")}</p>
              <ActionForm action={href(paths.municipalNoteRemoval, { number, noteId: id })} label={municipalNotesText.remove} describe={statement.slice(0, 60)} secondary />
            </article>
          ))}
        </Section>
      </Flow>
    </>
  );
}
