/** Words of the start page. */
export const homeText = {
  title: "Samen beslissen over onze gedeelde ICT",
  lead: "Hier schrijven gemeenten samen eisen, stemmen zij daarover en ziet iedereen wat er is besloten.",
  decisions: "Nieuwste besluiten",
  allDecisions: "Alle besluiten",
  meetings: "Volgende vergaderingen",
  calendar: "Zet in uw agenda (.ics)",
  rounds: "Nu in stemming",
  allRounds: "Alle stemrondes",
  closes: (moment: string) => `Sluit ${moment}`,
  noDecisions: "Er zijn nog geen besluiten.",
  noMeetings: "Er staat geen vergadering gepland.",
  noRounds: "Er is nu geen stemronde open.",
};
