import { json, redirect, type TypedResponse } from "@remix-run/node";
import type { CommandContext } from "#app/commands/context.ts";
import { keepDraft } from "#app/commands/proposals/keep-draft.ts";
import { PROPOSAL_KINDS, TEXT_FIELDS, type ProposalKind } from "#app/domain/proposals/proposal.ts";
import { fillEmpty } from "#app/domain/proposals/template.ts";
import { typed, type Entered } from "#app/domain/shared/entered.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { toHtmlMany } from "#app/platform/markdown.ts";
import { withNotice } from "#app/platform/notice.ts";
import { versionBehind } from "#app/platform/typed-text.ts";
import { editorText } from "#app/text/editor.ts";
import { templates } from "#app/text/proposal-templates.ts";
import { proposalRefusalText } from "#app/text/proposals.ts";
import type { ShownMerge } from "#app/ui/proposals/merge-view.tsx";
import { findPrivateDraft } from "#db/queries/private-drafts.ts";

/** What the editor shows after a button: always everything that was typed. */
export interface EditorAnswer {
  readonly entered: Entered;
  readonly problems: Readonly<Record<string, FieldProblem | undefined>>;
  readonly refusal: string | null;
  readonly previews: Readonly<Record<string, string>> | null;
  readonly said: string | null;
  readonly merge: ShownMerge | null;
}

export const answerWith = (entered: Entered, parts: Partial<EditorAnswer> = {}): EditorAnswer => ({ entered, problems: {}, refusal: null, previews: null, said: null, merge: null, ...parts });

interface Editing {
  /** null while the proposal has no number */
  readonly number: string | null;
  readonly kind: ProposalKind | null;
  readonly entered: Entered;
}

/** What the buttons beside saving do, complete or not: show, keep, fill in. null when the text is to be saved. */
export async function sideStep(context: CommandContext, editing: Editing): Promise<TypedResponse<EditorAnswer> | Response | null> {
  const { entered } = editing;
  const step = typed(entered, "stap");
  if (step === "voorbeeld") return json(answerWith(entered, { previews: await previewsOf(entered), said: editorText.previewShown }));
  if (step === "sjabloon") return json(withTemplate(editing));
  return step === "concept" ? keep(context, editing) : null;
}

async function keep(context: CommandContext, { number, entered }: Editing) {
  const { stap: _step, ...fields } = entered;
  const kept = await keepDraft(context, { number, basedOn: versionBehind(fields), fields });
  const goOn = { concept: "verder" };
  if (kept.ok) return redirect(number === null ? href(paths.newProposal, goOn) : href(paths.proposalEdit, { number }, goOn), await withNotice("draft-kept"));
  if (kept.refusal === "not-found") notFound();
  if (kept.refusal === "not-allowed") forbidden();
  return json(answerWith(entered, { refusal: proposalRefusalText[kept.refusal] }), 409);
}

function withTemplate({ kind, entered }: Editing): EditorAnswer {
  const chosen = kind ?? PROPOSAL_KINDS.find((one) => one === typed(entered, "kind")) ?? "eis";
  const filled = fillEmpty((field) => typed(entered, field) ?? "", templates[chosen]);
  return answerWith({ ...entered, ...filled }, { said: editorText.templateFilled(TEXT_FIELDS.filter((field) => filled[field] !== undefined).length) });
}

async function previewsOf(entered: Entered): Promise<Record<string, string>> {
  const fields = ["statement", "rationale", "acceptance"] as const;
  const html = await toHtmlMany(fields.map((field) => typed(entered, field) ?? ""));
  return Object.fromEntries(fields.map((field, index) => [field, html[index] ?? ""]));
}

/** The private draft of this person, and whether they chose to go on with it. */
export async function draftFor({ db, actor }: CommandContext, request: Request, proposalId: string | null) {
  const draft = await findPrivateDraft(db, { personId: actor.id ?? "", proposalId });
  const isChosen = new URL(request.url).searchParams.get("concept") === "verder";
  return { draft, isOffered: draft !== null && !isChosen, filled: isChosen ? draft : null };
}

