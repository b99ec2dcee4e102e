import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { z } from "zod";
import { changeChapter, chapterStamp } from "#app/commands/requirement-sets/change-chapter.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { chapterForm } from "#app/platform/schemas/requirement-sets.ts";
import { pageTitle } from "#app/text/format.ts";
import { chapterText } from "#app/text/requirement-sets.ts";
import { Flow } from "#app/ui/layout.tsx";
import { ChapterForm } from "#app/ui/requirement-sets/chapter-form.tsx";
import { ConceptHead } from "#app/ui/requirement-sets/concept-head.tsx";
import { findWholeOutline } from "#db/queries/requirement-outlines.ts";
import { formAnswer, refusalAnswer } from "./answers.ts";
import { parentOptions } from "./chapter-options.ts";
import { conceptAsked } from "./find-edition.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(chapterText.editTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { id, slug, title, version } = await conceptAsked(context, args.params["slug"]);
  const lines = await findWholeOutline(context.db, id);
  const { chapterId = "" } = args.params;
  const chapter = lines.flatMap((line) => (line.kind === "chapter" && line.chapter.id === chapterId ? [line.chapter] : []))[0] ?? notFound();
  return { slug, title, version, seen: chapterStamp(chapter), start: { title: chapter.title, intro: chapter.intro, parent: chapter.parentId ?? "" }, parents: parentOptions(lines, chapterId) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { slug = "", chapterId = "" } = args.params;
  const form = await readForm(args.request, chapterForm.extend({ seen: z.string().max(64, "too-long") }));
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const { title, intro, parent } = form.values;
  const changed = await changeChapter(context, { slug, chapterId, title, intro, parentId: parent || null, seen: form.values.seen || undefined });
  if (!changed.ok) return refusalAnswer(changed.refusal, form.entered);
  return redirect(href(paths.requirementSetOutline, { slug }), await withNotice("set-changed"));
}

export default function ChapterPage() {
  const { slug, title, version, seen, start, parents } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <ConceptHead slug={slug} name={title} version={version} title={chapterText.editTitle} />
      <Flow>
        <ChapterForm parents={parents} answer={answer ?? null} start={start} seen={seen} submit={chapterText.save} />
      </Flow>
    </>
  );
}
