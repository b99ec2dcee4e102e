import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { asConsulted } from "#app/domain/proposals/consultation.ts";
import { allParagraphs, carryPassage, locate, type FieldTexts, type Passage } from "#app/domain/proposals/passages.ts";
import { isEnded, LIMITS, type TextField } from "#app/domain/proposals/proposal.ts";
import type { CommentRefusal } from "#app/domain/proposals/refusals.ts";
import { organisationOf } from "#app/domain/proposals/speaker.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { findAmendment, holdVersion } from "#db/queries/amendments.ts";
import { record } from "#db/queries/audit.ts";
import { insertComment } from "#db/queries/comments.ts";
import { findProposal, listVersionTexts } from "#db/queries/proposals.ts";

export interface NewComment {
  readonly number: string;
  readonly version: number;
  readonly statement: string;
  /** words that stand in that version; spaces and line ends do not count */
  readonly quote?: string | undefined;
  /** the paragraph that it is about; without a quote the whole of it */
  readonly paragraph?: { readonly field: TextField; readonly number: number } | undefined;
  /** volgnummer of the amendment that it is about */
  readonly amendment?: number | undefined;
}

/**
 * Somebody reacts to a version or an amendment, with or without a passage. Refuses a passage that does not stand in that version.
 * Where the text moved on since, the passage is placed in the current version at once.
 */
export function commentOnVersion(context: CommandContext, input: NewComment): Promise<Result<{ id: string }, CommentRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const proposal = await findProposal(trx, context.actor, input.number, dutchDay(context.now()));
    if (!proposal) return refuse("not-found");
    if (!may(context.actor, "comment.add", asConsulted(proposal, context.now()))) return refuse("not-allowed");
    if (isEnded(proposal.state)) return refuse("comment-closed");
    const texts = await listVersionTexts(trx, proposal.id, [input.version, proposal.currentVersion]);
    const [version, current] = [texts.get(input.version), texts.get(proposal.currentVersion)];
    const amendment = input.amendment === undefined ? null : await findAmendment(trx, proposal.id, input.amendment);
    if (!version || !current || (input.amendment !== undefined && amendment === null)) return refuse("not-found");
    if (input.statement.trim() === "" || input.statement.length > LIMITS.comment) return refuse("comment-invalid");
    const place = placeOf(input, version);
    if (place === "nowhere") return refuse("quote-not-found");
    if (place !== null && !(await holdVersion(trx, proposal.id, proposal.currentVersion))) return refuse("outdated");

    const id = context.newId();
    await insertComment(trx, {
      ...{ id, proposalId: proposal.id, version: version.number, quote: place?.quote ?? null, statement: input.statement, parentId: null, amendmentId: amendment?.id ?? null },
      ...{ place, now: place && (version.number === current.number ? place : carryPassage(place, version, current)), goneIn: current.number },
      ...{ authorId: personOf(context), organisationName: organisationOf(context.actor, proposal.bodyId), createdAt: context.now() },
    });
    await record(trx, context, {
      act: "comment.add",
      bodyId: proposal.bodyId,
      subject: { kind: "comment", id },
      payload: { number: proposal.number, version: version.number, hasQuote: place !== null, ...(amendment && { amendment: amendment.number }) },
    });
    return accept({ id });
  });
}

/** Where the comment hangs: at the quoted words, or at a whole paragraph; null when it is about the version as a whole. */
function placeOf({ quote = "", paragraph }: NewComment, version: FieldTexts): Passage | "nowhere" | null {
  if (quote.trim() !== "") return locate(quote, version, paragraph) ?? "nowhere";
  if (paragraph === undefined) return null;
  const chosen = allParagraphs(version).find(({ field, number }) => field === paragraph.field && number === paragraph.number);
  return chosen ? { field: chosen.field, start: chosen.start, quote: chosen.text } : "nowhere";
}
