import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { addRequirements } from "#app/commands/requirement-sets/add-requirements.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pickForm } from "#app/platform/schemas/requirement-sets.ts";
import { pageTitle } from "#app/text/format.ts";
import { pickerText, requirementKindText, setText } from "#app/text/requirement-sets.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { CheckboxGroup, PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { ConceptHead } from "#app/ui/requirement-sets/concept-head.tsx";
import { countCandidates, listCandidates } from "#db/queries/requirement-candidates.ts";
import { findWholeOutline } from "#db/queries/requirement-outlines.ts";
import { listFilterOptions } from "#db/queries/proposal-lists.ts";
import { formAnswer, refusalAnswer } from "./answers.ts";
import { chapterOptions } from "./chapter-options.ts";
import { conceptAsked } from "./find-edition.ts";

const MOST = 200;
const KINDS = ["eis", "wens"] as const;

export const meta: MetaFunction = () => [{ title: pageTitle(pickerText.title) }];

/** Adopted proposals that are not in the concept yet, filtered, to add many at a time. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const edition = await conceptAsked(context, args.params["slug"]);
  const asked = new URL(args.request.url).searchParams;
  const word = (name: string): string => (asked.get(name) ?? "").slice(0, 100);
  // Without a choice the picker starts at the component of the programma.
  const component = asked.has("onderdeel") ? word("onderdeel") : edition.component.slug;
  const choice = { q: word("q"), soort: word("soort"), gremium: word("gremium"), onderdeel: component };
  const filter = { q: choice.q, kind: KINDS.find((kind) => kind === choice.soort), body: choice.gremium || undefined, component: component || undefined };
  const { db, actor } = context;
  const candidates = await listCandidates(db, actor, edition.id, filter, MOST);
  return {
    ...{ slug: edition.slug, title: edition.title, version: edition.version, choice },
    ...{ chapters: chapterOptions(await findWholeOutline(db, edition.id)), options: await listFilterOptions(db) },
    candidates: candidates.map(({ number, title, kind, version, bodyName, tlp }) => ({ value: number, label: [`${number} ${title}`, requirementKindText[kind].toLowerCase(), setText.version(version).toLowerCase(), bodyName, ...(tlp === "CLEAR" ? [] : [`TLP:${tlp}`])].join(" · ") })),
    amount: candidates.length < MOST ? candidates.length : await countCandidates(db, actor, edition.id, filter),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { slug = "" } = args.params;
  const form = await readForm(args.request, pickForm);
  if (form.ok && form.values.all !== "ja" && form.values.proposals.length === 0) return formAnswer({ proposals: "required" }, form.entered);
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const added = await addRequirements(context, { slug, chapterId: form.values.chapter, proposals: form.values.all === "ja" ? form.values.shown : form.values.proposals });
  if (!added.ok) return refusalAnswer(added.refusal, form.entered);
  return redirect(href(paths.requirementSetOutline, { slug }), await withNotice("requirements-added"));
}

export default function PickerPage() {
  const { slug, title, version, choice, chapters, options, candidates, amount } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? { chapter: chapters[0]?.value ?? "" }, problems);
  const chosen = answer?.entered["proposals"] ?? [];
  const all = { value: "", label: pickerText.all };
  return (
    <>
      <ConceptHead slug={slug} name={title} version={version} title={pickerText.title} lead={pickerText.lead} />
      <Flow>
        <form method="get" className="filter">
          <TextField name="q" label={pickerText.search} value={choice.q} type="search" maxLength={100} />
          <SelectField name="soort" label={pickerText.kind} value={choice.soort} options={[all, ...KINDS.map((value) => ({ value, label: requirementKindText[value] }))]} />
          <SelectField name="gremium" label={pickerText.body} value={choice.gremium} options={[all, ...options.bodies]} />
          <SelectField name="onderdeel" label={pickerText.component} value={choice.onderdeel} options={[all, ...options.components]} />
          <Button secondary>{pickerText.filter}</Button>
        </form>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ chapter: pickerText.chapter, proposals: pickerText.choose }} />
        {chapters.length === 0 && <Empty title={pickerText.noChapter} action={<ButtonLink href={href(paths.newChapter, { slug })}>{pickerText.noChapter}</ButtonLink>} />}
        {chapters.length > 0 && candidates.length === 0 && <Empty title={pickerText.none} action={<a href={`${href(paths.requirementPicker, { slug })}?onderdeel=`}>{pickerText.reset}</a>} />}
        {chapters.length > 0 && candidates.length > 0 && (
          <PageForm>
            <SelectField {...field("chapter")} label={pickerText.chapter} options={chapters} />
            <CheckboxGroup name="proposals" label={pickerText.choose} hint={amount > candidates.length ? pickerText.more(candidates.length, amount) : undefined} problem={problems["proposals"]} options={candidates} values={typeof chosen === "string" ? [chosen] : chosen} />
            <input type="hidden" name="shown" value={candidates.map(({ value }) => value).join(" ")} />
            <p className="actions">
              <Button>{pickerText.add}</Button>
              <Button secondary name="all" value="ja">
                {pickerText.addAll(candidates.length)}
              </Button>
            </p>
          </PageForm>
        )}
      </Flow>
    </>
  );
}
