import type { EntryKind } from "#app/domain/search/kinds.ts";

/** What can be found, in the words of the address: `?soort=voorstellen`. */
export const FOUND = ["proposal", "decision", "minutes", "building_block", "requirement_set", "municipality"] as const satisfies readonly (EntryKind | "municipality")[];
export type Found = (typeof FOUND)[number];

export const foundSlug = { proposal: "voorstellen", decision: "besluiten", minutes: "notulen", building_block: "bouwstenen", requirement_set: "programmas-van-eisen", municipality: "gemeenten" } satisfies Record<Found, string>;

export const foundText = { proposal: "Voorstellen", decision: "Besluiten", minutes: "Notulen", building_block: "Bouwstenen", requirement_set: "Programma’s van eisen", municipality: "Gemeenten" } satisfies Record<Found, string>;

export const searchText = {
  title: "Zoeken",
  placeholder: "Zoek een voorstel, besluit of gemeente",
  titleFor: (question: string) => `Zoeken naar ${question}`,
  lead: "Vind voorstellen, besluiten, notulen, bouwstenen, programma’s van eisen en gemeenten.",
  label: "Waar zoekt u naar?",
  button: "Zoeken",
  kinds: "Soorten resultaten",
  all: "Alles",
  results: "Resultaten",
  count: (count: number, question: string) => (count === 1 ? `1 resultaat voor "${question}"` : `${String(count)} resultaten voor "${question}"`),
  nothing: (question: string) => `Niets gevonden voor "${question}"`,
  nothingOfKind: "Van deze soort is niets gevonden. Kijk bij Alles.",
  tipsTitle: "Zo vindt u meer",
  tips: [
    "Gebruik minder woorden, of alleen het begin van een woord.",
    "Zoek op een nummer, bijvoorbeeld VEI-003 of B-2026-014.",
    "Zoek op de naam van een gemeente.",
    "Log in. Een deel van de teksten is alleen voor gemeenten.",
  ],
  merged: "opgegaan in een andere gemeente",
  municipality: (province: string | null) => (province === null ? "Gemeente" : `Gemeente in ${province}`),
  examplesTitle: "Probeer bijvoorbeeld",
  examples: ["certificaten", "logbestanden", "IPv6", "leverancier"],
};
