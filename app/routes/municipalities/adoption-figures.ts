import { countAdoption, type AdoptionCount } from "#app/domain/municipalities/adoption.ts";
import { withGains, type Gain } from "#app/domain/municipalities/through-partnership.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "#db/client.ts";
import { countAdoptionStates, countMunicipalities } from "#db/queries/municipalities.ts";
import { listComponents } from "#db/queries/needs.ts";
import { listGains } from "#db/queries/partnerships.ts";

export interface AdoptionFigures {
  readonly rows: readonly { readonly slug: string; readonly name: string; readonly counts: AdoptionCount }[];
  readonly total: number;
  /** whether any figure is of the demonstration */
  readonly isFictional: boolean;
  /** who stands further through a samenwerkingsverband */
  readonly gains: readonly Gain[];
}

/** The state per component of all gemeenten of today, each counted once, by itself or through a samenwerkingsverband. */
export async function adoptionFigures(db: Db, now: Instant): Promise<AdoptionFigures> {
  const [total, said, components] = [await countMunicipalities(db), await countAdoptionStates(db), await listComponents(db)];
  const gains = await listGains(db, now);
  const counted = withGains(said, gains);
  return {
    total,
    gains,
    isFictional: said.some((one) => one.isFictional),
    rows: components.map(({ slug, name }) => ({ slug, name, counts: countAdoption(counted.filter((one) => one.component === slug), total) })),
  };
}
