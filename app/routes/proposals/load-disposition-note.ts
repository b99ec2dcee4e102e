import type { CommandContext } from "#app/commands/context.ts";
import { conditionState } from "#app/domain/proposals/discussion.ts";
import { chaptersOfNote } from "#app/domain/proposals/disposition-note.ts";
import { openChanges } from "#app/domain/proposals/open-changes.ts";
import { amendmentText } from "#app/text/amendments.ts";
import { pageText } from "#app/text/proposals.ts";
import { listAmendments } from "#db/queries/amendments.ts";
import { listComments } from "#db/queries/comments.ts";
import { listConditions } from "#db/queries/proposal-discussion.ts";
import { proposalAt, textsOf } from "./find-proposal.ts";
import { shownChanges } from "./shown-discussion.ts";

/** The reactienota of a proposal, as far as this actor may see it: conditions follow the rules of the round that they come from. */
export async function loadDispositionNote(context: CommandContext, number: string | undefined) {
  const proposal = await proposalAt(context, number);
  const amendments = await listAmendments(context.db, proposal.id);
  const comments = await listComments(context.db, proposal.id);
  const conditions = await listConditions(context.db, context.actor, proposal.id, context.now());
  const { current, texts } = await textsOf(context, proposal, amendments.map(({ baseVersion }) => baseVersion));
  const open = openChanges(amendments);
  const changes = amendments.flatMap((amendment) =>
    shownChanges(amendment, texts, current, open).map((change, index) => ({
      ...{ label: change.label, place: change.place, parts: change.parts, disposition: change.disposition, wording: change.wording, answer: change.answer },
      ...{ at: amendment.createdAt, reason: amendment.reason, removed: amendment.changes[index]?.removed ?? "", added: amendment.changes[index]?.added ?? "" },
      by: amendmentText.from(amendment.authorName, amendment.organisationName),
      isWithdrawn: amendment.state === "withdrawn" && change.disposition === null,
      on: amendment.changes[index]?.handledOn ?? (amendment.state === "withdrawn" ? amendment.baseVersion : proposal.currentVersion),
    })),
  );
  const chapters = chaptersOfNote(proposal.currentVersion, {
    changes,
    comments: comments
      .filter(({ parentId }) => parentId === null)
      .map(({ id, authorName, organisationName, createdAt, quote, statement, amendment, disposition, answer, version }) => ({
        ...{ id, quote, statement, amendment, disposition, answer, on: version, at: createdAt, by: pageText.onBehalfOf(authorName, organisationName) },
        replies: comments.filter(({ parentId }) => parentId === id).map((reply) => ({ by: pageText.onBehalfOf(reply.authorName, reply.organisationName), statement: reply.statement })),
      })),
    conditions: conditions.map((condition) => ({
      ...{ id: condition.id, by: condition.organisationName, strength: condition.strength, quote: condition.quote, statement: condition.statement },
      ...{ answer: condition.answer, state: conditionState(condition), on: condition.version },
    })),
  });
  return { number: proposal.number, title: proposal.title, chapters };
}
