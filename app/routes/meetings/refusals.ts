import { json, redirect } from "@remix-run/node";
import type { Entered, FieldProblem } from "#app/platform/form.ts";
import { conflict, forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { noticeFor } from "#app/text/notices.ts";

type Problems = Readonly<Record<string, FieldProblem | undefined>>;

/** The answer to a form that was not accepted; one shape for every page of this room. */
export const formAnswer = (problems: Problems, entered: Entered) => json({ problems, entered, refusal: null as string | null }, 422);

/** What a page answers when a rule refused: 404, 403, or 409 with the sentence and the typed text. */
export function refusalAnswer<Code extends string>(refusal: Code, words: Readonly<Partial<Record<Code, string>>>, entered: Entered) {
  if (refusal === "not-found") notFound();
  if (refusal === "not-allowed") forbidden();
  const problems: Problems = {};
  return json({ problems, entered, refusal: (words[refusal] ?? null) as string | null }, 409);
}

/** What a button answers: back to the page with a word about what happened, or a page that says which rule stood in the way. */
export async function backTo(address: string, done: string, result: { readonly ok: boolean; readonly refusal?: string }) {
  if (!result.ok && result.refusal === "not-found") notFound();
  if (!result.ok && result.refusal === "not-allowed") forbidden();
  if (!result.ok) conflict(noticeFor(result.refusal ?? null) ?? "", address);
  return redirect(address, await withNotice(done));
}
