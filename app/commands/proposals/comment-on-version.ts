import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { standsIn } from "#app/domain/proposals/discussion.ts";
import { isEnded, LIMITS } from "#app/domain/proposals/proposal.ts";
import type { CommentRefusal } from "#app/domain/proposals/refusals.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { insertComment } from "#db/queries/proposal-discussion.ts";
import { findProposal, findVersion, type Version } from "#db/queries/proposals.ts";

export interface NewComment {
  readonly number: string;
  readonly version: number;
  readonly statement: string;
  /** words that stand in that version, exactly */
  readonly quote?: string | undefined;
}

/** A member of a body reacts to a version, with or without a passage. Refuses a passage that does not stand in that version. */
export function commentOnVersion(context: CommandContext, input: NewComment): Promise<Result<{ id: string }, CommentRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const proposal = await findProposal(trx, context.actor, input.number, dutchDay(context.now()));
    if (!proposal) return refuse("not-found");
    if (!may(context.actor, "comment.add", proposal)) return refuse("not-allowed");
    if (isEnded(proposal.state)) return refuse("comment-closed");
    const version = await findVersion(trx, proposal.id, input.version);
    if (!version) return refuse("not-found");
    if (input.statement.trim() === "" || input.statement.length > LIMITS.comment) return refuse("comment-invalid");
    const quote = input.quote?.trim() ? input.quote.trim() : null;
    if (quote !== null && !standsIn(quote, wordsOf(version))) return refuse("quote-not-found");

    const [id, createdAt, authorId] = [context.newId(), context.now(), personOf(context)];
    const organisationName = organisationOf(context, proposal.bodyId);
    await insertComment(trx, { id, proposalId: proposal.id, version: version.number, quote, statement: input.statement, authorId, organisationName, createdAt });
    await record(trx, context, {
      act: "comment.add",
      bodyId: proposal.bodyId,
      subject: { kind: "comment", id },
      payload: { number: proposal.number, version: version.number, hasQuote: quote !== null },
    });
    return accept({ id });
  });
}

const wordsOf = ({ title, statement, rationale, acceptance, source }: Version): string => [title, statement, rationale, acceptance, source].join("\n");

/** A person speaks for the organisation of the seat in this body, otherwise for the own organisation. */
const organisationOf = ({ actor }: CommandContext, bodyId: string): string =>
  (actor.memberships.find((membership) => membership.bodyId === bodyId) ?? actor.memberships[0])?.organisationName ?? actor.organisation?.name ?? "";
