import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { amendmentProblem, carryChange, changesBetween, collides, type Change } from "#app/domain/proposals/amendment.ts";
import { asConsulted } from "#app/domain/proposals/consultation.ts";
import { openChanges, type LiveChange } from "#app/domain/proposals/open-changes.ts";
import type { FieldTexts } from "#app/domain/proposals/passages.ts";
import { isTextOpen, LIMITS } from "#app/domain/proposals/proposal.ts";
import type { AmendmentRefusal } from "#app/domain/proposals/refusals.ts";
import { organisationOf } from "#app/domain/proposals/speaker.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { findAmendment, holdVersion, insertAmendment, listAmendments, nextAmendmentNumber } from "#db/queries/amendments.ts";
import { record } from "#db/queries/audit.ts";
import { insertFollow } from "#db/queries/following.ts";
import { findProposal, listVersionTexts } from "#db/queries/proposals.ts";

export interface EditedText {
  /** number of the proposal */
  readonly number: string;
  /** the version whose text was edited */
  readonly basedOn: number;
  /** volgnummer of the amendment that this one amends */
  readonly parent: number | null;
  /** the whole text as the maker would have it */
  readonly text: FieldTexts;
  readonly reason: string;
}

/**
 * Keeps what somebody made of the text as concrete changes against the version they had in front of them, and places them on the
 * current one. A collision with another amendment is no reason to refuse. The maker follows the proposal from now on.
 */
export function submitAmendment(context: CommandContext, input: EditedText): Promise<Result<{ amendment: number; collidesWith: readonly string[] }, AmendmentRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const { actor } = context;
    const proposal = await findProposal(trx, actor, input.number, dutchDay(context.now()));
    if (!proposal) return refuse("not-found");
    if (!may(actor, "amendment.submit", asConsulted(proposal, context.now()))) return refuse("not-allowed");
    if (!isTextOpen(proposal.state)) return refuse("amendment-closed");
    if (input.reason.trim() === "" || input.reason.length > LIMITS.comment) return refuse("reason-missing");
    const texts = await listVersionTexts(trx, proposal.id, [input.basedOn, proposal.currentVersion]);
    const [base, current] = [texts.get(input.basedOn), texts.get(proposal.currentVersion)];
    const parent = input.parent === null ? null : await findAmendment(trx, proposal.id, input.parent);
    if (!base || !current || (input.parent !== null && parent === null)) return refuse("not-found");
    const changes = changesBetween(base, input.text);
    const problem = amendmentProblem(input.text, changes);
    if (problem !== null) return refuse(`amendment-${problem}`);
    if (!(await holdVersion(trx, proposal.id, proposal.currentVersion))) return refuse("outdated");

    const [id, at, authorId] = [context.newId(), context.now(), personOf(context)];
    const number = await nextAmendmentNumber(trx, proposal.id);
    const place = (change: Change) => {
      const nowStart = carryChange(change, base, current)?.start ?? null;
      return { ...change, id: context.newId(), nowStart, goneIn: nowStart === null ? proposal.currentVersion : null };
    };
    const amendment = { id, proposalId: proposal.id, number, baseVersion: input.basedOn, parentId: parent?.id ?? null, reason: input.reason, authorId, at };
    const placed = changes.map(place);
    const collidesWith = collidingWith(placed, openChanges(await listAmendments(trx, proposal.id)));
    await insertAmendment(trx, { ...amendment, organisationName: organisationOf(actor, proposal.bodyId) }, placed);
    await insertFollow(trx, { id: context.newId(), personId: authorId, kind: "proposal", subjectId: proposal.id, at });
    await record(trx, context, {
      act: "amendment.submit",
      bodyId: proposal.bodyId,
      subject: { kind: "amendment", id },
      payload: { number: proposal.number, amendment: number, version: input.basedOn, changes: changes.length, parent: input.parent, collidesWith },
    });
    return accept({ amendment: number, collidesWith });
  });
}

/** The open changes of others about the same passages, by their label: "2.1". */
const collidingWith = (placed: readonly (Change & { nowStart: number | null })[], others: readonly LiveChange[]): string[] =>
  others
    .filter((other) => other.isAnchored && placed.some((mine) => mine.nowStart !== null && collides({ ...mine, start: mine.nowStart }, other)))
    .map(({ amendment, position }) => `${amendment}.${position}`);
