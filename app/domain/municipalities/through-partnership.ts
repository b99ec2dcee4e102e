import { ADOPTION_STATES, type AdoptionState } from "./adoption.ts";

/** What a samenwerkingsverband said about one component, beside what one of its gemeenten said itself. */
export interface Claim {
  readonly municipalityId: string;
  /** slug */
  readonly component: string;
  /** null: the gemeente said nothing itself */
  readonly own: AdoptionState | null;
  readonly said: AdoptionState;
  readonly partnership: string;
}

/** A gemeente that is further than it said itself, because of a samenwerkingsverband it belongs to. */
export interface Gain {
  readonly municipalityId: string;
  readonly component: string;
  readonly from: AdoptionState;
  readonly to: AdoptionState;
  /** the name of the samenwerkingsverband */
  readonly through: string;
}

const rank = (state: AdoptionState): number => ADOPTION_STATES.indexOf(state);

/**
 * Which gemeenten stand further through a samenwerkingsverband than by their own word: the furthest of all counts, and every
 * gemeente once, in however many of them it takes part. Source: domain, "Organisations and seats".
 */
export function gainsOf(claims: readonly Claim[]): Gain[] {
  const gains = new Map<string, Gain>();
  for (const { municipalityId, component, own, said, partnership } of claims) {
    const key = `${municipalityId} ${component}`;
    const known = gains.get(key);
    const from = own ?? "niet";
    if (rank(said) > rank(known?.to ?? from)) gains.set(key, { municipalityId, component, from, to: said, through: partnership });
  }
  return [...gains.values()];
}

/** Counts with those gemeenten moved to where they stand: one off the state they said, one on the state they have. */
export function withGains<Said extends { readonly component: string; readonly state: AdoptionState; readonly amount: number }>(said: readonly Said[], gains: readonly Gain[]): { readonly component: string; readonly state: AdoptionState; readonly amount: number }[] {
  // Who stands at `niet` is counted by the rest, so nothing comes off there.
  const moves = gains.flatMap(({ component, from, to }) => [{ component, state: to, amount: 1 }, ...(from === "niet" ? [] : [{ component, state: from, amount: -1 }])]);
  return [...said, ...moves];
}
