import { strictest, type Tlp } from "#app/domain/access/visibility.ts";
import type { OdtInput, OdtPart } from "#app/platform/export/odt/document.ts";
import { decisionText, resultText } from "#app/text/decisions.ts";
import { commitmentText } from "#app/text/commitments.ts";
import { date, dayDate, shortDate, time } from "#app/text/format.ts";
import { actionStateText, itemKindText, meetingStateText, minutesText } from "#app/text/meetings.ts";
import { documentText } from "#app/text/minutes.ts";
import { tlpText } from "#app/text/voting.ts";
import type { AgendaItem, PlacedItem } from "#db/queries/agenda-items.ts";
import type { Decision } from "#db/queries/decisions.ts";
import type { Meeting } from "#db/queries/meetings.ts";
import type { LoadedMinutes } from "./load-minutes.ts";

/** The agenda as a document: every item with its kind and explanation. */
export function agendaDocument(meeting: Meeting, agenda: readonly PlacedItem[]): OdtInput {
  return {
    ...frame(meeting, documentText.agenda, labelOf(meeting, agenda)),
    parts: [
      factsOf(meeting),
      ...agenda.flatMap((item): OdtPart[] => [
        { kind: "heading", level: 1, text: minutesText.itemLabel(item.place, item.title) },
        { kind: "paragraph", text: [itemKindText[item.kind], item.isClosed ? documentText.closed : null].filter((part) => part !== null).join(", ") },
        ...(item.notes === "" ? [] : [{ kind: "markdown", source: item.notes, deeper: 1 } as const]),
      ]),
    ],
  };
}

/** The minutes as a document, with decisions, promises and actions lifted out on top, as on the page. */
export function minutesDocument(loaded: LoadedMinutes): OdtInput {
  const { meeting, agenda, attendance, decisions, actions, commitments, errata } = loaded;
  const attended = (["aanwezig", "afwezig_met_bericht", "afwezig"] as const).flatMap((state) =>
    attendance.filter((one) => one.state === state).map(({ name, organisationName }) => [name, organisationName, { aanwezig: documentText.present, afwezig_met_bericht: documentText.excused, afwezig: documentText.absent }[state]]),
  );
  return {
    ...frame(meeting, documentText.minutes, labelOf(meeting, agenda)),
    parts: [
      factsOf(meeting),
      ...section(documentText.attendance, [documentText.name, documentText.organisation, documentText.state], attended),
      ...section(minutesText.decisions, DECISION_HEAD, decisions.map(decisionRow)),
      ...section(documentText.commitments, [documentText.number, documentText.commitment, documentText.who, documentText.due, documentText.state], commitments.map(({ number, statement, promisedBy, dueOn, doneAt }) => [number, statement, promisedBy, dueOn === null ? "" : date(dueOn), doneAt === null ? commitmentText.open : commitmentText.done])),
      ...section(documentText.actions, [documentText.number, documentText.action, documentText.who, documentText.due, documentText.actionState], actions.map(({ number, statement, ownerName, dueOn, dueText, state }) => [number, statement, ownerName, dueOn === null ? (dueText ?? "") : date(dueOn), actionStateText[state]])),
      ...agenda.flatMap((item): OdtPart[] => [
        { kind: "heading", level: 1, text: minutesText.itemLabel(item.place, item.isClosed ? `${item.title} (${documentText.closed})` : item.title) },
        item.minutes === "" ? { kind: "paragraph", text: minutesText.noMinutes } : { kind: "markdown", source: item.minutes, deeper: 1 },
        ...errata.filter(({ agendaItemId }) => agendaItemId === item.id).map(({ statement, at, by }): OdtPart => ({ kind: "paragraph", text: `${minutesText.errata}, ${minutesText.erratum(date(at), by)}: ${statement}` })),
      ]),
      ...errataPart(loaded),
      ...(meeting.minutesHash === null ? [] : [{ kind: "fields", rows: [[documentText.hash, meeting.minutesHash]] } as const]),
    ],
  };
}

/** The decisions of a meeting with their text and figures, and nothing of the discussion. */
export function decisionListDocument(meeting: Meeting, decisions: readonly Decision[], isMember: boolean): OdtInput {
  return {
    ...frame(meeting, documentText.decisions, labelText(strictest([meeting.tlp, ...decisions.map(({ tlp, isPublicWording }) => (isPublicWording ? "CLEAR" : tlp))]))),
    parts: [
      factsOf(meeting),
      ...(decisions.length === 0 ? [{ kind: "paragraph", text: isMember ? documentText.noDecisions : documentText.noPublicDecisions } as const] : [{ kind: "table", head: DECISION_HEAD, rows: decisions.map(decisionRow) } as const]),
      ...decisions.flatMap(({ number, title, dictum, motivation }): OdtPart[] => [
        { kind: "heading", level: 1, text: `${number} ${title}` },
        { kind: "markdown", source: dictum, deeper: 1 },
        ...(motivation === "" ? [] : [{ kind: "heading", level: 2, text: decisionText.motivation } as const, { kind: "markdown", source: motivation, deeper: 2 } as const]),
      ]),
    ],
  };
}

const DECISION_HEAD = [documentText.number, documentText.decision, documentText.result, documentText.votes];

const decisionRow = ({ number, title, result, figures }: Decision): string[] => [number, title, resultText(result), figures ? decisionText.votes(figures.for, figures.against, figures.abstain) : documentText.noVotes];

const section = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): OdtPart[] => (rows.length === 0 ? [] : [{ kind: "heading", level: 1, text: title }, { kind: "table", head, rows }]);

/** Corrections of the whole, or of an item that this reader sees in its public wording only. */
function errataPart({ errata, agenda }: LoadedMinutes): OdtPart[] {
  const shown = new Set(agenda.map(({ id }) => id));
  const rest = errata.filter(({ agendaItemId }) => agendaItemId === null || !shown.has(agendaItemId));
  return rest.length === 0 ? [] : [{ kind: "heading", level: 1, text: documentText.errata }, ...rest.map(({ statement, at, by }): OdtPart => ({ kind: "paragraph", text: `${minutesText.erratum(date(at), by)}: ${statement}` }))];
}

const factsOf = (meeting: Meeting): OdtPart => ({
  kind: "fields",
  rows: [
    [documentText.body, meeting.body.name],
    [documentText.date, `${dayDate(meeting.startsAt)} ${meeting.startsAt.slice(0, 4)}`],
    [documentText.time, `${time(meeting.startsAt)} – ${time(meeting.endsAt)}`],
    ...(meeting.location === "" ? [] : [[documentText.place, meeting.location] as const]),
    [documentText.state, meeting.adoptedAt === null ? meetingStateText[meeting.state] : [minutesText.adopted(date(meeting.adoptedAt)), meeting.publishedAt === null ? "" : minutesText.published(shortDate(meeting.publishedAt))].join(" ").trim()],
  ],
});

const frame = (meeting: Meeting, what: string, label: string) => ({
  title: documentText.of(what, meeting.title),
  subtitle: `${meeting.body.name}, ${date(meeting.startsAt)}`,
  label,
  author: meeting.body.name,
  createdAt: meeting.publishedAt ?? meeting.adoptedAt ?? meeting.conceptAt ?? meeting.agendaSentAt ?? meeting.createdAt,
  page: documentText.page,
});

/** As strict as the strictest thing in it: a closed item makes the whole document one for the own body. */
const labelOf = (meeting: Meeting, agenda: readonly AgendaItem[]): string => labelText(strictest([meeting.tlp, ...agenda.map(({ isClosed, isPublicWording, tlp }) => (isClosed ? "RED" : isPublicWording ? "CLEAR" : tlp))]));

const labelText = (tlp: Tlp): string => (tlp === "CLEAR" ? documentText.open : documentText.inside(tlpText[tlp]));
