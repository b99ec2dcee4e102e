import type { AmendmentState } from "./amendment.ts";
import type { OpenChange } from "./amendment-merge.ts";
import type { TextField } from "./proposal.ts";

interface Kept {
  readonly id: string;
  readonly position: number;
  readonly field: TextField;
  readonly start: number;
  readonly removed: string;
  readonly added: string;
  readonly nowStart: number | null;
  readonly disposition: unknown;
}

/** An open change with the amendment that asks for it: "2.1" is the first change of the second amendment. */
export interface LiveChange extends OpenChange {
  readonly amendment: number;
  readonly position: number;
}

/** The changes that still wait for an answer, at their place in the current version. */
export const openChanges = (amendments: readonly { readonly number: number; readonly state: AmendmentState; readonly changes: readonly Kept[] }[]): LiveChange[] =>
  amendments
    .filter(({ state }) => state === "submitted")
    .flatMap(({ number, changes }) =>
      changes
        .filter(({ disposition }) => disposition === null)
        .map(({ id, position, field, start, removed, added, nowStart }) => ({ ...{ id, position, field, removed, added }, start: nowStart ?? start, isAnchored: nowStart !== null, amendment: number })),
    );
