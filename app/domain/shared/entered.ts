/** What was typed in a form, to be shown again. A field that may hold several values (checkboxes) is a list. */
export type Entered = Readonly<Record<string, string | readonly string[]>>;

/** The single typed value of a field, for showing it again. */
export const typed = (entered: Entered | undefined, field: string): string | undefined => {
  const value = entered?.[field];
  return typeof value === "string" ? value : value?.[0];
};
