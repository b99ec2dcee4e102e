import { date } from "./format.ts";

interface MinutesMail {
  readonly recipient: string;
  readonly bodyName: string;
  /** null when the label keeps it out of mail */
  readonly title: string | null;
  readonly address: string;
}

const letter = (...paragraphs: readonly string[]): string => `${paragraphs.join("\n\n")}\n`;

/** To whoever was at the meeting: the concept is there, and how to correct it. */
export function conceptMailText({ recipient, bodyName, title, startsAt, address }: MinutesMail & { readonly startsAt: string }): { subject: string; text: string } {
  return {
    subject: `Conceptnotulen: ${title ?? "vertrouwelijke vergadering"}`,
    text: letter(
      `Dag ${recipient},`,
      `De notulen van de vergadering van ${bodyName} op ${date(startsAt)} staan klaar als concept.`,
      "Klopt er iets niet? Wijs de passage aan en schrijf hoe het moet zijn. De secretaris geeft op elke verbetering een antwoord.",
      address,
    ),
  };
}

/** To the bureau on the review day of a decision. */
export function reviewMailText({ recipient, bodyName, title, number, reviewOn, address }: MinutesMail & { readonly number: string; readonly reviewOn: string }): { subject: string; text: string } {
  return {
    subject: `Bekijk opnieuw: besluit ${number}`,
    text: letter(
      `Dag ${recipient},`,
      `${bodyName} sprak af om besluit ${number} op ${date(reviewOn)} opnieuw te bekijken.${title === null ? "" : ` Het gaat over: ${title}.`}`,
      "Geldt het besluit nog? Zet het dan op de agenda of kies een nieuwe datum. Geldt het niet meer? Leg dat vast in het register.",
      address,
    ),
  };
}
