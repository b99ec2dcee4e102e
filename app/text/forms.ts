import type { FieldProblem } from "#app/domain/shared/field-problem.ts";

/** What is wrong with a field, beside the field. */
export const problemText = {
  required: "Vul dit in.",
  "too-long": "Deze tekst is te lang. Maak hem korter.",
  "too-short": "Deze tekst is te kort.",
  "unknown-option": "Kies een van de mogelijkheden.",
  "not-a-date": "Vul een datum in die bestaat. Bijvoorbeeld 2026-12-01.",
  "not-a-time": "Vul een tijd in. Bijvoorbeeld 13:30.",
  "not-a-number": "Vul een heel getal in.",
  "not-an-email": "Vul een e-mailadres in. Bijvoorbeeld naam@gemeente.nl.",
  "in-the-past": "Kies een moment dat nog komt.",
  "too-early": "Deze dag is te vroeg. Kies de dag van de vergadering of het besluit, of een latere dag.",
  "too-many": "U koos te veel. Kies er minder.",
  "not-in-text": "Deze woorden staan niet in de tekst. Neem ze precies over.",
  mismatch: "De twee velden zijn niet gelijk.",
} satisfies Record<FieldProblem, string>;

export const formsText = { summary: "Er is iets niet goed ingevuld", optional: "(niet verplicht)" };

/** Above what another saved meanwhile. */
export const currentText = { summary: "Zo staat het er nu", none: "niet ingevuld" };
