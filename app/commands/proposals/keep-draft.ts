import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { canMove } from "#app/domain/proposals/lifecycle.ts";
import { isTextOpen } from "#app/domain/proposals/proposal.ts";
import type { KeepDraftRefusal } from "#app/domain/proposals/refusals.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { Entered } from "#app/domain/shared/entered.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { putPrivateDraft } from "#db/queries/private-drafts.ts";
import { findProposal, findVersionAuthor } from "#db/queries/proposals.ts";

export interface TypedText {
  /** number of the proposal; null while it has none */
  readonly number: string | null;
  readonly basedOn: number | null;
  readonly fields: Entered;
}

const LONGEST = 200_000;

/**
 * Keeps what somebody is typing, for that person alone, in the place of what was kept before. It changes nothing of the
 * proposal, so it is not logged and not searched. Refuses who may not write here, and a text from before the version that
 * this same person saved since: that comes from a forgotten window.
 */
export function keepDraft(context: CommandContext, { number, basedOn, fields }: TypedText): Promise<Result<{ savedAt: Instant }, KeepDraftRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const [personId, savedAt] = [personOf(context), context.now()];
    if (JSON.stringify(fields).length > LONGEST) return refuse("draft-too-long");
    const place = number === null ? placeOfNew(context) : await placeOf(trx, context, number, basedOn ?? 0);
    if (!place.ok) return place;
    await putPrivateDraft(trx, { personId, proposalId: place.value }, { fields, basedOn, savedAt });
    return accept({ savedAt });
  });
}

function placeOfNew({ actor }: CommandContext): Result<null, KeepDraftRefusal> {
  return actor.memberships.some(({ bodyId }) => may(actor, "proposal.draft", { bodyId })) ? accept(null) : refuse("not-allowed");
}

async function placeOf(trx: Trx, context: CommandContext, number: string, basedOn: number): Promise<Result<string, KeepDraftRefusal>> {
  const proposal = await findProposal(trx, context.actor, number, dutchDay(context.now()));
  if (!proposal) return refuse("not-found");
  const isTheirs = isTextOpen(proposal.state) && may(context.actor, "proposal.edit", proposal);
  if (!isTheirs && !canMove(proposal, "resubmit", context.actor)) return refuse("not-allowed");
  const isOld = basedOn < proposal.currentVersion && (await findVersionAuthor(trx, proposal.id, proposal.currentVersion)) === context.actor.id;
  return isOld ? refuse("already-saved") : accept(proposal.id);
}
