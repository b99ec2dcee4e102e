import { typed, type Entered } from "#app/domain/shared/entered.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { APPROACHES } from "#app/domain/portfolio/initiative.ts";
import { approachText, initiativeFormText } from "#app/text/portfolio.ts";
import { Button } from "#app/ui/button.tsx";
import { CurrentText } from "#app/ui/current-text.tsx";
import { CheckboxGroup, ChoiceField, PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";

interface InitiativeFormProps {
  readonly components: readonly { readonly slug: string; readonly name: string }[];
  readonly ready: readonly { readonly number: string; readonly title: string }[];
  readonly entered: Entered;
  readonly problems: Readonly<Record<string, FieldProblem | undefined>>;
  readonly refusal: string | null;
  /** stamp of what stands there, for one that exists */
  readonly seen?: string;
  /** what another saved meanwhile */
  readonly current?: Entered | null;
}

/** Everything of an initiative: what it is, what it costs, and which proposals it carries out. */
export function InitiativeForm({ components, ready, entered, problems, refusal, seen, current = null }: InitiativeFormProps) {
  const field = fieldsOf(entered, problems);
  const chosen = entered["proposals"] ?? [];
  const labels = { title: initiativeFormText.name, summary: initiativeFormText.summary, component: initiativeFormText.component, costFrom: initiativeFormText.costFrom, costTo: initiativeFormText.costTo, publicTitle: initiativeFormText.publicTitle, publicSummary: initiativeFormText.publicSummary };
  return (
    <>
      <FormProblems refusal={refusal} problems={problems} labels={labels} />
      {current !== null && <CurrentText rows={Object.entries(labels).flatMap(([name, term]) => (typed(current, name) ? [{ term, value: typed(current, name) }] : []))} />}
      <PageForm>
        {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
        <TextField {...field("title")} label={initiativeFormText.name} required maxLength={150} />
        <TextField {...field("summary")} label={initiativeFormText.summary} hint={initiativeFormText.summaryHint} required multiline rows={5} maxLength={3000} />
        {ready.length === 0 ? (
          <p>{initiativeFormText.noneReady}</p>
        ) : (
          <CheckboxGroup name="proposals" label={initiativeFormText.proposals} hint={initiativeFormText.proposalsHint} options={ready.map(({ number, title }) => ({ value: number, label: `${number} ${title}` }))} values={typeof chosen === "string" ? [chosen] : chosen} />
        )}
        <SelectField {...field("component")} label={initiativeFormText.component} options={components.map(({ slug, name }) => ({ value: slug, label: name }))} />
        <ChoiceField {...field("approach")} label={initiativeFormText.approach} options={APPROACHES.map((value) => ({ value, label: approachText[value] }))} />
        <TextField {...field("costFrom")} label={initiativeFormText.costFrom} hint={initiativeFormText.costHint} maxLength={10} />
        <TextField {...field("costTo")} label={initiativeFormText.costTo} maxLength={10} />
        <TextField {...field("publicTitle")} label={initiativeFormText.publicTitle} hint={initiativeFormText.publicHint} maxLength={150} />
        <TextField {...field("publicSummary")} label={initiativeFormText.publicSummary} multiline rows={3} maxLength={3000} />
        <Button>{initiativeFormText.save}</Button>
      </PageForm>
    </>
  );
}
