import { TEXT_FIELDS, type TextField } from "./proposal.ts";

/** What a kind of proposal can start from, per field; a field without a start is left out. */
export type Template = Readonly<Partial<Record<TextField, string>>>;

/** The fields that are still empty get the start of the template. What somebody typed stays as it is. */
export const fillEmpty = (typed: (field: TextField) => string, template: Template): Partial<Record<TextField, string>> =>
  Object.fromEntries(TEXT_FIELDS.flatMap((field) => (typed(field).trim() === "" && template[field] !== undefined ? [[field, template[field]]] : [])));
