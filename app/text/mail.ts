import type { MailKind, RoundMailKind } from "#app/domain/following/mail.ts";
import type { RoundKind } from "#app/domain/voting/choice.ts";
import { anchorText } from "./audit.ts";
import { dateTime, plural } from "./format.ts";
import { roundName } from "./voting.ts";

/** What a mail about a round is made of. It holds no choice and no figure of a vote. */
export interface RoundMail {
  readonly kind: RoundMailKind;
  readonly recipient: string;
  readonly bodyName: string;
  readonly roundKind: RoundKind;
  readonly sequence: number;
  /** null when the label of the round keeps it out of mail */
  readonly title: string | null;
  readonly items: number;
  readonly closesAt: string;
  readonly reason: string | null;
  readonly formerClosesAt: string | null;
  /** seats of this person that still have to vote */
  readonly waitingSeats: readonly string[];
  readonly mayEstablish: boolean;
  readonly address: string;
  readonly anchor: { readonly chain: string; readonly sequence: number; readonly hash: string } | null;
  readonly preferenceAddress: string;
  readonly isOptional: boolean;
}

/** Subject and plain text of a mail about a round: first what is asked, then where. */
export function roundMailText(mail: RoundMail): { subject: string; text: string } {
  const name = `${roundName(mail.roundKind, mail.sequence)} van ${mail.bodyName}`;
  const title = mail.title ?? "vertrouwelijke stemronde";
  const paragraphs = [
    `Dag ${mail.recipient},`,
    ...bodyOf(mail, name),
    mail.address,
    ...(mail.anchor ? [`Controlegetal van het logboek:\n${anchorText.line(mail.anchor)}\nBewaar deze mail. Met dit getal is later te zien of iemand het logboek heeft veranderd.`] : []),
    mail.isOptional
      ? `Wilt u geen herinneringen en uitslagen per mail? Meld u af: ${mail.preferenceAddress}`
      : `Deze mail krijgt u altijd als uw zetel mag stemmen. Herinneringen en uitslagen kunt u uitzetten: ${mail.preferenceAddress}`,
  ];
  return { subject: `${SUBJECTS[mail.kind]}: ${title}`, text: `${paragraphs.join("\n\n")}\n` };
}

const SUBJECTS = {
  "round-opened": "U kunt stemmen",
  "round-extended": "Stemronde verlengd",
  "round-closing-soon": "Uw stem ontbreekt nog",
  "round-reminder": "De secretaris vraagt om uw stem",
  "round-closed": "Stemronde gesloten",
  "round-withdrawn": "Stemronde ingetrokken",
  "round-result": "Uitslag van de stemronde",
} satisfies Record<RoundMailKind, string>;

const listOf = (names: readonly string[]): string => names.join(" en ");

function bodyOf(mail: RoundMail, name: string): string[] {
  const about = mail.title === null ? "Het onderwerp staat alleen in het portaal, want het is vertrouwelijk." : `Het gaat over: ${mail.title}.`;
  const closes = `U kunt stemmen tot ${dateTime(mail.closesAt)}.`;
  const forSeats = mail.waitingSeats.length > 0 ? [`U stemt namens ${listOf(mail.waitingSeats)}.`] : [];
  switch (mail.kind) {
    case "round-opened":
      return [`${name} is open. ${about}`, `${plural(mail.items, "onderdeel wacht", "onderdelen wachten")} op uw stem. ${closes}`, ...forSeats];
    case "round-extended":
      return [`${name} duurt langer. ${about}`, `De ronde sloot eerst ${dateTime(mail.formerClosesAt ?? mail.closesAt)}. ${closes}`, `De reden: ${mail.reason ?? ""}`];
    case "round-closing-soon":
      return [`${name} sluit binnenkort. ${about}`, `De stem van ${listOf(mail.waitingSeats)} is nog niet compleet. ${closes}`];
    case "round-reminder":
      return [`De secretaris vraagt u om te stemmen in ${name}. ${about}`, `De stem van ${listOf(mail.waitingSeats)} is nog niet compleet. ${closes}`];
    case "round-closed":
      return [`${name} is gesloten. ${about}`, mail.mayEstablish ? "De voorzitter en de secretaris stellen nu de uitslag vast. Bekijk de voorlopige uitslag en zet uw handtekening." : "De voorzitter en de secretaris stellen nu de uitslag vast. U hoeft niets te doen."];
    case "round-withdrawn":
      return [`${name} is ingetrokken. ${about}`, `De reden: ${mail.reason ?? ""}`, "Uw stem telt niet mee. U hoeft niets te doen."];
    case "round-result":
      return [`De uitslag van ${name} is bekend. ${about}`, "Lees de uitslag en de cijfers in het portaal. U kunt de uitslag zelf narekenen."];
  }
}

export const mailKindText = {
  "round-opened": "opening van een stemronde",
  "round-extended": "verlenging van een stemronde",
  "round-closing-soon": "stemronde sluit binnenkort",
  "round-reminder": "herinnering van de secretaris",
  "round-closed": "sluiting van een stemronde",
  "round-withdrawn": "intrekking van een stemronde",
  "round-result": "uitslag van een stemronde",
  "proxy-asked": "vraag om een volmacht",
  "proxy-accepted": "aanvaarding van een volmacht",
  "proxy-withdrawn": "intrekking van een volmacht",
  "ballot-received": "stem die de secretaris vastlegde",
  "agenda-sent": "agenda van een vergadering",
  "agenda-changed": "gewijzigde agenda",
  "meeting-moved": "vergadering op een andere tijd of plaats",
  "series-moved": "reeks vergaderingen op een andere tijd of plaats",
  "meeting-cancelled": "vergadering die niet doorgaat",
  "action-due-soon": "actiepunt dat bijna klaar moet zijn",
  "action-overdue": "actiepunt dat te laat is",
  "minutes-concept": "concept van notulen",
  "decision-review": "besluit om opnieuw te bekijken",
  "roadmap-moved": "verschoven onderdeel van de roadmap",
  "milestone-moved": "verschoven mijlpaal",
} satisfies Record<MailKind, string>;

export const outboxText = {
  title: "Uitgaande post",
  lead: "Mail die wacht of niet aankwam. Wat er in een mail staat, ziet u hier niet.",
  figures: "Stand van de post",
  waiting: "wacht",
  sent: "verstuurd",
  lapsed: "vervallen, want het was geen nieuws meer",
  failed: "mislukt",
  caption: "Mail die wacht of mislukte",
  person: "Aan",
  kind: "Over",
  since: "Sinds",
  tries: "Pogingen",
  problem: "Melding",
  next: (moment: string) => `volgende poging ${moment}`,
  retry: "Probeer opnieuw",
  empty: "Er wacht geen mail en er is niets mislukt.",
  noServer: "Er is geen mailserver ingesteld. Mail komt als bestand in de map var/mail.",
  why: "Welke mail nog wacht of niet aankwam.",
};

export const preferenceText = {
  title: "Mail over stemrondes",
  crumb: "Mail",
  lead: "U kiest of u herinneringen, uitslagen en nieuws over de roadmap per mail krijgt.",
  on: "U krijgt nu herinneringen, uitslagen en nieuws over de roadmap.",
  off: "U krijgt nu geen herinneringen, geen uitslagen en geen nieuws over de roadmap.",
  switchOff: "Stuur mij deze mail niet",
  switchOn: "Stuur mij deze mail weer",
  always: "Mag uw zetel stemmen? Dan krijgt u altijd mail over het openen, verlengen en sluiten van een ronde. Ook over volmachten, en over een stem die de secretaris vastlegde.",
};

export const mailNotices = {
  "mail-preference-saved": "Uw keuze is bewaard.",
  "mail-retried": "De mail staat weer klaar.",
};

export const reminderText = {
  button: "Herinner wie nog niet stemde",
  last: (moment: string) => `Laatste herinnering: ${moment}.`,
};
