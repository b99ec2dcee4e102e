import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { dispositionOf, mergeChanges, type Ruling } from "#app/domain/proposals/amendment-merge.ts";
import { openChanges } from "#app/domain/proposals/open-changes.ts";
import { isTextOpen, TEXT_FIELDS } from "#app/domain/proposals/proposal.ts";
import type { MergeRefusal } from "#app/domain/proposals/refusals.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { closeAmendments, handleChangeRow, holdVersion, listAmendments } from "#db/queries/amendments.ts";
import { record } from "#db/queries/audit.ts";
import { findProposal, findVersion } from "#db/queries/proposals.ts";
import { saveVersion } from "./add-version.ts";

export interface Merge {
  readonly number: string;
  /** the version that the penvoerder had in front of them */
  readonly basedOn: number;
  readonly why: string;
  readonly rulings: readonly Ruling[];
}

/**
 * Makes the next version from the changes that are taken over and keeps the disposition and answer of each, in one transaction. When
 * nothing is taken over there is no new version, only the answers. Refuses `outdated` when somebody saved a version meanwhile.
 */
export function mergeAmendments(context: CommandContext, input: Merge): Promise<Result<{ version: number; isNew: boolean }, MergeRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const proposal = await findProposal(trx, context.actor, input.number, dutchDay(context.now()));
    if (!proposal) return refuse("not-found");
    if (!may(context.actor, "amendment.merge", proposal)) return refuse("not-allowed");
    if (!isTextOpen(proposal.state)) return refuse("text-locked");
    const isCurrent = input.basedOn === proposal.currentVersion && (await holdVersion(trx, proposal.id, input.basedOn));
    const current = isCurrent ? await findVersion(trx, proposal.id, input.basedOn) : null;
    if (!current) return refuse("outdated");
    const merged = mergeChanges(current, openChanges(await listAmendments(trx, proposal.id)), input.rulings);
    if (!merged.ok) return merged;

    const isNew = TEXT_FIELDS.some((field) => merged.value.text[field] !== current[field]);
    const saved = isNew ? await saveVersion(trx, context, proposal, { ...merged.value.text, number: proposal.number, basedOn: input.basedOn, why: input.why }) : accept({ version: input.basedOn });
    if (!saved.ok) return saved;
    const { version } = saved.value;
    for (const { changeId, choice, wording, answer } of input.rulings) {
      const words = choice === "partly" ? wording : null;
      await handleChangeRow(trx, { id: changeId, disposition: dispositionOf(choice), wording: words, answer, handledOn: input.basedOn, handledIn: version });
    }
    await closeAmendments(trx, proposal.id, personOf(context), context.now());
    await record(trx, context, {
      act: "amendment.merge",
      bodyId: proposal.bodyId,
      subject: { kind: "proposal", id: proposal.id },
      payload: { number: proposal.number, basedOn: input.basedOn, version, rulings: input.rulings.map(({ changeId, choice }) => `${changeId}:${choice}`) },
    });
    return accept({ version, isNew });
  });
}
