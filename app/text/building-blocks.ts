import type { NoteWords } from "#app/domain/building-blocks/note.ts";
import { plural } from "./format.ts";

export const blocksText = {
  title: "Bouwstenen",
  lead: "Zinnen voor uw eigen beleid, die al bij de GGI passen. Kies er een paar en maak er een notitie van.",
  component: "Onderdeel",
  all: "Alle",
  show: "Toon",
  found: (amount: number) => plural(amount, "bouwsteen", "bouwstenen"),
  empty: "Er zijn geen bouwstenen met deze keuze.",
  emptyAction: "Toon alle bouwstenen",
  compose: "Maak een notitie van uw keuze",
  choose: (title: string) => `Kies ${title}`,
  filter: "Kies bouwstenen",
};

export const blockText = {
  statement: "Zin voor uw beleid",
  explanation: "Waarom",
  areas: "Beleidsveld",
  components: "Onderdeel",
  controls: "Norm",
  controlsNote: "De plaats in BIO2 is indicatief, niet bevestigd: een hulp bij het zoeken.",
  compose: "Neem op in een notitie",
  composeWhy: "U kunt er andere bouwstenen bij kiezen en de zin aanpassen.",
  more: "Meer bouwstenen",
};

export const noteText = {
  title: "Notitie samenstellen",
  lead: "Uw keuze staat hieronder per beleidsveld. Pas de zinnen aan uw gemeente aan.",
  empty: "U hebt nog niets gekozen.",
  emptyAction: "Kies bouwstenen",
  organisation: "Naam van uw gemeente",
  adapted: (title: string) => `Uw tekst bij: ${title}`,
  adaptedHint: "Laat leeg om de zin uit de bibliotheek te gebruiken.",
  remove: (title: string) => `Haal weg: ${title}`,
  apply: "Werk de notitie bij",
  download: "Download als Markdown",
  print: "Open om af te drukken",
  preview: "Zo ziet de notitie eruit",
  keep: "Bewaar deze notitie",
  keepTitle: "Naam van de notitie",
  kept: "Uw bewaarde notities",
  keptEmpty: "U hebt nog geen notities bewaard.",
  keptOn: (when: string) => `bewaard op ${when}`,
  signIn: "Log in om een notitie te bewaren.",
  add: "Kies er bouwstenen bij",
  printHint: "Gebruik de knop Afdrukken van uw browser.",
  back: "Terug naar de notitie",
  defaultOrganisation: "onze gemeente",
};

export const noteRefusalText = {
  "title-missing": "Geef de notitie een naam.",
  "no-blocks": "Kies ten minste één bouwsteen.",
  "block-unknown": "Een van de bouwstenen bestaat niet meer. Kies opnieuw.",
  "not-found": "Deze notitie bestaat niet.",
};

/** What stands around the blocks in a note. */
export const NOTE_WORDS: NoteWords = {
  title: (organisation) => `Beleidsnotitie gezamenlijke ICT van ${organisation}`,
  intro: (organisation) => `In deze notitie staat hoe ${organisation} de gezamenlijke ICT van gemeenten (GGI) gebruikt.`,
  sources: "Normen waar dit aan bijdraagt",
  rests: (title, controls) => `${title}: ${controls}`,
};

export const noteNotices: Record<string, string> = { "note-saved": "De notitie is bewaard." };
