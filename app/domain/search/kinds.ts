/** What can be found by its text; gemeenten are found by their name. */
export const ENTRY_KINDS = ["proposal", "decision", "minutes", "building_block", "requirement_set"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
