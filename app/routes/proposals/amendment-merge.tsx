import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { mergeAmendments } from "#app/commands/proposals/merge-amendments.ts";
import { may } from "#app/domain/access/policy.ts";
import { diffFields } from "#app/domain/proposals/diff.ts";
import { mergeChanges, passageGroups, type Ruling } from "#app/domain/proposals/amendment-merge.ts";
import { openChanges } from "#app/domain/proposals/open-changes.ts";
import { isTextOpen } from "#app/domain/proposals/proposal.ts";
import type { MergeRefusal } from "#app/domain/proposals/refusals.ts";
import { typed } from "#app/domain/shared/entered.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { mergeForm, rulingAnswerField, rulingsIn } from "#app/platform/schemas/amendments.ts";
import { amendmentText } from "#app/text/amendments.ts";
import { pageTitle } from "#app/text/format.ts";
import { proposalRefusalText } from "#app/text/proposals.ts";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { crumbsOf } from "#app/ui/proposals/crumbs.ts";
import { MergeForm } from "#app/ui/proposals/merge-form.tsx";
import { listAmendments } from "#db/queries/amendments.ts";
import type { Proposal } from "#db/queries/proposals.ts";
import { proposalAt, textsOf } from "./find-proposal.ts";
import { shownChanges } from "./shown-discussion.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? amendmentText.mergeTitle(data.number, data.current + 1) : "404") }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const proposal = await findMergeable(context, args.params.number);
  const amendments = await listAmendments(context.db, proposal.id);
  const { current, texts } = await textsOf(context, proposal, amendments.map(({ baseVersion }) => baseVersion));
  const open = openChanges(amendments);
  const shown = new Map(
    amendments.flatMap((amendment) => {
      const { createdAt: at, reason } = amendment;
      const by = amendmentText.from(amendment.authorName, amendment.organisationName);
      return shownChanges(amendment, texts, current, open).map((change, index) => [change.id, { ...change, by, at, reason, added: amendment.changes[index]?.added ?? "" }] as const);
    }),
  );
  const shownOf = (changes: readonly { id: string }[]) => changes.flatMap(({ id }) => shown.get(id) ?? []);
  return {
    number: proposal.number,
    name: proposal.title,
    current: proposal.currentVersion,
    isLocked: !isTextOpen(proposal.state),
    groups: passageGroups(open.filter(({ isAnchored }) => isAnchored)).map(shownOf),
    gone: shownOf(open.filter(({ isAnchored }) => !isAnchored)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const proposal = await findMergeable(context, args.params.number);
  const open = openChanges(await listAmendments(context.db, proposal.id));
  const ids = open.map(({ id }) => id);
  const form = await readForm(args.request, mergeForm(ids));
  const rulings = rulingsIn(ids, (field) => typed(form.entered, field) ?? "");
  const answered = { entered: form.entered, basedOn: Number(typed(form.entered, "basedOn")) || proposal.currentVersion, preview: null, theirs: null };
  if (!form.ok) return json({ ...answered, problems: form.problems as Problems, refusal: null }, 422);
  const { basedOn, why, doel } = form.values;
  const problems = problemsIn(rulings);
  if (Object.keys(problems).length > 0) return json({ ...answered, problems, refusal: null }, 422);

  if (doel === "voorbeeld" && basedOn === proposal.currentVersion) {
    const { current } = await textsOf(context, proposal, []);
    const merged = mergeChanges(current, open, rulings);
    if (!merged.ok) return json({ ...answered, problems: {}, refusal: proposalRefusalText[merged.refusal] }, statusOf(merged.refusal));
    return json({ ...answered, problems: {}, refusal: null, preview: { changes: diffFields(current, merged.value.text), open: open.length - rulings.length } });
  }
  const merged = await mergeAmendments(context, { number: proposal.number, basedOn, why, rulings });
  if (merged.ok) return redirect(href(paths.dispositionNote, { number: proposal.number }), await withNotice(merged.value.isNew ? "amendments-merged" : "amendments-answered"));
  if (merged.refusal === "not-found") notFound();
  if (merged.refusal === "not-allowed") forbidden();
  if (merged.refusal === "why-missing") return json({ ...answered, problems: { why: "required" } satisfies Problems, refusal: null }, 422);
  const theirs = merged.refusal === "outdated" ? await savedMeanwhile(context, proposal, basedOn) : null;
  return json({ ...answered, basedOn: proposal.currentVersion, theirs, problems: {}, refusal: proposalRefusalText[merged.refusal] }, statusOf(merged.refusal));
}

type Problems = Readonly<Record<string, FieldProblem | undefined>>;

/** What is refused or taken up in part needs an answer; said beside the field. */
const problemsIn = (rulings: readonly Ruling[]): Problems =>
  Object.fromEntries(rulings.filter(({ choice, answer }) => choice !== "adopted" && answer === "").map(({ changeId }) => [rulingAnswerField(changeId), "required" as const]));

const statusOf = (refusal: MergeRefusal): number => (refusal === "nothing-ruled" || refusal === "answer-too-long" || refusal === "text-invalid" ? 422 : 409);

/** The proposal when this person may deal with its amendments; 404 when hidden, 403 when that is not theirs to do. */
async function findMergeable(context: CommandContext, number: string | undefined): Promise<Proposal> {
  const proposal = await proposalAt(context, number);
  return may(context.actor, "amendment.merge", proposal) ? proposal : forbidden();
}

/** What somebody else saved since the penvoerder opened the form. */
async function savedMeanwhile(context: CommandContext, proposal: Proposal, basedOn: number) {
  const { current, texts } = await textsOf(context, proposal, [basedOn]);
  const before = texts.get(basedOn);
  return before ? { version: proposal.currentVersion, changes: diffFields(before, current), why: current.why } : null;
}

export default function AmendmentMergePage() {
  const { number, name, current, isLocked, groups, gone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  return (
    <>
      <PageHead
        crumbs={crumbsOf(number, { href: href(paths.amendments, { number }), label: amendmentText.title })}
        kicker={`${number} · ${name}`}
        title={amendmentText.mergeTitle(number, current + 1)}
        lead={amendmentText.mergeLead}
      />
      <Flow>{isLocked ? <p>{proposalRefusalText["text-locked"]}</p> : <MergeForm current={current} groups={groups} gone={gone} answer={answer} />}</Flow>
    </>
  );
}
