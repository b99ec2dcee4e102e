import type { Entered } from "#app/domain/shared/entered.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { TLP } from "#app/domain/access/visibility.ts";
import { SET_LIMITS } from "#app/domain/requirement-sets/requirement-set.ts";
import { tlpText } from "#app/text/proposals.ts";
import { setFormText } from "#app/text/requirement-sets.ts";
import { Button } from "#app/ui/button.tsx";
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
}

/** What a programma is called, for which component or lot, and for whom. */
export function SetForm({ components, answer, start, submit }: SetFormProps) {
  const problems = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? start, problems);
  return (
    <>
      <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ title: setFormText.name, component: setFormText.component, lot: setFormText.lot, intro: setFormText.intro, tlp: setFormText.tlp }} />
      <PageForm>
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
