import { typed, type Entered } from "#app/domain/shared/entered.ts";
import { ROUND_KINDS } from "#app/domain/voting/choice.ts";
import { href, paths } from "#app/paths.ts";
import { roundKindHint, roundKindText } from "#app/text/voting.ts";
import { quietDayForm } from "#app/text/quiet-days.ts";
import { newRoundText as words } from "#app/text/voting-preparing.ts";
import { CheckboxField, CheckboxGroup, ChoiceField, TextField } from "#app/ui/form.tsx";
import type { RoundChoices } from "./load-choices.ts";
import type { RoundFormAnswer } from "./round-form.tsx";
import { motionFields, shownMotions } from "./subject-fields.ts";

interface SubjectFormProps {
  readonly choices: RoundChoices;
  readonly isAdvisory: boolean;
  /** the items and the kind follow from another round */
  readonly isFixed: boolean;
  readonly slots: number;
  /** what is stored, or what a new round starts with */
  readonly stored: Entered;
  readonly answer: RoundFormAnswer | undefined;
}

/** The labels of the fields of this step, for the list of problems on top. */
export const subjectLabels = (slots: number): Record<string, string> => ({
  ...{ title: words.name, explanation: words.explanation, kind: words.kind, proposals: words.proposals },
  ...Object.fromEntries(Array.from({ length: slots }, (_, index) => [[motionFields(index + 1).title, words.motionTitle(index + 1)], [motionFields(index + 1).text, words.motionText(index + 1)]]).flat()),
});

/** The first step: what the round is called, of which kind it is, and about what. */
export function SubjectForm({ choices, isAdvisory, isFixed, slots, stored, answer }: SubjectFormProps) {
  const entered = answer?.entered ?? stored;
  const problems = answer?.problems ?? {};
  const listed = (field: string): readonly string[] => {
    const values = entered[field];
    return Array.isArray(values) ? (values as readonly string[]) : [];
  };
  return (
    <>
      <TextField name="title" label={words.name} hint={words.nameHint} value={typed(entered, "title")} problem={problems["title"]} required maxLength={150} />
      <TextField name="explanation" label={words.explanation} hint={words.explanationHint} value={typed(entered, "explanation")} problem={problems["explanation"]} multiline rows={3} maxLength={5000} />
      {isFixed ? (
        <>
          <input type="hidden" name="kind" value={typed(entered, "kind")} />
          <p>{words.fixed}</p>
        </>
      ) : (
        <>
          <ChoiceField name="kind" label={words.kind} value={typed(entered, "kind")} problem={problems["kind"]} options={ROUND_KINDS.map((value) => ({ value, label: roundKindText[value], hint: roundKindHint[value] }))} />
          {choices.proposals.length === 0 ? (
            <p>
              {words.noProposals} <a href={href(paths.proposals)}>{words.toProposals}</a>
            </p>
          ) : (
            <CheckboxGroup name="proposals" label={words.proposals} hint={isAdvisory ? words.proposalsHintAdvice : words.proposalsHint} options={choices.proposals} values={listed("proposals")} problem={problems["proposals"]} />
          )}
          {choices.initiatives.length > 0 && <CheckboxGroup name="initiatives" label={words.initiatives} hint={words.initiativesHint} options={choices.initiatives} values={listed("initiatives")} />}
          {choices.minutes.length > 0 && <CheckboxGroup name="minutes" label={words.minutes} hint={words.minutesHint} options={choices.minutes} values={listed("minutes")} />}
          {choices.ranked.length > 0 && (
            <details open={listed("ranked").length > 0}>
              <summary>{words.rankedSummary}</summary>
              <CheckboxGroup name="ranked" label={words.ranked} hint={words.rankedHint} options={choices.ranked} values={listed("ranked")} />
            </details>
          )}
          <Motions entered={entered} problems={problems} slots={slots} />
        </>
      )}
      {answer?.refusal === "deadline-on-quiet-day" && <CheckboxField name="bevestig" label={quietDayForm.confirm} />}
    </>
  );
}

/** Every free text that there is, and room for one more. */
function Motions({ entered, problems, slots }: { entered: Entered; problems: RoundFormAnswer["problems"]; slots: number }) {
  const shown = shownMotions(entered, slots);
  return (
    <details open={shown > 1}>
      <summary>{words.motion}</summary>
      <div className="stack">
        {Array.from({ length: shown }, (_, index) => {
          const { title, text } = motionFields(index + 1);
          return (
            <div key={title} className="stack">
              <TextField name={title} label={words.motionTitle(index + 1)} value={typed(entered, title)} problem={problems[title]} maxLength={150} />
              <TextField name={text} label={words.motionText(index + 1)} hint={words.motionHint} value={typed(entered, text)} problem={problems[text]} multiline rows={4} maxLength={5000} />
            </div>
          );
        })}
      </div>
    </details>
  );
}
