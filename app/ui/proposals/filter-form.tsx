import { PROPOSAL_KINDS, PROPOSAL_STATES } from "#app/domain/proposals/proposal.ts";
import { kindText, listText, stateSlug, stateText } from "#app/text/proposals.ts";
import { href, paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/form.tsx";
import type { Option } from "./text-fields.tsx";

interface FilterFormProps {
  readonly choice: { readonly q: string; readonly gremium: string; readonly status: string; readonly soort: string; readonly onderdeel: string; readonly behoefte: string; readonly maatregel: string; readonly sort: string };
  readonly bodies: readonly Option[];
  readonly components: readonly Option[];
}

/** What the list of proposals can be narrowed to; a plain GET form, so the address can be kept and shared. */
export function FilterForm({ choice, bodies, components }: FilterFormProps) {
  return (
    <form method="get" action={href(paths.proposals)} className="filter" role="search">
      <TextField name="q" label={listText.search} value={choice.q} type="search" />
      <SelectField name="gremium" label={listText.body} value={choice.gremium} options={[{ value: "", label: listText.anyBody }, ...bodies]} />
      <SelectField
        name="status"
        label={listText.state}
        value={choice.status}
        options={[{ value: "", label: listText.anyState }, ...PROPOSAL_STATES.map((state) => ({ value: stateSlug(state), label: stateText[state] }))]}
      />
      <SelectField
        name="soort"
        label={listText.kind}
        value={choice.soort}
        options={[{ value: "", label: listText.anyKind }, ...PROPOSAL_KINDS.map((kind) => ({ value: kind, label: kindText[kind] }))]}
      />
      <SelectField name="onderdeel" label={listText.component} value={choice.onderdeel} options={[{ value: "", label: listText.anyComponent }, ...components]} />
      <SelectField
        name="sort"
        label={listText.sort}
        value={choice.sort}
        options={(["changed", "newest", "number", "title"] as const).map((sort) => ({ value: listText.sortSlugs[sort], label: listText.sorts[sort] }))}
      />
      {choice.behoefte !== "" && <input type="hidden" name="behoefte" value={choice.behoefte} />}
      {choice.maatregel !== "" && <input type="hidden" name="maatregel" value={choice.maatregel} />}
      <Button secondary>{listText.apply}</Button>
    </form>
  );
}
