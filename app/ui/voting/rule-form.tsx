import { BASES, PRESET_NAMES } from "#app/domain/voting/rule.ts";
import { baseText, presetText } from "#app/text/voting.ts";
import { newRoundText, ruleFormText as words } from "#app/text/voting-pages.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { CheckboxField, SelectField, TextField } from "../form.tsx";

interface RuleFormProps {
  readonly said: (field: string) => string | undefined;
  readonly problems: Readonly<Partial<Record<string, FieldProblem>>>;
  /** whether the form comes back, so that an unticked box stays unticked */
  readonly isReturned: boolean;
}

/** The rules of a round: by preset, or every number by hand. */
export function RuleForm({ said, problems, isReturned }: RuleFormProps) {
  const count = (name: string, label: string) => <TextField name={name} label={label} type="number" value={said(name) ?? ""} problem={problems[name]} />;
  return (
    <>
      <SelectField
        name="preset"
        label={newRoundText.preset}
        value={said("preset") ?? "gewoon"}
        options={[...PRESET_NAMES.map((value) => ({ value: value as string, label: presetText[value] })), { value: "zelf", label: words.own }]}
      />
      <SelectField
        name="quorum"
        label={newRoundText.quorum}
        value={said("quorum") ?? "helft"}
        options={[
          { value: "helft", label: newRoundText.quorumHalf },
          { value: "geen", label: newRoundText.quorumNone },
          { value: "zelf", label: words.own },
        ]}
      />
      <CheckboxField name="motivation" label={newRoundText.motivation} value="ja" checked={isReturned ? said("motivation") === "ja" : true} />
      <CheckboxField name="earlyClose" label={newRoundText.earlyClose} value="ja" checked={said("earlyClose") === "ja"} />
      <details open={said("preset") === "zelf" || said("quorum") === "zelf"}>
        <summary>{words.summary}</summary>
        <div className="stack">
          <p className="hint">{words.hint}</p>
          {count("majorityNum", words.majorityNum)}
          {count("majorityDen", words.majorityDen)}
          <CheckboxField name="majorityStrict" label={words.strict} value="ja" checked={said("majorityStrict") === "ja"} />
          <SelectField name="base" label={words.base} value={said("base") ?? "voor_tegen"} options={BASES.filter((value) => value !== "aanwezig").map((value) => ({ value, label: baseText[value] }))} />
          {count("quorumNum", words.quorumNum)}
          {count("quorumDen", words.quorumDen)}
          <CheckboxField name="quorumStrict" label={words.quorumStrict} value="ja" checked={said("quorumStrict") === "ja"} />
          {count("objections", words.objections)}
        </div>
      </details>
    </>
  );
}
