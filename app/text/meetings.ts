import type { ActionState } from "#app/domain/meetings/action-item.ts";
import type { ItemKind, MoveRefusal } from "#app/domain/meetings/agenda.ts";
import type { Presence } from "#app/domain/meetings/attendance.ts";
import type { AdoptionRefusal, MeetingState, PlanRefusal, StepRefusal } from "#app/domain/meetings/meeting.ts";
import type { Warning } from "#app/domain/meetings/minutes-import/types.ts";

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const meetingStateText = {
  gepland: "Gepland",
  agenda_verstuurd: "Agenda verstuurd",
  gaande: "Gaande",
  gehouden: "Gehouden",
  notulen_concept: "Notulen in concept",
  vastgesteld: "Notulen vastgesteld",
  gepubliceerd: "Notulen gepubliceerd",
  geannuleerd: "Geannuleerd",
} satisfies Record<MeetingState, string>;

export const meetingStateTone = {
  gepland: "blue",
  agenda_verstuurd: "blue",
  gaande: "amber",
  gehouden: "amber",
  notulen_concept: "amber",
  vastgesteld: "green",
  gepubliceerd: "green",
  geannuleerd: "red",
} as const satisfies Record<MeetingState, "blue" | "amber" | "green" | "red">;

export const itemKindText = { informatie: "Ter informatie", bespreking: "Ter bespreking", besluit: "Ter besluit" } satisfies Record<ItemKind, string>;

export const outcomeWord: Record<string, string> = { informatie: "Informatie", besluit: "Besluit", actie: "Actie" };

export const presenceText = { aangemeld: "Aangemeld", aanwezig: "Aanwezig", afwezig_met_bericht: "Afwezig met bericht", afwezig: "Afwezig" } satisfies Record<Presence, string>;

export const attendeeRoleText: Record<string, string> = { chair: "voorzitter", secretary: "secretaris", member: "lid", substitute: "plaatsvervanger", observer: "toehoorder" };

export const actionStateText = { open: "Open", done: "Gedaan", dropped: "Vervallen" } satisfies Record<ActionState, string>;

export type MeetingRefusalCode =
  | "not-allowed"
  | "reason-missing"
  | "subject-not-found"
  | "already-on-agenda"
  | "agenda-empty"
  | "item-not-found"
  | "item-in-use"
  | "lost-update"
  | "minutes-empty"
  | "statement-missing"
  | "owner-missing"
  | "action-not-open"
  | "text-missing"
  | "too-long"
  | "day-missing"
  | "already-imported"
  | StepRefusal
  | PlanRefusal
  | AdoptionRefusal
  | MoveRefusal;

export const meetingRefusalText = {
  "not-allowed": "U mag dit niet doen.",
  "meeting-wrong-state": "Dit kan niet meer, of nog niet, in de stand van deze vergadering.",
  "reason-missing": "Schrijf op waarom de vergadering niet doorgaat.",
  "title-missing": "Geef een titel.",
  "ends-before-it-starts": "Het einde moet na het begin liggen.",
  "subject-not-found": "Dit onderwerp is er niet.",
  "already-on-agenda": "Dit onderwerp staat al op de agenda.",
  "agenda-empty": "Zet eerst een punt op de agenda.",
  "item-not-found": "Dit agendapunt is er niet.",
  "item-in-use": "Onder dit punt staan al notulen, een besluit of een actiepunt. U kunt het niet meer weghalen.",
  "already-at-the-edge": "Dit punt staat al helemaal boven- of onderaan.",
  "lost-update": "Iemand anders heeft deze notulen intussen veranderd. Hieronder staat wat er nu is opgeslagen, en het verschil met uw tekst. Uw tekst staat nog in het veld. Sla opnieuw op als die zo moet worden.",
  "minutes-empty": "Schrijf eerst notulen bij ten minste één punt.",
  "corrections-open": "Geef eerst op elke verbetering een antwoord. Daarna kunnen de notulen worden vastgesteld.",
  "needs-chair-or-meeting": "De voorzitter stelt de notulen vast, of een volgende vergadering doet dat.",
  "meeting-not-suitable": "Alleen een latere vergadering van hetzelfde gremium die begonnen is, kan deze notulen vaststellen.",
  "statement-missing": "Schrijf op wat er moet gebeuren of wat er verbeterd wordt.",
  "owner-missing": "Kies wie dit gaat doen, of vul een naam in.",
  "action-not-open": "Dit actiepunt is al afgerond.",
  "text-missing": "Plak een tekst of kies een bestand.",
  "too-long": "Deze tekst is te lang. Het mag hoogstens 400.000 tekens zijn.",
  "day-missing": "Er staat geen datum in de tekst of in de bestandsnaam. Vul de datum in.",
  "already-imported": "Deze tekst is al eerder geïmporteerd.",
} satisfies Record<MeetingRefusalCode, string>;

/** Words after an act, by the code that travels in the notice. */
export const noticeText: Record<string, string> = {
  "meeting-planned": "De vergadering staat gepland.",
  "meeting-changed": "De wijziging is opgeslagen.",
  "meeting-cancelled": "De vergadering is geannuleerd.",
  "agenda-changed": "De agenda is bijgewerkt.",
  "agenda-sent": "De agenda is verstuurd. Iedereen die de vergadering mag zien, kan de agenda nu lezen.",
  "meeting-started": "De vergadering is begonnen.",
  "meeting-closed": "De vergadering is gesloten. Werk nu de notulen uit.",
  "attendance-saved": "De aanwezigheid is vastgelegd.",
  "reply-saved": "Uw antwoord is vastgelegd.",
  "minutes-saved": "De notulen zijn opgeslagen.",
  "minutes-shared": "De leden kunnen de conceptnotulen nu lezen.",
  "minutes-adopted": "De notulen zijn vastgesteld. De tekst ligt nu vast.",
  "minutes-published": "De notulen zijn openbaar.",
  "erratum-added": "De verbetering staat onder de notulen.",
  "action-recorded": "Het actiepunt is vastgelegd.",
  "action-finished": "Het actiepunt is afgerond.",
  "minutes-imported": "De notulen zijn overgenomen als concept.",
  ...meetingRefusalText,
};

export const meetingsText = {
  title: "Vergaderingen",
  lead: "Hier vindt u wanneer de gremia vergaderen, wat er op de agenda staat en wat er is besproken.",
  body: "Gremium",
  allBodies: "Alle gremia",
  when: "Wanneer",
  upcoming: "Komende",
  past: "Geweest",
  show: "Toon",
  filter: "Kies welke vergaderingen u wilt zien",
  found: (n: number) => count(n, "vergadering", "vergaderingen"),
  emptyUpcoming: "Er staat geen vergadering gepland.",
  emptyPast: "Er zijn nog geen vergaderingen geweest.",
  toPast: "Bekijk vergaderingen die geweest zijn",
  toUpcoming: "Bekijk komende vergaderingen",
  plan: "Vergadering plannen",
  import: "Notulen importeren",
  calendar: "Zet deze vergaderingen in uw agenda",
};

export const planText = {
  newTitle: "Vergadering plannen",
  editTitle: "Vergadering wijzigen",
  lead: "Na het plannen maakt u de agenda. Pas als u die verstuurt, ziet iedereen de punten.",
  title: "Titel",
  titleHint: "Bijvoorbeeld: Overleg maart",
  body: "Gremium",
  startsAt: "Begin",
  endsAt: "Einde",
  momentHint: "Nederlandse tijd",
  location: "Plaats",
  locationHint: "Bijvoorbeeld: Utrecht, stadskantoor. Of: online.",
  tlp: "Wie mag weten dat deze vergadering er is?",
  save: "Vergadering plannen",
  saveChange: "Wijziging opslaan",
  cancelTitle: "Vergadering annuleren",
  cancelLead: "De vergadering blijft zichtbaar als geannuleerd. Agenda's die zijn gekoppeld, krijgen dit door.",
  reason: "Waarom gaat de vergadering niet door?",
  cancel: "Vergadering annuleren",
};

export const meetingText = {
  crumb: "Vergaderingen",
  facts: "Tijd en plaats",
  when: "Wanneer",
  where: "Waar",
  body: "Gremium",
  state: "Stand",
  nowhere: "Nog niet bekend",
  cancelled: (reason: string) => `Deze vergadering gaat niet door: ${reason}`,
  agenda: "Agenda",
  agendaEmpty: "Er staan nog geen punten op de agenda.",
  agendaLater: "De agenda is nog niet verstuurd.",
  closed: "Besloten",
  about: "Gaat over",
  round: "Stemronde",
  roundCalled: (title: string) => `Stemronde: ${title}`,
  minutesOf: "Notulen vaststellen",
  decisions: "Besluiten van deze vergadering",
  actions: "Actiepunten van deze vergadering",
  attendance: "Aanwezigheid",
  attendanceLine: (people: number, organisations: number, excused: number) =>
    `${count(people, "aanwezige", "aanwezigen")} van ${count(organisations, "organisatie", "organisaties")}. ${excused === 0 ? "Geen afmeldingen." : `${count(excused, "afmelding", "afmeldingen")}.`}`,
  minutes: "Notulen",
  toMinutes: "Lees de notulen",
  print: "Afdrukken kan met uw browser.",
  more: "Meer doen",
  editPlan: "Tijd of plaats wijzigen",
  editAgenda: "Agenda maken",
  changeAgenda: "Agenda wijzigen",
  send: "Agenda versturen",
  sendAgain: "Agenda opnieuw versturen",
  start: "Vergadering beginnen",
  early: (day: string) => `Deze vergadering staat gepland op ${day}. Begin haar nu alleen als zij echt eerder is, want terug kan niet.`,
  close: "Vergadering sluiten",
  recordAttendance: "Aanwezigheid vastleggen",
  writeMinutes: "Notulen schrijven",
  share: "Concept delen met de leden",
  adopt: "Notulen vaststellen",
  adoptIn: (title: string) => `Vaststellen in ${title}`,
  publish: "Notulen publiceren",
  erratum: "Verbetering toevoegen",
  recordDecision: "Besluit vastleggen",
  recordAction: "Actiepunt vastleggen",
  cancel: "Vergadering annuleren",
  replyTitle: "Komt u?",
  replyNow: (answer: string) => `Uw antwoord: ${answer.toLowerCase()}.`,
  comes: "Ik kom",
  comesNot: "Ik kom niet",
  steps: {
    gepland: { title: "Maak de agenda", body: "Zet punten op de agenda en verstuur die." },
    agenda_verstuurd: { title: "De agenda is verstuurd", body: "Begin de vergadering als iedereen er is." },
    gaande: { title: "De vergadering is gaande", body: "Leg vast wie er is, wat er besloten wordt en wie wat doet. Sluit daarna de vergadering." },
    gehouden: { title: "Werk de notulen uit", body: "Deel ze daarna als concept met de leden." },
    notulen_concept: { title: "De notulen wachten op vaststelling", body: "De voorzitter stelt ze vast, of een volgende vergadering doet dat." },
    vastgesteld: { title: "De notulen zijn vastgesteld", body: "Publiceer ze. Besloten punten blijven binnen het gremium." },
    gepubliceerd: { title: "De notulen zijn openbaar", body: "De tekst ligt vast. Een verbetering komt eronder te staan." },
    geannuleerd: { title: "Deze vergadering gaat niet door", body: "Er is niets meer te doen." },
  } satisfies Record<MeetingState, { title: string; body: string }>,
};

export const agendaText = {
  title: "Agenda",
  lead: "Besloten punten ziet alleen het eigen gremium.",
  now: "Nu op de agenda",
  empty: "Er staat nog niets op de agenda. Begin met een punt hieronder.",
  up: "Omhoog",
  down: "Omlaag",
  edit: "Wijzigen",
  remove: "Weghalen",
  suggestions: "Dit staat open",
  noSuggestions: "Er staat niets open.",
  suggestionKind: { round: "Stemronde", proposal: "Voorstel", minutes: "Notulen vaststellen" },
  add: "Op de agenda zetten",
  addTitle: "Ander punt toevoegen",
  itemTitle: "Onderwerp",
  kind: "Soort",
  closed: "Besloten: alleen het eigen gremium ziet dit punt",
  notes: "Toelichting",
  notesHint: "Wat moeten de leden vooraf weten? U kunt Markdown gebruiken.",
  publicTitle: "Openbare titel",
  publicTitleHint: "Alleen nodig bij een openbaar punt over iets vertrouwelijks. Anderen zien dan deze titel. Een besloten punt zien zij helemaal niet.",
  save: "Punt toevoegen",
  editTitle: "Agendapunt wijzigen",
  saveChange: "Wijziging opslaan",
  openActions: "Open actiepunten van dit gremium",
  labels: { title: "Onderwerp", kind: "Soort", notes: "Toelichting", publicTitle: "Openbare titel" },
  minutesTitle: (title: string) => `Notulen van ${title} vaststellen`,
};

export const attendanceText = {
  title: "Aanwezigheid",
  lead: "Kies per lid of het er was. Wie zich vooraf afmeldde, staat al goed.",
  caption: "Leden van het gremium",
  member: "Lid",
  state: "Aanwezigheid",
  guests: "Andere aanwezigen",
  guestsHint: "Eén per regel: naam, organisatie.",
  save: "Aanwezigheid vastleggen",
  empty: "Dit gremium heeft nog geen leden.",
};

export const minutesText = {
  title: "Notulen",
  of: (title: string) => `Notulen ${title}`,
  concept: "Dit is een concept. Alleen de leden lezen mee.",
  writing: "De secretaris werkt nog aan deze notulen.",
  adopted: (when: string) => `Vastgesteld op ${when}.`,
  adoptedIn: "Vastgesteld in",
  published: (when: string) => `Openbaar sinds ${when}.`,
  hash: "Vingerafdruk",
  hashNote: "Deze code hoort bij de vastgestelde tekst. Verandert er iets, dan klopt de code niet meer.",
  present: "Aanwezig",
  excused: "Afwezig met bericht",
  absent: "Afwezig",
  nobody: "Niemand",
  decisions: "Besluiten",
  actions: "Actiepunten",
  noMinutes: "Bij dit punt zijn geen notulen.",
  errata: "Verbeteringen",
  erratum: (when: string, by: string) => `${when}, ${by}`,
  edit: "Notulen schrijven",
  editLead: "Schrijf per agendapunt. U kunt Markdown gebruiken: **vet**, lijsten en links.",
  itemLabel: (n: number, title: string) => `${n}. ${title}`,
  closedHint: "Besloten punt: deze tekst wordt nooit openbaar.",
  publicMinutes: (n: number) => `Openbare tekst bij punt ${n}`,
  publicMinutesHint: "Dit punt is vertrouwelijk. Wat u hier schrijft, mag iedereen lezen.",
  draftNote: "Bij lege punten staat al een eerste tekst, gemaakt van de aanwezigheid, uw aantekeningen, stemrondes, besluiten en acties. Pas die aan.",
  save: "Notulen opslaan",
  theirs: "Intussen opgeslagen tekst",
  difference: "Zo verschilt uw tekst daarvan:",
  noItems: "Zet eerst punten op de agenda. Daarna kunt u notulen schrijven.",
  toAgenda: "Naar de agenda",
  erratumTitle: "Verbetering toevoegen",
  erratumLead: "De vastgestelde tekst verandert niet. Uw verbetering komt eronder te staan.",
  erratumItem: "Bij agendapunt",
  erratumWhole: "De notulen als geheel",
  erratumItemHint: "Een verbetering bij een besloten punt ziet alleen het eigen gremium.",
  erratumField: "Wat moet er worden verbeterd?",
  erratumSave: "Verbetering toevoegen",
};

export const actionText = {
  newTitle: "Actiepunt vastleggen",
  statement: "Wat gaat er gebeuren?",
  owner: "Wie doet dit?",
  ownerElse: "Iemand anders",
  ownerName: "Naam",
  ownerNameHint: "Alleen invullen als u hierboven iemand anders kiest.",
  due: "Uiterlijk op",
  dueHint: "Bijvoorbeeld 2026-12-01. U mag dit leeg laten.",
  item: "Bij agendapunt",
  noItem: "Geen",
  save: "Actiepunt vastleggen",
  title: "Actiepunten",
  lead: "Wat is afgesproken in vergaderingen, wie het doet en wanneer het klaar moet zijn.",
  whose: "Van wie",
  mine: "Van mij",
  all: "Van mijn gremia",
  state: "Stand",
  allStates: "Alle",
  show: "Toon",
  filter: "Kies welke actiepunten u wilt zien",
  found: (n: number) => count(n, "actiepunt", "actiepunten"),
  empty: "Er zijn geen actiepunten bij deze keuze.",
  emptyAction: "Toon alle actiepunten",
  dueOn: (when: string) => `Uiterlijk ${when}`,
  late: "Te laat",
  noDue: "Geen datum",
  finish: "Gedaan",
  finishOf: (number: string) => `Actiepunt ${number} afronden`,
  csv: "Download als CSV",
  csvHead: ["nummer", "gremium", "actie", "wie", "uiterlijk", "stand", "vergadering", "toelichting"],
};

export const actionChangeText = {
  title: (number: string) => `Actiepunt ${number}`,
  change: "Wijzigen",
  note: "Stand of reden",
  noteHint: "Wat is er al gebeurd, of waarom verschuift het?",
  save: "Wijziging opslaan",
  drop: "Laat vervallen",
  ended: "Dit actiepunt is afgerond. U kunt het niet meer wijzigen.",
  when: "Wanneer klaar",
  always: "Maakt niet uit",
  late: "Te laat",
  soon: "Te laat of binnen twee weken",
  body: "Gremium",
  allBodies: "Alle gremia",
};

export const importText = {
  title: "Notulen importeren",
  lead: "Plak notulen in Markdown of kies een bestand. U ziet eerst wat het portaal begrijpt. Pas daarna wordt er iets opgeslagen.",
  body: "Gremium",
  file: "Bestand",
  fileHint: "Een tekstbestand (.md) van hoogstens 400.000 tekens.",
  text: "Of plak de tekst",
  path: "Naam van het bestand",
  pathHint: "Bijvoorbeeld: 2026-04-09 notulen.md. In de naam staat vaak de datum.",
  day: "Datum",
  dayHint: "Alleen nodig als de datum niet in de tekst staat, of fout is. Bijvoorbeeld 2026-04-09.",
  preview: "Eerst bekijken",
  confirm: "Overnemen als concept",
  previewTitle: "Dit neemt het portaal over",
  previewLead: "Controleer dit goed. Na het overnemen is alles nog concept: alleen de leden lezen het. Publiceren doet u later.",
  found: (attendees: number, decisions: number, actions: number) =>
    `${count(attendees, "naam", "namen")}, ${count(decisions, "besluit", "besluiten")} en ${count(actions, "actiepunt", "actiepunten")} gevonden.`,
  meetingTitle: "Titel",
  meetingDay: "Datum",
  noDay: "Geen datum gevonden",
  meetingTime: "Tijd",
  meetingPlace: "Plaats",
  present: "Aanwezig",
  absent: "Afwezig",
  decisions: "Besluiten",
  candidates: "Is dit een besluit?",
  candidatesHint: "Deze zinnen lijken op een besluit. Kruis aan wat echt een besluit is.",
  actions: "Actiepunten",
  items: "Agendapunten",
  itemLine: (title: string, lines: number) => `${title} (${count(lines, "regel", "regels")})`,
  left: (lines: number, of: number) => `${lines} van ${of} regels blijven gewone tekst. Er gaat niets verloren.`,
  warnings: "Let op",
  names: "Namen van aanwezigen overnemen",
  namesHint: "Namen worden openbaar als u de notulen publiceert.",
  nothing: "Niets gevonden.",
  introduction: "Vooraf",
  fallbackTitle: (body: string) => `Vergadering ${body}`,
};

export function warningText(warning: Warning): string {
  switch (warning.code) {
    case "no-date":
      return "Er is geen datum gevonden.";
    case "no-attendance":
      return "Er is geen lijst met aanwezigen gevonden.";
    case "no-headings":
      return "Er zijn geen kopjes gevonden. Alles komt in één agendapunt.";
    case "dates-differ":
      return `De tekst en de bestandsnaam noemen verschillende dagen: ${warning.days.join(", ")}.`;
    case "impossible-date":
      return `${warning.raw} is geen bestaande dag.`;
    case "email":
      return `Regel ${warning.line} bevat een e-mailadres. Haal het weg als het niet openbaar mag worden.`;
    case "invited-not-present":
      return `Regel ${warning.line}: genodigden zijn niet als aanwezig geteld.`;
  }
}
