import { countAdoption, type AdoptionCount } from "#app/domain/municipalities/adoption.ts";
import type { Db } from "#db/client.ts";
import { countAdoptionStates, countMunicipalities } from "#db/queries/municipalities.ts";
import { listComponents } from "#db/queries/needs.ts";

export interface AdoptionFigures {
  readonly rows: readonly { readonly slug: string; readonly name: string; readonly counts: AdoptionCount }[];
  readonly total: number;
  /** whether any figure is of the demonstration */
  readonly isFictional: boolean;
}

/** The state per component of all gemeenten of today. */
export async function adoptionFigures(db: Db): Promise<AdoptionFigures> {
  const [total, said, components] = [await countMunicipalities(db), await countAdoptionStates(db), await listComponents(db)];
  return {
    total,
    isFictional: said.some((one) => one.isFictional),
    rows: components.map(({ slug, name }) => ({ slug, name, counts: countAdoption(said.filter((one) => one.component === slug), total) })),
  };
}
