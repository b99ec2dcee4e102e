/** How far a gemeente is with one component, from nothing to connected. Source: domain, "Gemeenten". */
export const ADOPTION_STATES = ["niet", "orientatie", "besloten", "in_aansluiting", "aangesloten"] as const;
export type AdoptionState = (typeof ADOPTION_STATES)[number];

/** How many gemeenten stand where with one component. Every gemeente counts once; who said nothing stands at `niet`. */
export type AdoptionCount = Readonly<Record<AdoptionState, number>>;

/** The figures of one component from the states that were said, out of so many gemeenten. */
export function countAdoption(said: readonly { readonly state: AdoptionState; readonly amount: number }[], municipalities: number): AdoptionCount {
  const counts = Object.fromEntries(ADOPTION_STATES.map((state) => [state, said.filter((one) => one.state === state).reduce((sum, { amount }) => sum + amount, 0)])) as Record<AdoptionState, number>;
  const others = ADOPTION_STATES.filter((state) => state !== "niet").reduce((sum, state) => sum + counts[state], 0);
  return { ...counts, niet: Math.max(0, municipalities - others) };
}

export type AdoptionRefusal = "not-found" | "not-allowed" | "component-unknown" | "merged" | "note-too-long";
