import { typed, type Entered } from "#app/domain/shared/entered.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { TLP } from "#app/domain/access/visibility.ts";
import { SET_LIMITS } from "#app/domain/requirement-sets/requirement-set.ts";
import { tlpText } from "#app/text/proposals.ts";
import { setFormText, setRefusalText } from "#app/text/requirement-sets.ts";
import { currentText } from "#app/text/forms.ts";
import { Button } from "#app/ui/button.tsx";
import { CurrentText } from "#app/ui/current-text.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";

export interface FormAnswer {
  readonly problems: Readonly<Record<string, FieldProblem | undefined>>;
  readonly entered: Entered;
  readonly refusal: string | null;
}

interface SetFormProps {
  /** to choose from; null when the component stands fast */
  readonly components: readonly { readonly value: string; readonly label: string }[] | null;
  readonly answer: FormAnswer | null;
  readonly start: Entered;
  readonly submit: string;
  /** stamp of what stands there, for one that exists */
  readonly seen?: string;
}

/** What a programma is called, for which component or lot, and for whom. */
export function SetForm({ components, answer, start, submit, seen }: SetFormProps) {
  const problems = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? start, problems);
  return (
    <>
      <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ title: setFormText.name, component: setFormText.component, lot: setFormText.lot, intro: setFormText.intro, tlp: setFormText.tlp }} />
      {answer?.refusal === setRefusalText["changed-meanwhile"] && <CurrentText rows={Object.entries({ title: setFormText.name, lot: setFormText.lot, intro: setFormText.intro }).map(([name, term]) => ({ term, value: typed(start, name) || currentText.none }))} />}
      <PageForm>
        {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
        {components !== null && <SelectField {...field("component")} label={setFormText.component} hint={setFormText.componentHint} options={components} />}
        <TextField {...field("title")} label={setFormText.name} required maxLength={SET_LIMITS.title} />
        <TextField {...field("lot")} label={setFormText.lot} hint={setFormText.lotHint} maxLength={SET_LIMITS.lot} />
        <TextField {...field("intro")} label={setFormText.intro} hint={setFormText.introHint} multiline rows={5} maxLength={SET_LIMITS.intro} />
        <SelectField {...field("tlp")} label={setFormText.tlp} hint={setFormText.tlpHint} options={TLP.map((value) => ({ value, label: tlpText[value] }))} />
        <Button>{submit}</Button>
      </PageForm>
    </>
  );
}
