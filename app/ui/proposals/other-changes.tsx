import type { Moscow } from "#app/domain/proposals/proposal.ts";
import { compareText, fieldText, formText, moscowText } from "#app/text/proposals.ts";
import { Fields } from "#app/ui/fields.tsx";
import { Section } from "#app/ui/layout.tsx";

export interface Lists {
  readonly moscow: Moscow;
  readonly weight: number | null;
  readonly components: readonly string[];
  readonly needs: readonly string[];
  readonly policyAreas: readonly string[];
  readonly controls: readonly string[];
}

/** The fields of a version that are not running text, as far as they differ: what it was and what it is. */
export function OtherChanges({ before, after }: { before: Lists; after: Lists }) {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  const rows = is.flatMap(({ term, value }, index) => {
    const old = was[index]?.value ?? "";
    return old === value ? [] : [{ term, value: `${compareText.was} ${old || compareText.none}, ${compareText.is} ${value || compareText.none}` }];
  });
  if (rows.length === 0) return null;
  return (
    <Section id="overig" title={compareText.lists}>
      <Fields rows={rows} />
    </Section>
  );
}

const wordsOf = ({ moscow, weight, components, needs, policyAreas, controls }: Lists) => [
  { term: fieldText.moscow, value: moscowText[moscow] },
  { term: fieldText.weight, value: weight === null ? "" : String(weight) },
  { term: formText.components, value: components.join(", ") },
  { term: formText.needs, value: needs.join(", ") },
  { term: formText.policyAreas, value: policyAreas.join(", ") },
  { term: formText.controls, value: controls.join(", ") },
];
