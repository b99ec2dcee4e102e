import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { kindsFor } from "#app/domain/proposals/drafting.ts";
import { proposalNumber } from "#app/domain/proposals/number.ts";
import { textProblems, type ProposalKind } from "#app/domain/proposals/proposal.ts";
import type { DraftRefusal } from "#app/domain/proposals/refusals.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { nextNumber } from "#db/queries/counters.ts";
import { deletePrivateDraft } from "#db/queries/private-drafts.ts";
import { findDraftingBody } from "#db/queries/proposal-lists.ts";
import { findTargets, insertProposal, insertVersion, replaceTargets, type VersionText } from "#db/queries/proposal-writes.ts";
import { insertStep } from "#db/queries/proposals.ts";
import { versionHash } from "#db/queries/version-hash.ts";

export interface Draft extends VersionText {
  /** slug of the body that drafts */
  readonly body: string;
  readonly kind: ProposalKind;
  /** the text came from the editor: what its writer kept privately is done with */
  readonly endsDraft?: boolean;
  /** left out: the default label of the body */
  readonly tlp?: Tlp | undefined;
}

/**
 * Makes a draft with its first version and a number that is never used again. Only members of the body see it until it is
 * put under discussion. Refuses who does not draft for the body, and a kind that the body does not make.
 */
export function draftProposal(context: CommandContext, input: Draft): Promise<Result<{ id: string; number: string }, DraftRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const body = await findDraftingBody(trx, input.body);
    if (!body) return refuse("not-found");
    if (!may(context.actor, "proposal.draft", { bodyId: body.id })) return refuse("not-allowed");
    if (!kindsFor(body.kind).includes(input.kind)) return refuse("wrong-kind");
    const text: VersionText = { ...input, weight: input.kind === "wens" ? input.weight : null };
    if (Object.keys(textProblems(input.kind, text)).length > 0) return refuse("text-invalid");
    const targets = await findTargets(trx, text);
    if (!targets) return refuse("target-unknown");

    const [id, at, authorId, tlp] = [context.newId(), context.now(), personOf(context), input.tlp ?? body.defaultTlp];
    const number = proposalNumber(body.prefix, await nextNumber(trx, `proposal:${body.prefix}`));
    await insertProposal(trx, { id, number, bodyId: body.id, kind: input.kind, tlp, title: text.title, authorId, at });
    const textHash = versionHash(text);
    await insertVersion(trx, { ...text, id: context.newId(), proposalId: id, number: 1, why: "", authorId, at, textHash });
    await replaceTargets(trx, id, targets);
    await insertStep(trx, { id: context.newId(), proposalId: id, at, act: "proposal.draft", from: null, to: "draft", version: 1, actorId: authorId });
    if (input.endsDraft) await deletePrivateDraft(trx, { personId: authorId, proposalId: null });
    await record(trx, context, {
      act: "proposal.draft",
      bodyId: body.id,
      subject: { kind: "proposal", id },
      payload: { number, kind: input.kind, tlp, version: 1, textHash },
    });
    return accept({ id, number });
  });
}
