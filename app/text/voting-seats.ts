import type { ProxyScope } from "#app/domain/voting/proxy.ts";

/** For what a volmacht is. */
export const proxyScopeText = {
  ronde: "Voor één stemronde",
  vergadering: "Voor één vergadering",
  periode: "Voor een periode",
} satisfies Record<ProxyScope, string>;

/** Words of the page with volmachten of a body. */
export const proxiesText = {
  title: "Volmachten",
  lead: (body: string) => `Kunt u een tijd niet stemmen in ${body}? Dan kan een andere zetel namens u stemmen. Uw eigen stem gaat altijd voor.`,
  received: "Gevraagd aan uw zetel",
  noneReceived: "Niemand vroeg uw zetel om een volmacht te aanvaarden.",
  given: "Gegeven door uw zetel",
  noneGiven: "Uw zetel gaf geen volmacht.",
  from: (seat: string) => `Van ${seat}`,
  to: (seat: string) => `Aan ${seat}`,
  forRound: (title: string) => `stemronde ${title}`,
  forMeeting: (title: string) => `vergadering ${title}`,
  forPeriod: (from: string, until: string) => `van ${from} tot ${until}`,
  state: { asked: "wacht op aanvaarding", accepted: "aanvaard", revoked: "ingetrokken" },
  accept: "Volmacht aanvaarden",
  revoke: "Volmacht intrekken",
  giveBack: "Volmacht teruggeven",
  give: "Een volmacht geven",
  giveLead: "De andere zetel moet de volmacht aanvaarden. Die zetel kan haar niet doorgeven en houdt hooguit twee volmachten.",
  fromSeat: "Namens welke zetel?",
  toSeat: "Aan welke zetel?",
  scope: "Waarvoor?",
  round: "Stemronde",
  meeting: "Vergadering",
  roundHint: "Alleen nodig bij één stemronde.",
  meetingHint: "Alleen nodig bij één vergadering. De volmacht geldt voor de stemrondes op de agenda.",
  choose: "Kies",
  begins: "Periode begint op",
  ends: "Periode eindigt op",
  periodHint: "Alleen nodig bij een periode. In Nederlandse tijd.",
  button: "Volmacht vragen",
  link: "Volmacht geven of aanvaarden",
};

/** Words of the page on which the secretaris writes down a vote that came by phone or letter. */
export const receivedText = {
  title: "Ontvangen stem vastleggen",
  lead: (closes: string) => `Een zetel gaf haar stem per telefoon, e-mail of brief. U legt die hier vast. De zetel kan de stem zelf veranderen tot de ronde sluit: ${closes}.`,
  read: "Waarover de stem gaat",
  readHint: "Lees aan de telefoon deze tekst voor. Kwam de stem per brief of e-mail, kijk dan of zij over deze tekst ging. Bij de stem wordt vastgelegd dat zij over precies deze woorden gaat.",
  seat: "Namens welke zetel?",
  item: "Over welk voorstel?",
  choice: "Keuze",
  motivation: "Motivering",
  motivationHint: "Zoals de zetel haar gaf.",
  condition: "Voorwaarde",
  conditionHint: "Alleen bij akkoord, mits.",
  choose: "Kies een zetel",
  note: "Hoe ontvangen, en van wie?",
  noteHint: "Bijvoorbeeld: telefonisch op 3 november, van mevrouw De Vries. De zetel leest dit.",
  button: "Stem vastleggen",
  link: "Ontvangen stem vastleggen",
};
