import { typed } from "#app/domain/shared/entered.ts";
import { ROUND_KINDS } from "#app/domain/voting/choice.ts";
import { href, paths } from "#app/paths.ts";
import { quietDayForm } from "#app/text/quiet-days.ts";
import { roundKindHint, roundKindText, votingRefusalText } from "#app/text/voting.ts";
import { newRoundText as words } from "#app/text/voting-pages.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, CheckboxGroup, ChoiceField, ErrorSummary, PageForm, SelectField, TextField, type Option } from "#app/ui/form.tsx";
import { RuleForm } from "#app/ui/voting/rule-form.tsx";
import type { RoundFormAnswer } from "./round-form.tsx";

interface NewRoundFormProps {
  readonly choices: {
    readonly proposals: readonly Option[];
    readonly ranked: readonly Option[];
    readonly initiatives: readonly Option[];
    readonly minutes: readonly Option[];
    readonly chosen: readonly string[];
    readonly opensAt: string;
    readonly closesAt: string;
  };
  readonly isAdvisory: boolean;
  readonly answer: RoundFormAnswer | undefined;
}

const LABELS = {
  ...{ title: words.name, explanation: words.explanation, kind: words.kind, proposals: words.proposals, motionTitle: words.motionTitle, motionText: words.motionText, opensAt: words.opensAt, closesAt: words.closesAt },
  ...{ majorityNum: words.preset, majorityDen: words.preset, quorumNum: words.quorum, quorumDen: words.quorum, objections: words.options },
} as const;

/** In four steps on one page: what it is about, by which rules, when, and then: ready or open. */
export function NewRoundForm({ choices, isAdvisory, answer }: NewRoundFormProps) {
  const said = (field: string) => typed(answer?.entered, field);
  const listed = (field: string): readonly string[] | undefined => {
    const values = answer?.entered[field];
    return Array.isArray(values) ? (values as readonly string[]) : undefined;
  };
  const problems = answer?.problems ?? {};
  return (
    <PageForm>
      <ErrorSummary problems={Object.entries(LABELS).flatMap(([field, label]) => (problems[field] ? [{ field, label, problem: problems[field] }] : []))} />
      {answer?.refusal && (
        <Alert live>{votingRefusalText[answer.refusal]}</Alert>
      )}
      <h2>{words.stepSubject}</h2>
      <TextField name="title" label={words.name} hint={words.nameHint} value={said("title")} problem={problems["title"]} required maxLength={150} />
      <TextField name="explanation" label={words.explanation} hint={words.explanationHint} value={said("explanation")} problem={problems["explanation"]} multiline rows={3} maxLength={5000} />
      <ChoiceField name="kind" label={words.kind} value={said("kind") ?? "besluit"} problem={problems["kind"]} options={ROUND_KINDS.map((value) => ({ value, label: roundKindText[value], hint: roundKindHint[value] }))} />
      {choices.proposals.length === 0 ? (
        <p>
          {words.noProposals} <a href={href(paths.proposals)}>{words.toProposals}</a>
        </p>
      ) : (
        <CheckboxGroup name="proposals" label={words.proposals} hint={isAdvisory ? words.proposalsHintAdvice : words.proposalsHint} options={choices.proposals} values={listed("proposals") ?? choices.chosen} problem={problems["proposals"]} />
      )}
      {choices.initiatives.length > 0 && <CheckboxGroup name="initiatives" label={words.initiatives} hint={words.initiativesHint} options={choices.initiatives} values={listed("initiatives") ?? []} />}
      {choices.minutes.length > 0 && <CheckboxGroup name="minutes" label={words.minutes} hint={words.minutesHint} options={choices.minutes} values={listed("minutes") ?? []} />}
      {choices.ranked.length > 0 && (
        <details open={(listed("ranked") ?? []).length > 0}>
          <summary>{words.rankedSummary}</summary>
          <CheckboxGroup name="ranked" label={words.ranked} hint={words.rankedHint} options={choices.ranked} values={listed("ranked") ?? []} />
        </details>
      )}
      <details open={(said("motionTitle") ?? "") !== "" || (said("motionText") ?? "") !== ""}>
        <summary>{words.motion}</summary>
        <div className="stack">
          <TextField name="motionTitle" label={words.motionTitle} value={said("motionTitle")} problem={problems["motionTitle"]} maxLength={150} />
          <TextField name="motionText" label={words.motionText} hint={words.motionHint} value={said("motionText")} problem={problems["motionText"]} multiline rows={4} maxLength={5000} />
        </div>
      </details>
      <h2>{words.options}</h2>
      <RuleForm said={said} problems={problems} isReturned={answer !== undefined} />
      <SelectField
        name="visibility"
        label={words.visibility}
        value={said("visibility") ?? "openbaar"}
        options={[
          { value: "openbaar", label: words.openbaar },
          { value: "besloten", label: words.besloten },
        ]}
      />
      <h2>{words.stepDates}</h2>
      <TextField name="opensAt" type="datetime-local" label={words.opensAt} hint={words.momentHint} value={said("opensAt") ?? choices.opensAt} problem={problems["opensAt"]} required />
      <TextField name="closesAt" type="datetime-local" label={words.closesAt} hint={words.momentHint} value={said("closesAt") ?? choices.closesAt} problem={problems["closesAt"]} required />
      {answer?.refusal === "deadline-on-quiet-day" && <CheckboxField name="bevestig" label={quietDayForm.confirm} />}
      <p className="actions">
        <Button name="stap" value="klaarzetten">
          {words.prepare}
        </Button>
        <Button secondary name="stap" value="openen">
          {words.prepareAndOpen}
        </Button>
      </p>
    </PageForm>
  );
}
