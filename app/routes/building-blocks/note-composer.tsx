import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, visitor } from "#app/auth/guards.ts";
import { saveNote } from "#app/commands/building-blocks/save-note.ts";
import { href, paths } from "#app/paths.ts";
import { formOf } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { toHtml } from "#app/platform/markdown.ts";
import { withNotice } from "#app/platform/notice.ts";
import { blocksText, noteRefusalText, noteText } from "#app/text/building-blocks.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { ChoiceLine, Fieldset } from "#app/ui/form-parts.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { Markdown } from "#app/ui/markdown.tsx";
import { FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listNotes } from "#db/queries/building-blocks.ts";
import { chosenNote, noteAddress, noteChoice } from "./note-choice.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(noteText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await visitor(args);
  const asked = noteChoice(new URL(args.request.url).searchParams);
  const choice = { ...asked, organisation: asked.organisation || (actor.organisation?.name ?? "") };
  const { blocks, markdown } = await chosenNote(db, choice);
  const notes = actor.id === null ? null : await listNotes(db, actor.id);
  return {
    organisation: choice.organisation,
    blocks: blocks.map(({ slug, title, statement }) => ({ slug, title, statement, adapted: choice.adapted[slug] ?? "" })),
    html: blocks.length === 0 ? "" : await toHtml(markdown),
    download: noteAddress(paths.noteDownload, choice),
    print: noteAddress(paths.notePrint, choice),
    notes: notes?.map(({ id, title, blocks: kept, updatedAt }) => ({
      ...{ id, title, updatedAt },
      address: noteAddress(paths.noteComposer, { slugs: kept.map(({ slug }) => slug), organisation: choice.organisation, adapted: Object.fromEntries(kept.map(({ slug, adapted }) => [slug, adapted])) }),
    })) ?? null,
  };
}

/** Keeps the note of a signed-in person under a name. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const form = new URLSearchParams([...(await formOf(args.request))].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  const choice = noteChoice(form);
  const title = (form.get("naam") ?? "").trim().slice(0, 150);
  const saved = await saveNote(context, { id: null, title, blocks: choice.slugs.map((slug) => ({ slug, adapted: choice.adapted[slug] ?? "" })) });
  if (saved.ok) return redirect(noteAddress(paths.noteComposer, choice), await withNotice("note-saved"));
  if (saved.refusal === "not-allowed") return forbidden();
  if (saved.refusal === "not-found") return notFound();
  return json({ refusal: noteRefusalText[saved.refusal], title }, 422);
}

export default function NoteComposerPage() {
  const { organisation, blocks, html, download, print, notes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.buildingBlocks), label: blocksText.title }]} title={noteText.title} lead={noteText.lead} />
      <Flow>
        {blocks.length === 0 ? (
          <Empty title={noteText.empty} action={<a href={href(paths.buildingBlocks)}>{noteText.emptyAction}</a>} />
        ) : (
          <>
            <form method="get" className="stack form">
              <TextField name="gemeente" label={noteText.organisation} value={organisation} maxLength={100} />
              {blocks.map((block) => (
                <Fieldset key={block.slug} legend={block.title}>
                  <p>{block.statement}</p>
                  <div className="choices choices-1">
                    <ChoiceLine type="checkbox" name="b" value={block.slug} defaultChecked>
                      {blocksText.choose(block.title)}
                    </ChoiceLine>
                  </div>
                  <TextField name={`tekst-${block.slug}`} label={noteText.adapted(block.title)} hint={noteText.adaptedHint} value={block.adapted} multiline rows={2} maxLength={2000} />
                </Fieldset>
              ))}
              <Button secondary>{noteText.apply}</Button>
            </form>
            <Section id="notitie" title={noteText.preview} aside={<a href={print}>{noteText.print}</a>}>
              <p>
                <ButtonLink href={download}>{noteText.download}</ButtonLink>
              </p>
              <article className="note stack">
                <Markdown html={html} />
              </article>
            </Section>
            <Section id="bewaren" title={noteText.keep}>
              {notes === null ? (
                <p>
                  <a href={href(paths.login, { naar: href(paths.noteComposer) })}>{noteText.signIn}</a>
                </p>
              ) : (
                <>
                  <FormProblems refusal={answer?.refusal ?? null} problems={{}} labels={{}} />
                  <PageForm>
                    <input type="hidden" name="gemeente" value={organisation} />
                    {blocks.map(({ slug, adapted }) => (
                      <span key={slug} hidden>
                        <input type="hidden" name="b" value={slug} />
                        <input type="hidden" name={`tekst-${slug}`} value={adapted} />
                      </span>
                    ))}
                    <TextField name="naam" label={noteText.keepTitle} value={answer?.title} required maxLength={150} />
                    <Button secondary>{noteText.keep}</Button>
                  </PageForm>
                </>
              )}
            </Section>
          </>
        )}
        {notes !== null && (
          <Section id="bewaard" title={noteText.kept}>
            {notes.length === 0 ? (
              <p className="muted">{noteText.keptEmpty}</p>
            ) : (
              <ul className="rows">
                {notes.map((note) => (
                  <li key={note.id}>
                    <div>
                      <h3>
                        <a href={note.address}>{note.title}</a>
                      </h3>
                      <p className="meta">{noteText.keptOn(date(note.updatedAt))}</p>
                    </div>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        )}
      </Flow>
    </>
  );
}
