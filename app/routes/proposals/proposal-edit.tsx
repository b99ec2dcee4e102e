import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { addVersion } from "#app/commands/proposals/add-version.ts";
import { resubmitProposal } from "#app/commands/proposals/resubmit-proposal.ts";
import { may } from "#app/domain/access/policy.ts";
import { conditionState } from "#app/domain/proposals/discussion.ts";
import { canMove } from "#app/domain/proposals/lifecycle.ts";
import { draftEndsAt } from "#app/domain/proposals/private-draft.ts";
import { isTextOpen, textProblems } from "#app/domain/proposals/proposal.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { typed, type Entered } from "#app/domain/shared/entered.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { answerField, versionForm, versionText } from "#app/platform/schemas/proposals.ts";
import { pageTitle } from "#app/text/format.ts";
import { formText, listText, pageText, proposalRefusalText } from "#app/text/proposals.ts";
import { TextField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { ConditionAnswers } from "#app/ui/proposals/condition-answers.tsx";
import { DraftOffer, Editor } from "#app/ui/proposals/editor.tsx";
import { enteredFields, FormProblems } from "#app/ui/proposals/form-state.tsx";
import { MergeForm, MergeOverview } from "#app/ui/proposals/merge-view.tsx";
import { TextFields } from "#app/ui/proposals/text-fields.tsx";
import { listConditions } from "#db/queries/proposal-discussion.ts";
import { listTargets } from "#db/queries/proposal-lists.ts";
import { findProposal, findVersion, type Proposal, type Version } from "#db/queries/proposals.ts";
import { answerWith, draftFor, sideStep, type EditorAnswer } from "./editor-steps.ts";
import { conflictAnswer, settledAnswer } from "./version-conflict.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? formText.editTitle(data.number, data.current + 1) : listText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const proposal = await findEditable(context, args.params.number);
  const current = (await findVersion(context.db, proposal.id, proposal.currentVersion)) ?? notFound();
  const isResubmission = proposal.state === "referred_back";
  const { draft, isOffered, filled } = await draftFor(context, args.request, proposal.id);
  const isOutdated = draft !== null && (draft.basedOn ?? 0) < proposal.currentVersion;
  return {
    number: proposal.number,
    kind: proposal.kind,
    current: proposal.currentVersion,
    isLocked: !isTextOpen(proposal.state) && !isResubmission,
    isResubmission,
    question: isResubmission ? proposal.question : null,
    conditions: (await openConditions(context, proposal)).map(({ id, organisationName, strength, quote, statement }) => ({ id, organisationName, strength, quote, statement })),
    targets: await listTargets(context.db),
    entered: filled?.fields ?? startOf(current),
    offer: draft !== null && isOffered ? { savedAt: draft.savedAt, endsAt: draftEndsAt(draft.savedAt), outdated: isOutdated ? { basedOn: draft.basedOn ?? 0, current: proposal.currentVersion } : null } : null,
    draftedAt: filled?.savedAt ?? null,
    personId: context.actor.id,
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const proposal = await findEditable(context, args.params.number);
  const conditions = await openConditions(context, proposal);
  const sent = args.request.clone();
  const form = await readForm(args.request, versionForm(conditions.map(({ id }) => id)));
  const aside = await sideStep(context, { number: proposal.number, kind: proposal.kind, entered: form.entered });
  if (aside !== null) return aside;
  if (!form.ok) return json(answerWith(form.entered, { problems: form.problems }), 422);

  const text = versionText(form.values);
  const problems = textProblems(proposal.kind, text);
  if (Object.keys(problems).length > 0) return json(answerWith(form.entered, { problems }), 422);

  const conflict = { entered: form.entered, yours: text, basedOn: form.values.basedOn };
  if (form.values.stap === "samenvoegen") return json((await settledAnswer(context, proposal, conflict, await sent.formData())) ?? notFound());
  const answers = conditions.map(({ id }) => ({ conditionId: id, answer: typed(form.entered, answerField(id)) ?? "" }));
  const next = { ...text, number: proposal.number, basedOn: form.values.basedOn, why: form.values.why, answers, endsDraft: true };
  const isResubmission = proposal.state === "referred_back";
  const saved = await (isResubmission ? resubmitProposal(context, next) : addVersion(context, next));
  const address = href(paths.proposal, { number: proposal.number });
  if (saved.ok) return redirect(address, await withNotice(isResubmission ? "proposal-resubmitted" : "version-saved"));
  if (saved.refusal === "not-allowed") forbidden();
  if (saved.refusal === "not-found") notFound();
  const merged = saved.refusal === "outdated" ? await conflictAnswer(context, await findEditable(context, proposal.number), conflict) : null;
  return json({ ...(merged ?? answerWith(form.entered)), refusal: proposalRefusalText[saved.refusal] }, 409);
}

const startOf = ({ title, statement, rationale, acceptance, source, moscow, weight, components, needs, policyAreas, controls, number }: Version): Entered => ({
  ...{ title, statement, rationale, acceptance, source, moscow, components, needs, policyAreas },
  ...{ weight: String(weight ?? ""), controls: controls.join("\n"), basedOn: String(number), why: "" },
});

/** The proposal when this person may write its next version; 404 when hidden, 403 when it is not theirs to write. */
async function findEditable({ db, actor, now }: CommandContext, number = ""): Promise<Proposal> {
  const proposal = (await findProposal(db, actor, number, dutchDay(now()))) ?? notFound();
  if (!may(actor, "proposal.edit", proposal) && !canMove(proposal, "resubmit", actor)) forbidden();
  return proposal;
}

const openConditions = async ({ db, actor, now }: CommandContext, { id }: Proposal) =>
  (await listConditions(db, actor, id, now())).filter((condition) => ["open", "kept"].includes(conditionState(condition)));

export default function ProposalEditPage() {
  const { number, kind, current, isLocked, isResubmission, question, conditions, targets, entered, offer, draftedAt, personId } = useLoaderData<typeof loader>();
  const answer = useActionData<EditorAnswer>();
  const fields = enteredFields(answer?.entered ?? entered, answer?.problems ?? {});
  const mustChoose = answer?.merge != null && answer.merge.clashes.length > 0;
  const crumbs = [
    { href: href(paths.proposals), label: listText.title },
    { href: href(paths.proposal, { number }), label: number },
  ];
  return (
    <>
      <PageHead crumbs={crumbs} title={formText.editTitle(number, current + 1)} lead={isResubmission ? formText.resubmitLead : formText.editLead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? (isLocked ? proposalRefusalText["text-locked"] : null)} problems={answer?.problems ?? {}} />
        {question !== null && (
          <Section id="vraag" title={formText.question}>
            <p className="lines">{question}</p>
          </Section>
        )}
        {isLocked && <p>{pageText.lockedAfter}</p>}
        {answer?.merge != null && <MergeOverview merge={answer.merge} />}
        {answer?.merge != null && mustChoose && <MergeForm merge={answer.merge} entered={answer.entered} />}
        {offer !== null && !isLocked && answer === undefined && <DraftOffer number={number} {...offer} />}
        {!isLocked && !mustChoose && (offer === null || answer !== undefined) && (
          <Editor number={number} personId={personId} save={isResubmission ? formText.resubmit : formText.saveVersion} draftedAt={draftedAt} said={answer?.said ?? null} isUnsaved={answer !== undefined}>
            <input type="hidden" name="basedOn" value={fields.value("basedOn") || current} />
            <TextFields kind={kind} value={fields.value} values={fields.values} problem={fields.problem} previews={answer?.previews ?? null} {...targets} />
            <ConditionAnswers conditions={conditions} fields={fields} />
            <TextField {...fields.of("why")} label={formText.why} hint={formText.hints.why} required maxLength={500} />
          </Editor>
        )}
      </Flow>
    </>
  );
}
