import { href, paths } from "#app/paths.ts";
import { conflict, forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { votingRefusalText, type VotingRefusal } from "#app/text/voting.ts";
import type { votingNoticeText } from "#app/text/voting-pages.ts";

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: VotingRefusal };

/**
 * How a button about a round ends: back to the round with a notice, or with a page that says which rule stood in the way.
 * What somebody may not see is a 404, what they may not do a 403.
 */
export async function answerFor(roundId: string, answer: Answer, done: keyof typeof votingNoticeText): Promise<{ address: string; headers: Awaited<ReturnType<typeof withNotice>> }> {
  refuseOutright(answer);
  if (!answer.ok) conflict(votingRefusalText[answer.refusal], href(paths.round, { id: roundId }));
  return { address: href(paths.round, { id: roundId }), headers: await withNotice(done) };
}

/** Throws for the two refusals that are statuses of their own. */
export function refuseOutright(answer: Answer): void {
  if (answer.ok) return;
  if (answer.refusal === "not-found") notFound();
  if (answer.refusal === "not-allowed") forbidden();
}

/** The same for a step of the preparation, which a round that was announced meanwhile has no page for any more. */
export function refuseStep(roundId: string, answer: Answer): void {
  refuseOutright(answer);
  if (!answer.ok && answer.refusal === "round-not-concept") conflict(votingRefusalText[answer.refusal], href(paths.round, { id: roundId }));
}
