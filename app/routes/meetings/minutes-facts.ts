import type { CommandContext } from "#app/commands/context.ts";
import { href, paths } from "#app/paths.ts";
import { anchorText } from "#app/text/audit.ts";
import { decisionText } from "#app/text/decisions.ts";
import { draftOfItem, draftOfPresence, type RoundFacts } from "#app/text/minutes-draft.ts";
import { outcomeText, roundName, verdictText } from "#app/text/voting.ts";
import type { Db } from "#db/client.ts";
import { listActionsOfMeeting } from "#db/queries/action-items.ts";
import { listRoundAnchors } from "#db/queries/anchors.ts";
import type { AgendaItem } from "#db/queries/agenda-items.ts";
import { listAttendance } from "#db/queries/attendance.ts";
import { listCommitments } from "#db/queries/commitments.ts";
import { listDecisionsAbout } from "#db/queries/decisions.ts";
import type { Meeting } from "#db/queries/meetings.ts";
import { listNotedOutcomes, listRoomItems, listShowsOfHands } from "#db/queries/room.ts";
import { listFrozenSeats } from "#db/queries/voting-electorate.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { readRound } from "#db/queries/voting-rounds.ts";

/** A first text for every item whose minutes are empty, from attendance, rounds and outcomes; by item. */
export async function draftsFor({ db, actor, now }: CommandContext, meeting: Meeting, agenda: readonly AgendaItem[]): Promise<ReadonlyMap<string, string>> {
  const decisions = await listDecisionsAbout(db, actor, { meetingId: meeting.id }, now());
  const actions = await listActionsOfMeeting(db, meeting.id);
  const { commitments } = await listCommitments(db, actor, { meetingId: meeting.id }, { now: now(), after: null, size: 200 });
  const attendance = await listAttendance(db, meeting.id);
  const inState = (state: string) => attendance.filter((one) => one.state === state);
  const presence = draftOfPresence({ present: inState("aanwezig"), excused: inState("afwezig_met_bericht"), absent: inState("afwezig") });

  const [notes, noted, shows] = [await listRoomItems(db, meeting.id), await listNotedOutcomes(db, meeting.id), await listShowsOfHands(db, meeting.id)];
  const anchors = await listRoundAnchors(db, agenda.flatMap(({ round }) => round?.id ?? []));

  // Who was there stands in the first item that everybody may read; the list itself is public.
  const opening = agenda.find(({ isClosed }) => !isClosed) ?? agenda[0];
  const drafts = new Map<string, string>();
  for (const item of agenda) {
    if (item.minutes !== "") continue;
    const own = decisions.filter((decision) => decision.agendaItemId === item.id || (item.round !== null && decision.roundId === item.round.id));
    const draft = draftOfItem({
      notes: notes.find(({ id }) => id === item.id)?.notes ?? "",
      information: noted.filter(({ itemId }) => itemId === item.id).map(({ statement }) => statement),
      hands: shows.filter(({ itemId, decisionId }) => itemId === item.id && decisionId === null).map(({ question, tally, outcome }) => ({ question, votes: decisionText.votes(tally.for, tally.against, tally.abstain), outcome: outcomeText[outcome] })),
      rounds: item.round === null ? [] : await roundFacts(db, item.round.id, (anchors.get(item.round.id) ?? []).map(anchorText.line)),
      decisions: own.map(({ number, title, dictum, figures, roundId }) => ({ number, title, dictum, votes: figures ? decisionText.votes(figures.for, figures.against, figures.abstain) : null, isOfRound: roundId !== null })),
      commitments: commitments.filter(({ agendaItemId }) => agendaItemId === item.id).map(({ number, statement, promisedBy, dueOn }) => ({ number, statement, promisedBy, due: dueOn })),
      actions: actions.filter(({ agendaItemId }) => agendaItemId === item.id).map(({ number, statement, ownerName, dueOn }) => ({ number, statement, ownerName, due: dueOn })),
    });
    const whole = item.id === opening?.id ? [presence, draft].filter((part) => part !== "").join("\n\n") : draft;
    if (whole !== "") drafts.set(item.id, whole);
  }
  return drafts;
}

/** A round that this reader saw on the agenda: its verdicts once they are established, never before. */
async function roundFacts(db: Db, roundId: string, anchors: readonly string[]): Promise<RoundFacts[]> {
  const round = await readRound(db, roundId);
  if (!round) return [];
  const isEstablished = round.establishedAt !== null;
  const isWeighted = isEstablished && (await listFrozenSeats(db, roundId)).some(({ weight }) => weight !== 1);
  const items = isEstablished ? await listItems(db, roundId) : [];
  return [
    {
      name: `${roundName(round.kind, round.sequence)}: ${round.title}`,
      address: isEstablished ? href(paths.roundResult, { id: roundId }) : href(paths.round, { id: roundId }),
      results: isEstablished ? items.flatMap(({ number, title, count, stateBefore }) => (count === null ? [] : [{ number, title, sentence: verdictText(count, { isWeighted, isAdvice: stateBefore === "in_advice", rule: round.rule }) }])) : null,
      anchors,
      closes: round.closesAt,
    },
  ];
}
