/** Every address a person can visit, in Dutch. app/routes.ts gives each one its page. */
export const paths = {
  home: "/",
  // bodies
  bodies: "/gremia",
  body: "/gremia/:slug",
  bodyCalendar: "/gremia/:slug/agenda.ics",
  proxies: "/gremia/:slug/volmachten",
  proxyAcceptance: "/gremia/:slug/volmachten/:proxyId/aanvaarding",
  proxyRevocation: "/gremia/:slug/volmachten/:proxyId/intrekking",
  // needs
  needs: "/behoeften",
  newNeed: "/behoeften/nieuw",
  need: "/behoeften/:number",
  needAnswer: "/behoeften/:number/antwoord",
  // proposals
  proposals: "/voorstellen",
  newProposal: "/voorstellen/nieuw",
  proposal: "/voorstellen/:number",
  proposalVersion: "/voorstellen/:number/versies/:version",
  proposalComparison: "/voorstellen/:number/vergelijk",
  proposalEdit: "/voorstellen/:number/bewerken",
  proposalDiscussion: "/voorstellen/:number/bespreking",
  proposalWithdrawal: "/voorstellen/:number/intrekking",
  proposalReferral: "/voorstellen/:number/adviesaanvraag",
  proposalSubmission: "/voorstellen/:number/portfolio",
  proposalResubmission: "/voorstellen/:number/herziening",
  proposalLabel: "/voorstellen/:number/vertrouwelijkheid",
  proposalLinks: "/voorstellen/:number/verbanden",
  proposalComments: "/voorstellen/:number/reacties",
  commentAnswer: "/voorstellen/:number/reacties/:commentId/antwoord",
  conditionAnswer: "/voorstellen/:number/voorwaarden/:conditionId/antwoord",
  conditionConfirmation: "/voorstellen/:number/voorwaarden/:conditionId/bevestiging",
  // voting
  rounds: "/stemrondes",
  newRound: "/stemrondes/nieuw",
  round: "/stemrondes/:id",
  roundBallot: "/stemrondes/:id/stembiljet",
  roundResult: "/stemrondes/:id/uitslag",
  roundResultJson: "/stemrondes/:id/uitslag.json",
  roundResultCsv: "/stemrondes/:id/uitslag.csv",
  roundComparison: "/stemrondes/:id/vergelijk",
  roundAnnouncement: "/stemrondes/:id/aankondiging",
  roundOpening: "/stemrondes/:id/opening",
  roundClosing: "/stemrondes/:id/sluiting",
  roundExtension: "/stemrondes/:id/verlenging",
  roundWithdrawal: "/stemrondes/:id/intrekking",
  roundEstablishment: "/stemrondes/:id/vaststelling",
  roundPublication: "/stemrondes/:id/publicatie",
  roundInvalidation: "/stemrondes/:id/ongeldigheid",
  roundRecusal: "/stemrondes/:id/verschoning",
  ballotWithdrawal: "/stemrondes/:id/stem-intrekking",
  receivedBallot: "/stemrondes/:id/ontvangen-stem",
  roundRanking: "/stemrondes/:id/rangschikking",
  roundRehearsal: "/stemrondes/:id/oefening",
  itemPull: "/stemrondes/:id/apart-stemmen",
  treatmentRequest: "/stemrondes/:id/vergaderverzoek",
  resultErratum: "/stemrondes/:id/uitslag/erratum",
  // meetings and decisions
  meetings: "/vergaderingen",
  newMeeting: "/vergaderingen/nieuw",
  meetingImport: "/vergaderingen/importeren",
  meeting: "/vergaderingen/:id",
  meetingEdit: "/vergaderingen/:id/bewerken",
  meetingAgenda: "/vergaderingen/:id/agenda",
  agendaItem: "/vergaderingen/:id/agenda/:itemId",
  agendaItemMove: "/vergaderingen/:id/agenda/:itemId/volgorde",
  agendaItemRemoval: "/vergaderingen/:id/agenda/:itemId/verwijdering",
  agendaSending: "/vergaderingen/:id/agenda-verzending",
  meetingStart: "/vergaderingen/:id/begin",
  meetingEnd: "/vergaderingen/:id/einde",
  meetingCancellation: "/vergaderingen/:id/annulering",
  meetingReply: "/vergaderingen/:id/aanmelding",
  attendance: "/vergaderingen/:id/aanwezigheid",
  minutes: "/vergaderingen/:id/notulen",
  minutesEdit: "/vergaderingen/:id/notulen/bewerken",
  minutesConcept: "/vergaderingen/:id/notulen/concept",
  minutesAdoption: "/vergaderingen/:id/notulen/vaststelling",
  minutesPublication: "/vergaderingen/:id/notulen/publicatie",
  minutesErratum: "/vergaderingen/:id/notulen/erratum",
  meetingDecision: "/vergaderingen/:id/besluit",
  meetingAction: "/vergaderingen/:id/actiepunt",
  decisions: "/besluiten",
  decision: "/besluiten/:number",
  decisionMinutes: "/besluiten/:number/notulen",
  decisionPublication: "/besluiten/:number/publicatie",
  decisionEdit: "/besluiten/:number/bewerken",
  actions: "/actiepunten",
  actionsCsv: "/actiepunten.csv",
  actionCompletion: "/actiepunten/:number/afronding",
  calendar: "/agenda.ics",
  // portfolio and roadmap
  portfolio: "/portfolio",
  newInitiative: "/portfolio/nieuw",
  initiative: "/portfolio/:number",
  initiativeEdit: "/portfolio/:number/bewerken",
  initiativeResumption: "/portfolio/:number/hervatting",
  initiativeRoadmap: "/portfolio/:number/roadmap",
  portfolioDecision: "/portfolio/:number/besluit",
  capacity: "/portfolio/capaciteit",
  roadmap: "/roadmap",
  roadmapCsv: "/roadmap.csv",
  roadmapItem: "/roadmap/:number",
  roadmapMove: "/roadmap/:number/verplaatsing",
  roadmapProgress: "/roadmap/:number/stand",
  milestones: "/roadmap/:number/mijlpalen",
  milestoneReached: "/roadmap/:number/mijlpalen/:milestoneId/gehaald",
  // gemeenten and building blocks
  municipalities: "/gemeenten",
  municipality: "/gemeenten/:code",
  municipalityAdoption: "/gemeenten/:code/aansluiting",
  buildingBlocks: "/bouwstenen",
  buildingBlock: "/bouwstenen/:slug",
  noteComposer: "/bouwstenen/samenstellen",
  noteDownload: "/bouwstenen/samenstellen/notitie.md",
  notePrint: "/bouwstenen/samenstellen/afdrukken",
  joining: "/meedoen",
  // personal
  tasks: "/mijn",
  follow: "/volgen",
  newsSeen: "/mijn/gezien",
  search: "/zoeken",
  login: "/inloggen",
  keptForm: "/bewaarde-tekst",
  keptFormDisposal: "/bewaarde-tekst/verwijdering",
  logout: "/uitloggen",
  setPassword: "/wachtwoord/:token",
  account: "/account",
  accountPassword: "/account/wachtwoord",
  accountSessions: "/account/sessies",
  // administration
  admin: "/beheer",
  adminAccounts: "/beheer/accounts",
  adminNewAccount: "/beheer/accounts/nieuw",
  adminAccount: "/beheer/accounts/:id",
  adminAccountLink: "/beheer/accounts/:id/link",
  adminAccountDisabling: "/beheer/accounts/:id/blokkade",
  adminBodies: "/beheer/gremia",
  adminNewBody: "/beheer/gremia/nieuw",
  adminBody: "/beheer/gremia/:slug",
  adminSeats: "/beheer/gremia/:slug/zetels",
  adminSeatEnd: "/beheer/gremia/:slug/zetels/:seatId/einde",
  adminMemberships: "/beheer/gremia/:slug/leden",
  adminMembershipEnd: "/beheer/gremia/:slug/leden/:membershipId/einde",
  adminOrganisations: "/beheer/organisaties",
  audit: "/logboek",
  // about the portal
  about: "/over",
  privacy: "/privacy",
  accessibility: "/toegankelijkheid",
  glossary: "/begrippen",
  // machines
  health: "/healthz",
  ready: "/readyz",
  proposalFeed: "/feeds/voorstellen.atom",
  decisionFeed: "/feeds/besluiten.atom",
  bodyFeed: "/feeds/gremia/:slug.atom",
  sitemap: "/sitemap.xml",
  robots: "/robots.txt",
  securityTxt: "/.well-known/security.txt",
  // demonstration
  demoAccount: "/demo/account",
  demoVotes: "/demo/rondes/:id/overige-stemmen",
} as const;

type Path = (typeof paths)[keyof typeof paths];
type ParametersIn<P extends string> = P extends `${infer Head}/${infer Tail}`
  ? ParametersIn<Head> | ParametersIn<Tail>
  : P extends `:${infer Name}.${string}`
    ? Name
    : P extends `:${infer Name}`
      ? Name
      : never;
type Parameters<P extends string> = [ParametersIn<P>] extends [never] ? [query?: Query] : [values: Record<ParametersIn<P>, string | number>, query?: Query];
type Query = Readonly<Record<string, string | number | null | undefined>>;

/**
 * A link to a page: `href(paths.round, { id })`, with an optional query behind it: `href(paths.proposals, { gremium: "veilig" })`.
 * A missing or misspelt parameter does not compile; empty query values are left out.
 */
export function href<P extends Path>(path: P, ...rest: Parameters<P>): string {
  const takesValues = path.includes("/:");
  const values = (takesValues ? rest[0] : {}) as Record<string, string | number>;
  const query = ((takesValues ? rest[1] : rest[0]) ?? {}) as Query;
  const address = path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === null || value === undefined || value === "" ? [] : [[name, String(value)]])),
  ).toString();
  return search === "" ? address : `${address}?${search}`;
}
