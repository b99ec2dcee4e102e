import type { ProposalKind } from "#app/domain/proposals/proposal.ts";
import type { Template } from "#app/domain/proposals/template.ts";

/** What a writer can start from: the structure of a good text, with between brackets what is still to be filled in. */
export const templates = {
  eis: {
    statement: "De leverancier [doet wat] binnen [welke tijd of grens].\n\nDit geldt voor [welk onderdeel of welke situatie].",
    rationale: "**Nu.** [Wat gaat er mis of ontbreekt?]\n\n**Straks.** [Wat kan een gemeente als dit is geregeld?]",
    acceptance: "De leverancier toont dit aan met:\n\n- [een meting, rapport of proef]\n- [bij welke waarde is het goed?]\n- [hoe vaak kijken we opnieuw?]",
    source: "[Norm, wet of besluit, met nummer]",
  },
  wens: {
    statement: "De leverancier [biedt wat] aan gemeenten.\n\nMeer punten als [wat maakt het beter?].",
    rationale: "[Wat levert dit op, en voor welke gemeenten?]",
    acceptance: "Punten:\n\n- alle punten: [wanneer?]\n- de helft: [wanneer?]\n- geen punten: [wanneer?]",
    source: "[Norm, voorbeeld of ervaring van een gemeente]",
  },
  advies: {
    statement: "**Vraag.** [Wat wil het bestuur weten?]\n\n**Advies.** [Wat raadt de Adviesraad aan, in één zin?]\n\n**Voor wie.** [Wie moet iets doen, en wanneer?]",
    rationale: "**Voor.** [Wat pleit ervoor?]\n\n**Tegen.** [Wat pleit ertegen?]\n\n**Gevolgen.** [Voor organisatie, geld en mensen]",
    acceptance: "[Hoe zien we over een jaar dat het advies werkt?]",
    source: "[Gesprekken, onderzoek of besluiten waarop dit rust]",
  },
} satisfies Record<ProposalKind, Template>;
