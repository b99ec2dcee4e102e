/** What can be wrong with one field of a form; the Dutch sentences are in app/text/forms.ts. */
export const FIELD_PROBLEMS = [
  "required",
  "too-long",
  "too-short",
  "unknown-option",
  "not-a-date",
  "not-a-time",
  "not-a-number",
  "not-an-email",
  "in-the-past",
  "too-early",
  "too-many",
  "mismatch",
  "not-in-text",
] as const;
export type FieldProblem = (typeof FIELD_PROBLEMS)[number];
