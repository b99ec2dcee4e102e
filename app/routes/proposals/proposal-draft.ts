import { json, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { keepDraft } from "#app/commands/proposals/keep-draft.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { readTypedText, versionBehind } from "#app/platform/typed-text.ts";
import { editorText } from "#app/text/editor.ts";
import { proposalRefusalText } from "#app/text/proposals.ts";
import { draftedNumber } from "./drafted-number.ts";

/** Where the script of the editor keeps what somebody is typing, every few seconds. Source: docs/decisions, private drafts. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const fields = await readTypedText(args.request);
  const kept = await keepDraft(context, { number: draftedNumber(args.params), basedOn: versionBehind(fields), fields });
  if (kept.ok) return json({ at: editorText.savedAt(kept.value.savedAt), sentence: null });
  if (kept.refusal === "not-found") notFound();
  if (kept.refusal === "not-allowed") forbidden();
  return json({ at: null, sentence: proposalRefusalText[kept.refusal] }, 409);
}
