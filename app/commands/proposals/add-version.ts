import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { isTextOpen, LIMITS, textProblems } from "#app/domain/proposals/proposal.ts";
import type { VersionRefusal } from "#app/domain/proposals/refusals.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { carryToVersion } from "#db/queries/carrying.ts";
import { deletePrivateDraft } from "#db/queries/private-drafts.ts";
import { answerConditionRow, findCondition } from "#db/queries/proposal-discussion.ts";
import { advanceVersion, findTargets, insertVersion, replaceTargets, type VersionText } from "#db/queries/proposal-writes.ts";
import { findProposal, findVersion, type Proposal } from "#db/queries/proposals.ts";
import { versionHash } from "#db/queries/version-hash.ts";

export interface NextVersion extends VersionText {
  /** number of the proposal */
  readonly number: string;
  /** the version that the author had in front of them */
  readonly basedOn: number;
  readonly why: string;
  /** the text came from the editor: what its writer kept privately is done with */
  readonly endsDraft?: boolean;
  /** answers to open conditions of earlier versions */
  readonly answers?: readonly { readonly conditionId: string; readonly answer: string }[];
}

/**
 * Adds version n+1; versions are never changed. Refuses `outdated` when somebody saved a version meanwhile (nothing is lost:
 * the page shows both texts), and `text-locked` outside concept and bespreking. Answers go with the version.
 */
export function addVersion(context: CommandContext, input: NextVersion): Promise<Result<{ version: number }, VersionRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const proposal = await findProposal(trx, context.actor, input.number, dutchDay(context.now()));
    if (!proposal) return refuse("not-found");
    if (!may(context.actor, "proposal.edit", proposal)) return refuse("not-allowed");
    if (!isTextOpen(proposal.state)) return refuse("text-locked");
    return saveVersion(trx, context, proposal, input);
  });
}

/** Writes the next version of a proposal whose text the caller found open to this actor. Shared with `resubmit-proposal`. */
export async function saveVersion(trx: Trx, context: CommandContext, proposal: Proposal, input: NextVersion): Promise<Result<{ version: number }, VersionRefusal>> {
  const text: VersionText = { ...input, weight: proposal.kind === "wens" ? input.weight : null };
  if (Object.keys(textProblems(proposal.kind, text)).length > 0 || input.why.length > LIMITS.reason) return refuse("text-invalid");
  if (input.why.trim() === "") return refuse("why-missing");
  if (input.basedOn !== proposal.currentVersion) return refuse("outdated");
  const answers = (input.answers ?? []).filter(({ answer }) => answer.trim() !== "");
  const textHash = versionHash(text);
  const current = await findVersion(trx, proposal.id, proposal.currentVersion);
  if (current?.textHash === textHash && answers.length === 0) return refuse("text-unchanged");
  const targets = await findTargets(trx, text);
  if (!targets) return refuse("target-unknown");
  for (const { conditionId } of answers) if (!(await findCondition(trx, proposal.id, conditionId, context.now()))) return refuse("condition-unknown");

  const [version, at, authorId] = [proposal.currentVersion + 1, context.now(), personOf(context)];
  if (!(await advanceVersion(trx, { proposalId: proposal.id, basedOn: input.basedOn, title: text.title, at }))) return refuse("outdated");
  await insertVersion(trx, { ...text, id: context.newId(), proposalId: proposal.id, number: version, why: input.why, authorId, at, textHash });
  await replaceTargets(trx, proposal.id, targets);
  if (current) await carryToVersion(trx, proposal.id, version, current, text);
  for (const { conditionId, answer } of answers) await answerConditionRow(trx, { conditionId, answer, answeredIn: version, answeredBy: authorId, answeredAt: at });
  if (input.endsDraft) await deletePrivateDraft(trx, { personId: authorId, proposalId: proposal.id });
  await record(trx, context, {
    act: "proposal.edit",
    bodyId: proposal.bodyId,
    subject: { kind: "proposal", id: proposal.id },
    payload: { number: proposal.number, version, why: input.why, textHash, answered: answers.map(({ conditionId }) => conditionId) },
  });
  return accept({ version });
}
