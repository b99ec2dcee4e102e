import { ADOPTION_STATES, type AdoptionCount } from "#app/domain/municipalities/adoption.ts";
import { number } from "#app/text/format.ts";
import { adoptionText, municipalitiesText } from "#app/text/municipalities.ts";
import { DataTable } from "../table.tsx";

/** How many gemeenten stand where, per component. */
export function AdoptionTable({ rows }: { rows: readonly { readonly slug: string; readonly name: string; readonly counts: AdoptionCount }[] }) {
  return (
    <DataTable
      caption={municipalitiesText.progressCaption}
      head={[municipalitiesText.component, ...ADOPTION_STATES.map((state) => adoptionText[state])]}
      rows={rows.map(({ slug, name, counts }) => ({ key: slug, cells: [name, ...ADOPTION_STATES.map((state) => number(counts[state]))] }))}
    />
  );
}
