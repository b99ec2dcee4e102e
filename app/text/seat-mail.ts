import type { ProxyMailKind } from "#app/domain/following/mail.ts";
import type { RoundKind } from "#app/domain/voting/choice.ts";
import type { ProxyScope } from "#app/domain/voting/proxy.ts";
import { dateTime } from "./format.ts";
import { roundName } from "./voting.ts";

interface Written {
  readonly subject: string;
  readonly text: string;
}

interface Envelope {
  readonly recipient: string;
  readonly address: string;
  readonly preferenceAddress: string;
}

/** What a mail about a volmacht is made of. */
export interface ProxyMail extends Envelope {
  readonly kind: ProxyMailKind;
  /** whether the reader gives or holds the volmacht */
  readonly side: "giver" | "holder";
  readonly fromName: string;
  readonly toName: string;
  readonly bodyName: string;
  readonly scope: ProxyScope;
  /** null when the label of the round or the meeting keeps it out of mail */
  readonly title: string | null;
  readonly from: string;
  readonly until: string;
}

/** Subject and plain text of a mail about a volmacht, for the seat that gives and for the seat that holds. */
export function proxyMailText(mail: ProxyMail): Written {
  const { kind, side, fromName, toName, bodyName } = mail;
  const news = {
    "proxy-asked": {
      giver: [`U vroeg ${toName} om namens ${fromName} te stemmen in ${bodyName}.`, `De volmacht telt pas als ${toName} haar aanvaardt. Tot dan stemt u zelf.`],
      holder: [`${fromName} vraagt ${toName} om namens ${fromName} te stemmen in ${bodyName}.`, "Aanvaard de volmacht of geef haar terug. Zonder uw antwoord telt zij niet."],
    },
    "proxy-accepted": {
      giver: [`${toName} aanvaardde de volmacht van ${fromName} in ${bodyName}.`, `${toName} kan nu namens u stemmen. Stemt u zelf, dan telt uw eigen stem.`],
      holder: [`${toName} houdt nu de volmacht van ${fromName} in ${bodyName}.`, "Op het stembiljet kiest u namens wie u stemt."],
    },
    "proxy-withdrawn": {
      giver: [`De volmacht van ${fromName} aan ${toName} in ${bodyName} is ingetrokken.`, "U stemt weer zelf."],
      holder: [`De volmacht van ${fromName} aan ${toName} in ${bodyName} is ingetrokken.`, `U stemt niet meer namens ${fromName}.`],
    },
  } satisfies Record<ProxyMailKind, Record<ProxyMail["side"], readonly string[]>>;
  return letter(`${PROXY_SUBJECTS[kind]}: ${bodyName}`, mail, [...news[kind][side], occasionOf(mail)]);
}

const PROXY_SUBJECTS = { "proxy-asked": "Volmacht gevraagd", "proxy-accepted": "Volmacht aanvaard", "proxy-withdrawn": "Volmacht ingetrokken" } satisfies Record<ProxyMailKind, string>;

function occasionOf({ scope, title, from, until }: ProxyMail): string {
  if (scope === "periode") return `De volmacht is voor een periode: van ${dateTime(from)} tot ${dateTime(until)}.`;
  const what = scope === "ronde" ? "één stemronde" : "één vergadering";
  return title === null ? `De volmacht is voor ${what}. Welke staat alleen in het portaal, want dat is vertrouwelijk.` : `De volmacht is voor ${what}: ${title}.`;
}

/** What a mail about a vote that came by phone or letter is made of: never the choice. */
export interface ReceivedMail extends Envelope {
  readonly seatName: string;
  readonly bodyName: string;
  readonly roundKind: RoundKind;
  readonly sequence: number;
  readonly title: string | null;
  readonly closesAt: string;
}

export function receivedMailText(mail: ReceivedMail): Written {
  const { seatName, bodyName, roundKind, sequence, title, closesAt } = mail;
  return letter(`Stem vastgelegd namens ${seatName}`, mail, [
    `De secretaris legde een stem vast namens ${seatName}, in ${roundName(roundKind, sequence)} van ${bodyName}. De stem kwam per telefoon, e-mail of brief.`,
    title === null ? "Het onderwerp staat alleen in het portaal, want het is vertrouwelijk." : `Het gaat over: ${title}.`,
    `Kijk of de stem klopt. Klopt zij niet? U kunt haar zelf veranderen tot ${dateTime(closesAt)}. Daarna niet meer.`,
  ]);
}

const letter = (subject: string, { recipient, address, preferenceAddress }: Envelope, body: readonly string[]): Written => ({
  subject,
  text: `${[`Dag ${recipient},`, ...body, address, `Deze mail krijgt u altijd als uw zetel mag stemmen. Herinneringen en uitslagen kunt u uitzetten: ${preferenceAddress}`].join("\n\n")}\n`,
});
