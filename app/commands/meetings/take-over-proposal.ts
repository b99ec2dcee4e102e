import type { CommandContext } from "#app/commands/context.ts";
import { proposeAgenda, type ProposedItem } from "#app/domain/meetings/agenda-proposal.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import type { Db } from "#db/client.ts";
import { listOpenMatters } from "#db/queries/agenda-subjects.ts";
import { listWholeAgenda } from "#db/queries/agenda-items.ts";
import type { Meeting } from "#db/queries/meetings.ts";
import { addAgendaItem, type AgendaSubject } from "./add-agenda-item.ts";
import { onMeeting, type MeetingRefusal } from "./on-meeting.ts";

/** Enough for one meeting; what is left is proposed again for the next. */
const MOST = 15;
const SUBJECT = { "minutes": "minutes", "actions": null, "round-closed": "round", "round-treatment": "round", "round-running": "round", "amendments": "proposal", "proposal": "proposal", "advice": "proposal" } as const;

/** What is open for the body of this meeting and not on its agenda yet. */
export async function proposalFor(db: Db, { actor }: Pick<CommandContext, "actor">, meeting: Pick<Meeting, "id" | "bodyId">): Promise<readonly ProposedItem[]> {
  const items = await listWholeAgenda(db, meeting.id);
  const taken = new Set(items.flatMap((item) => [item.round_id, item.proposal_id, item.minutes_of, item.lists_actions === 1 ? meeting.bodyId : null]).filter((id) => id !== null));
  const advises = actor.memberships.some(({ bodyId, bodySlug }) => bodyId === meeting.bodyId && bodySlug === "adviesraad");
  return proposeAgenda(await listOpenMatters(db, actor, meeting.bodyId, { advises, limit: MOST }), new Set([...taken, meeting.id]));
}

/**
 * Puts what is open on the agenda: one subject, or all at once. `titled` gives an item its title. Refusals: those of a meeting and
 * nothing-open (nothing that is open bears this id).
 */
export const takeOverProposal = (context: CommandContext, { meetingId, only, titled }: { meetingId: string; only?: string | undefined; titled: (item: ProposedItem) => string }): Promise<Result<{ added: number }, MeetingRefusal | "nothing-open">> =>
  onMeeting(context, { meetingId, act: "agenda.change", step: "change-agenda" }, async (trx, meeting) => {
    const proposed = (await proposalFor(trx, context, meeting)).filter(({ id }) => only === undefined || id === only);
    if (proposed.length === 0) return refuse("nothing-open");
    for (const item of proposed) {
      const kind = SUBJECT[item.kind];
      const subject: AgendaSubject | null = kind === null ? null : { kind, id: item.id };
      const added = await addAgendaItem({ ...context, db: trx }, { meetingId, title: titled(item), kind: item.itemKind, isClosed: false, notes: "", plannedMinutes: item.minutes, listsActions: item.kind === "actions", subject });
      // What is proposed can be added: all of it or nothing.
      if (!added.ok) throw new Error(`a proposed item was refused: ${added.refusal}`);
    }
    return accept({ added: proposed.length });
  });
