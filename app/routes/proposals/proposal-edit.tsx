import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { addVersion } from "#app/commands/proposals/add-version.ts";
import { resubmitProposal } from "#app/commands/proposals/resubmit-proposal.ts";
import { may } from "#app/domain/access/policy.ts";
import { diffFields } from "#app/domain/proposals/diff.ts";
import { conditionState } from "#app/domain/proposals/discussion.ts";
import { canMove } from "#app/domain/proposals/lifecycle.ts";
import { isTextOpen, textProblems } from "#app/domain/proposals/proposal.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { typed } from "#app/domain/shared/entered.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { answerField, versionForm, versionText } from "#app/platform/schemas/proposals.ts";
import { pageTitle } from "#app/text/format.ts";
import { formText, listText, pageText, proposalRefusalText, strengthText } from "#app/text/proposals.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { enteredFields, FormProblems } from "#app/ui/proposals/form-state.tsx";
import { ProposalChanges } from "#app/ui/proposals/proposal-changes.tsx";
import { TextFields } from "#app/ui/proposals/text-fields.tsx";
import { listConditions } from "#db/queries/proposal-discussion.ts";
import { listTargets } from "#db/queries/proposal-lists.ts";
import { findProposal, findVersion, type Proposal } from "#db/queries/proposals.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? formText.editTitle(data.number, data.current + 1) : listText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const proposal = await findEditable(context, args.params.number);
  const current = (await findVersion(context.db, proposal.id, proposal.currentVersion)) ?? notFound();
  const isResubmission = proposal.state === "referred_back";
  return {
    number: proposal.number,
    kind: proposal.kind,
    current: proposal.currentVersion,
    isLocked: !isTextOpen(proposal.state) && !isResubmission,
    isResubmission,
    question: isResubmission ? proposal.question : null,
    conditions: (await openConditions(context, proposal)).map(({ id, organisationName, strength, statement }) => ({ id, organisationName, strength, statement })),
    targets: await listTargets(context.db),
    entered: { ...current, moscow: current.moscow as string, weight: String(current.weight ?? ""), controls: current.controls.join("\n"), why: "" },
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const proposal = await findEditable(context, args.params.number);
  const conditions = await openConditions(context, proposal);
  const form = await readForm(args.request, versionForm(conditions.map(({ id }) => id)));
  const basedOn = form.ok ? form.values.basedOn : proposal.currentVersion;
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null, theirs: null, basedOn }, 422);

  const text = versionText(form.values);
  const problems = textProblems(proposal.kind, text);
  if (Object.keys(problems).length > 0) return json({ problems, entered: form.entered, refusal: null, theirs: null, basedOn }, 422);

  const answers = conditions.map(({ id }) => ({ conditionId: id, answer: typed(form.entered, answerField(id)) ?? "" }));
  const next = { ...text, number: proposal.number, basedOn, why: form.values.why, answers };
  const isResubmission = proposal.state === "referred_back";
  const saved = await (isResubmission ? resubmitProposal(context, next) : addVersion(context, next));
  const address = href(paths.proposal, { number: proposal.number });
  if (saved.ok) return redirect(address, await withNotice(isResubmission ? "proposal-resubmitted" : "version-saved"));
  if (saved.refusal === "not-allowed") forbidden();
  if (saved.refusal === "not-found") notFound();
  return json({ problems: {}, entered: form.entered, refusal: proposalRefusalText[saved.refusal], ...(await conflictWith(context, proposal, text, basedOn, saved.refusal)) }, 409);
}

/** The proposal when this person may write its next version; 404 when hidden, 403 when it is not theirs to write. */
async function findEditable({ db, actor, now }: CommandContext, number = ""): Promise<Proposal> {
  const proposal = (await findProposal(db, actor, number, dutchDay(now()))) ?? notFound();
  if (!may(actor, "proposal.edit", proposal) && !canMove(proposal, "resubmit", actor)) forbidden();
  return proposal;
}

const openConditions = async ({ db, actor, now }: CommandContext, { id }: Proposal) =>
  (await listConditions(db, actor, id, now())).filter((condition) => ["open", "kept"].includes(conditionState(condition)));

/** After a lost update: how the text that is stored now differs from what was typed, and on which version to go on. */
async function conflictWith({ db }: CommandContext, { id, currentVersion }: Proposal, yours: ReturnType<typeof versionText>, basedOn: number, refusal: string) {
  const stored = refusal === "outdated" ? await findVersion(db, id, currentVersion) : null;
  return stored ? { theirs: { version: currentVersion, changes: diffFields(stored, yours) }, basedOn: currentVersion } : { theirs: null, basedOn };
}

export default function ProposalEditPage() {
  const { number, kind, current, isLocked, isResubmission, question, conditions, targets, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const fields = enteredFields((answer?.entered ?? entered) as Parameters<typeof enteredFields>[0], answer?.problems ?? {});
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
        {answer?.theirs && (
          <Section id="verschil" title={formText.conflictTheirs(answer.theirs.version)}>
            <p>{formText.conflictYours}</p>
            <ProposalChanges changes={answer.theirs.changes} why="" />
          </Section>
        )}
        {!isLocked && (
          <PageForm>
            <input type="hidden" name="basedOn" value={answer?.basedOn ?? current} />
            <TextFields kind={kind} value={fields.value} values={fields.values} problem={fields.problem} {...targets} />
            {conditions.length > 0 && (
              <fieldset className="stack">
                <legend>{formText.conditions}</legend>
                <p className="small muted">{formText.conditionsHint}</p>
                {conditions.map(({ id, organisationName, strength, statement }) => (
                  <TextField
                    key={id}
                    {...fields.of(`answer-${id}`)}
                    label={formText.conditionAnswer(organisationName)}
                    hint={`${strengthText[strength]}: ${statement}`}
                    multiline
                    rows={2}
                  />
                ))}
              </fieldset>
            )}
            <TextField {...fields.of("why")} label={formText.why} hint={formText.hints.why} required maxLength={500} />
            <Button>{isResubmission ? formText.resubmit : formText.saveVersion}</Button>
          </PageForm>
        )}
        {isLocked && <p>{pageText.lockedAfter}</p>}
      </Flow>
    </>
  );
}
