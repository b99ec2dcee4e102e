import { json, redirect } from "@remix-run/node";
import type { SetRefusal } from "#app/domain/requirement-sets/requirement-set.ts";
import type { Result } from "#app/domain/shared/result.ts";
import type { Entered, FieldProblem } from "#app/platform/form.ts";
import { conflict, forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { setRefusalText } from "#app/text/requirement-sets.ts";

/** The answer to a form that was not accepted; one shape for every page of this room. */
export const formAnswer = (problems: Readonly<Record<string, FieldProblem | undefined>>, entered: Entered) => json({ problems, entered, refusal: null as string | null }, 422);

/** What a page answers when a rule refused: 404, 403, or 409 with the sentence and what was typed. */
export function refusalAnswer(refusal: SetRefusal, entered: Entered) {
  if (refusal === "not-found") notFound();
  if (refusal === "not-allowed") forbidden();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = {};
  return json({ problems, entered, refusal: setRefusalText[refusal] as string | null }, 409);
}

/** What a button answers: back to the page with a word about what happened, or a page that says which rule stood in the way. */
export async function backTo(address: string, done: string, result: Result<unknown, SetRefusal>) {
  if (!result.ok && result.refusal === "not-found") notFound();
  if (!result.ok && result.refusal === "not-allowed") forbidden();
  if (!result.ok) conflict(setRefusalText[result.refusal], address);
  return redirect(address, await withNotice(done));
}
