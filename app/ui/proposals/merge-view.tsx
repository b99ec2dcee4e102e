import type { FieldDiff } from "#app/domain/proposals/diff.ts";
import { CLASH_CHOICES } from "#app/domain/proposals/merge.ts";
import type { Clash } from "#app/domain/proposals/version-merge.ts";
import { mergeText } from "#app/text/editor.ts";
import { fieldText, moscowText } from "#app/text/proposals.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm } from "#app/ui/form.tsx";
import { Section } from "#app/ui/layout.tsx";
import { ProposalChanges } from "./proposal-changes.tsx";

export interface ShownMerge {
  readonly version: number;
  readonly author: string;
  readonly theirs: readonly FieldDiff[];
  readonly yours: readonly FieldDiff[];
  readonly clashes: readonly Clash[];
}

/** Both texts of a lost update: what the other changed and what you changed, each against the version you started from. */
export function MergeOverview({ merge }: { merge: ShownMerge }) {
  return (
    <>
      <Section id="samenvoegen" title={mergeText.title}>
        <p>{mergeText.lead(merge.author, merge.version)}</p>
        <p>{merge.clashes.length === 0 ? mergeText.clean : mergeText.clashes(merge.clashes.length)}</p>
      </Section>
      <Section id="van-de-ander" title={mergeText.theirs(merge.version)}>
        <ProposalChanges changes={merge.theirs} why="" />
      </Section>
      <Section id="van-u" title={mergeText.yours}>
        {merge.yours.length === 0 ? <p>{mergeText.unchanged}</p> : <ProposalChanges changes={merge.yours} why="" />}
      </Section>
    </>
  );
}

/** The places that two people changed in two ways: one choice each. What was typed travels along in the form. */
export function MergeForm({ merge, entered }: { merge: ShownMerge; entered: Readonly<Record<string, string | readonly string[]>> }) {
  const typed = Object.entries(entered).flatMap(([name, value]) => (name === "stap" ? [] : typeof value === "string" ? [[name, value] as const] : value.map((one) => [name, one] as const)));
  return (
    <PageForm id="keuzes">
      {typed.map(([name, value], index) => (
        <input key={`${name}-${index}`} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="samenMet" value={merge.version} />
      {merge.clashes.map((clash) => (
        <ClashChoice key={`${clash.field}-${clash.index}`} clash={clash} />
      ))}
      <Button name="stap" value="samenvoegen">
        {mergeText.goOn}
      </Button>
    </PageForm>
  );
}

function ClashChoice({ clash }: { clash: Clash }) {
  const { field, index, base } = clash;
  const isWhole = field === "moscow" || field === "weight";
  return (
    <fieldset className="stack">
      <legend className="utrecht-form-fieldset__legend">{mergeText.place(fieldText[field], index + 1)}</legend>
      <div>
        <p className="small muted">{mergeText.base}</p>
        <p className="preline">{words(field, base)}</p>
      </div>
      <div className="choices choices-1">
        {CLASH_CHOICES.filter((choice) => choice !== "both" || !isWhole).map((choice) => (
          <label key={choice}>
            <input type="radio" name={`keuze-${field}-${index}`} value={choice} defaultChecked={choice === "yours"} />
            <span>
              {mergeText.choices[choice]}
              {choice !== "both" && <span className="small muted block preline">{words(field, clash[choice])}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const words = (field: Clash["field"], value: string): string => (value.trim() === "" ? mergeText.empty : field === "moscow" && value in moscowText ? moscowText[value as keyof typeof moscowText] : value.trim());
