import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { moveRequirement } from "#app/commands/requirement-sets/move-requirement.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { placeForm } from "#app/platform/schemas/requirement-sets.ts";
import { pageTitle } from "#app/text/format.ts";
import { placeText } from "#app/text/requirement-sets.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { ConceptHead } from "#app/ui/requirement-sets/concept-head.tsx";
import { findOutline } from "#db/queries/requirement-outlines.ts";
import { formAnswer, refusalAnswer } from "./answers.ts";
import { chapterOptions } from "./chapter-options.ts";
import { conceptAsked } from "./find-edition.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(placeText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { id, slug, title, version } = await conceptAsked(context, args.params["slug"]);
  const { lines } = await findOutline(context.db, context.actor, id);
  const own = lines.flatMap((line) => (line.kind === "requirement" && line.requirement.id === args.params["requirementId"] ? [{ ...line.requirement, number: line.number }] : []))[0] ?? notFound();
  return { slug, title, version, about: `${own.number} ${own.title}`, chapter: own.chapterId, chapters: chapterOptions(lines) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { slug = "", requirementId = "" } = args.params;
  const form = await readForm(args.request, placeForm);
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const moved = await moveRequirement(context, { slug, requirementId, to: { chapterId: form.values.chapter } });
  if (!moved.ok) return refusalAnswer(moved.refusal, form.entered);
  return redirect(href(paths.requirementSetOutline, { slug }), await withNotice("set-changed"));
}

export default function RequirementPlacePage() {
  const { slug, title, version, about, chapter, chapters } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? { chapter }, problems);
  return (
    <>
      <ConceptHead slug={slug} name={title} version={version} title={placeText.title} lead={`${about}. ${placeText.lead}`} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ chapter: placeText.chapter }} />
        <PageForm>
          <SelectField {...field("chapter")} label={placeText.chapter} options={chapters} />
          <Button>{placeText.move}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
