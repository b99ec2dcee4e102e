import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { freezeRequirementSet } from "#app/commands/requirement-sets/freeze-requirement-set.ts";
import { may } from "#app/domain/access/policy.ts";
import { problemsOf } from "#app/domain/requirement-sets/completeness.ts";
import { SET_LIMITS } from "#app/domain/requirement-sets/requirement-set.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { freezeForm } from "#app/platform/schemas/requirement-sets.ts";
import { pageTitle } from "#app/text/format.ts";
import { freezeText, mendText, problemText } from "#app/text/requirement-sets.ts";
import { Button } from "#app/ui/button.tsx";
import { Hint } from "#app/ui/form-parts.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { ConceptHead } from "#app/ui/requirement-sets/concept-head.tsx";
import { ProblemList } from "#app/ui/requirement-sets/problem-list.tsx";
import { findCheckedSet } from "#db/queries/requirement-checks.ts";
import { findWholeOutline } from "#db/queries/requirement-outlines.ts";
import { formAnswer, refusalAnswer } from "./answers.ts";
import { conceptAsked } from "./find-edition.ts";
import { mendingAddress } from "./mending.ts";

const MOST = 100;

export const meta: MetaFunction = () => [{ title: pageTitle(freezeText.title) }];

/** What the check finds, each with where it is mended. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const edition = await conceptAsked(context, args.params["slug"]);
  const lines = await findWholeOutline(context.db, edition.id);
  const problems = problemsOf(await findCheckedSet(context.db, edition, lines));
  const { slug, title, version, revision } = edition;
  const shown = (isHurdle: boolean) => {
    const own = problems.filter((problem) => problem.isHurdle === isHurdle);
    return { amount: own.length, list: own.slice(0, MOST).map((problem) => ({ about: problem.requirement && `${problem.requirement.number} ${problem.requirement.proposal}`, words: problemText(problem), mend: mendText[problem.code], address: mendingAddress(slug, problem) })) };
  };
  return { slug, title, version, seen: revision, hurdles: shown(true), remarks: shown(false), mayFreeze: may(context.actor, "requirement-set.freeze", { bodyId: edition.bodyId }) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { slug = "" } = args.params;
  const form = await readForm(args.request, freezeForm);
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const frozen = await freezeRequirementSet(context, { slug, note: form.values.note, seen: form.values.seen });
  if (!frozen.ok && frozen.refusal === "note-missing") return formAnswer({ note: "required" }, form.entered);
  if (!frozen.ok) return refusalAnswer(frozen.refusal, form.entered);
  return redirect(href(paths.requirementSetVersion, { slug, version: frozen.value.version }), await withNotice("set-frozen"));
}

export default function FreezePage() {
  const { slug, title, version, seen, hurdles, remarks, mayFreeze } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? {}, problems);
  return (
    <>
      <ConceptHead slug={slug} name={title} version={version} title={freezeText.title} lead={freezeText.lead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ note: freezeText.note }} />
        {hurdles.amount > 0 && (
          <Section id="eerst" title={freezeText.hurdles}>
            <p>{freezeText.hurdlesLead}</p>
            <ProblemList {...hurdles} />
          </Section>
        )}
        {remarks.amount > 0 && (
          <Section id="opmerkingen" title={freezeText.remarks}>
            <p>{freezeText.remarksLead}</p>
            <ProblemList {...remarks} />
          </Section>
        )}
        {hurdles.amount + remarks.amount === 0 && <p className="note">{freezeText.fine}</p>}
        {hurdles.amount === 0 && mayFreeze && (
          <PageForm>
            <input type="hidden" name="seen" value={seen} />
            <TextField {...field("note")} label={freezeText.note} hint={remarks.amount > 0 ? freezeText.noteNeeded : freezeText.noteHint} required={remarks.amount > 0} multiline rows={3} maxLength={SET_LIMITS.note} />
            <Hint>{freezeText.noUndo}</Hint>
            <Button>{freezeText.submit(version)}</Button>
          </PageForm>
        )}
        {!mayFreeze && <p className="muted">{freezeText.onlySecretary}</p>}
      </Flow>
    </>
  );
}
