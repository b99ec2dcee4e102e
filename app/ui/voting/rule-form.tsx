import { typed, type Entered } from "#app/domain/shared/entered.ts";
import { BASES, MOTIVATED, PRESET_NAMES } from "#app/domain/voting/rule.ts";
import { baseText, choiceText, presetText } from "#app/text/voting.ts";
import { roundPartText, ruleFormText as words } from "#app/text/voting-preparing.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { CheckboxField, CheckboxGroup, SelectField, TextField } from "../form.tsx";

interface RuleFormProps {
  readonly entered: Entered;
  readonly problems: Readonly<Partial<Record<string, FieldProblem>>>;
}

/** The rules of a round: by preset, or every number by hand. */
export function RuleForm({ entered, problems }: RuleFormProps) {
  const said = (field: string) => typed(entered, field);
  const count = (name: string, label: string) => <TextField name={name} label={label} type="number" value={said(name) ?? ""} problem={problems[name]} />;
  return (
    <>
      <SelectField
        name="preset"
        label={roundPartText.preset}
        value={said("preset") ?? "gewoon"}
        options={[...PRESET_NAMES.map((value) => ({ value: value as string, label: presetText[value] })), { value: "zelf", label: words.own }]}
      />
      <SelectField
        name="quorum"
        label={roundPartText.quorum}
        value={said("quorum") ?? "helft"}
        options={[
          { value: "helft", label: roundPartText.quorumHalf },
          { value: "geen", label: roundPartText.quorumNone },
          { value: "zelf", label: words.own },
        ]}
      />
      <CheckboxField name="secondCall" label={roundPartText.secondCall} value="ja" checked={said("secondCall") === "ja"} />
      <CheckboxField name="castingVote" label={roundPartText.castingVote} value="ja" checked={said("castingVote") === "ja"} />
      <CheckboxGroup name="motivation" label={roundPartText.motivation} options={MOTIVATED.map((value) => ({ value, label: choiceText[value] }))} values={MOTIVATED.filter((choice) => entered["motivation"]?.includes(choice))} problem={problems["motivation"]} />
      <CheckboxField name="earlyClose" label={roundPartText.earlyClose} value="ja" checked={said("earlyClose") === "ja"} />
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
