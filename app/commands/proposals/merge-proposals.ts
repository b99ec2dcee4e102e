import { personOf, type CommandContext } from "#app/commands/context.ts";
import { isNothing, MERGED_LISTS, mergeMove, missingFrom, type MergedLists, type MergeRefusal } from "#app/domain/proposals/merging.ts";
import { isTextOpen, LIMITS } from "#app/domain/proposals/proposal.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { moveFollows } from "#db/queries/following.ts";
import { moveLinks, saveLink } from "#db/queries/proposal-links.ts";
import { saveSuccessor } from "#db/queries/proposal-writes.ts";
import { findProposal, findVersion, type Proposal, type Version } from "#db/queries/proposals.ts";
import { saveVersion } from "./add-version.ts";
import { moveProposal } from "./move-proposal.ts";
import { takeStep } from "./take-step.ts";

interface Merge {
  /** the duplicate, that ends */
  readonly number: string;
  /** the one that stays */
  readonly other: string;
  readonly reason: string;
  readonly askedBy?: string | undefined;
  /** the one who merges saw what cannot go along, because the text of the other is locked */
  readonly mayLeaveBehind?: boolean;
  /** the sentence of the new version of the one that stays */
  readonly why: (number: string) => string;
  /** the sentence with which the duplicate ends */
  readonly note: (other: string, reason: string) => string;
}

/**
 * Lets a duplicate go up in another proposal of its body. The duplicate ends as the lifecycle allows and stays readable; its
 * links and followers move, and its needs, components and controls too, in a new version where the text of the other is open.
 * Where it is locked they cannot: that is refused with what would stay behind, until somebody says that this is meant.
 */
export function mergeProposals(context: CommandContext, input: Merge): Promise<Result<{ number: string }, MergeRefusal> & { readonly left?: MergedLists }> {
  return inTransaction(context.db, async (trx): Promise<Result<{ number: string }, MergeRefusal> & { readonly left?: MergedLists }> => {
    const today = dutchDay(context.now());
    const duplicate = await findProposal(trx, context.actor, input.number, today);
    if (!duplicate) return refuse("not-found");
    const other = await findProposal(trx, context.actor, input.other.trim().toUpperCase(), today);
    if (!other) return refuse("other-unknown");
    if (input.reason.length > LIMITS.reason) return refuse("reason-missing");
    const merged = mergeMove(duplicate, other, context.actor, input);
    if (!merged.ok) return merged;
    const [mine, theirs] = [await findVersion(trx, other.id, other.currentVersion), await findVersion(trx, duplicate.id, duplicate.currentVersion)];
    if (!mine || !theirs) return refuse("not-found");
    const missing = missingFrom(mine, theirs);
    const left = isTextOpen(other.state) || isNothing(missing) ? null : missing;
    if (left !== null && input.mayLeaveBehind !== true) return { ...refuse("would-leave-behind"), left };

    const note = input.note(other.number, input.reason).slice(0, LIMITS.reason);
    await end(trx, context, duplicate, merged.value, note);
    await saveSuccessor(trx, duplicate.id, other.id);
    const moved = { links: await moveLinks(trx, duplicate.id, other.id), followers: await moveFollows(trx, "proposal", duplicate.id, other.id) };
    await saveLink(trx, { id: context.newId(), fromId: other.id, toId: duplicate.id, kind: "replaces", reviewedVersion: duplicate.currentVersion, createdAt: context.now() });
    const version = await takeOver(trx, context, other, mine, missing, input.why(duplicate.number));
    await record(trx, context, {
      act: "proposal.merge",
      bodyId: other.bodyId,
      subject: { kind: "proposal", id: other.id },
      payload: { number: other.number, duplicate: duplicate.number, to: merged.value.to, reason: input.reason, ...moved, version, left: left ?? undefined, by: personOf(context) },
    });
    return accept({ number: other.number });
  });
}

/** The duplicate ends by the same road as always, with its own step and record. */
async function end(trx: Trx, context: CommandContext, duplicate: Proposal, { move, to }: { move: "withdraw" | "withdraw-for-author" | "supersede"; to: Proposal["state"] }, note: string): Promise<void> {
  const isEnded = move === "supersede" ? (await moveProposal(trx, context, { proposalId: duplicate.id, move, reason: note })).ok : await takeStep(trx, context, duplicate, { move, to, note });
  if (!isEnded) throw new Error("the proposal moved under its own lock");
}

/** A new version of the one that stays, with what only the duplicate names; the number of the version, or null when its text may not change. */
async function takeOver(trx: Trx, context: CommandContext, other: Proposal, mine: Version, missing: MergedLists, why: string): Promise<number | null> {
  if (isNothing(missing) || !isTextOpen(other.state)) return null;
  const { title, statement, rationale, acceptance, source, moscow, weight } = mine;
  const lists = Object.fromEntries(MERGED_LISTS.map((list) => [list, [...mine[list], ...missing[list]]])) as Record<keyof MergedLists, string[]>;
  const saved = await saveVersion(trx, context, other, { title, statement, rationale, acceptance, source, moscow, weight, ...lists, number: other.number, basedOn: other.currentVersion, why });
  if (!saved.ok) throw new Error(`the merge could not be written: ${saved.refusal}`);
  return saved.value.version;
}
