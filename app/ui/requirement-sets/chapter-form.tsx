import type { Entered } from "#app/domain/shared/entered.ts";
import { SET_LIMITS } from "#app/domain/requirement-sets/requirement-set.ts";
import { chapterText } from "#app/text/requirement-sets.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField, type Option } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import type { FormAnswer } from "./set-form.tsx";

interface ChapterFormProps {
  readonly parents: readonly Option[];
  readonly answer: FormAnswer | null;
  readonly start: Entered;
  readonly submit: string;
}

/** A chapter: what it is called, what it says before its requirements, and under which other it falls. */
export function ChapterForm({ parents, answer, start, submit }: ChapterFormProps) {
  const problems = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? start, problems);
  return (
    <>
      <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ title: chapterText.name, intro: chapterText.intro, parent: chapterText.parent }} />
      <PageForm>
        <TextField {...field("title")} label={chapterText.name} required maxLength={SET_LIMITS.chapterTitle} />
        {parents.length > 0 && <SelectField {...field("parent")} label={chapterText.parent} options={[{ value: "", label: chapterText.parentNone }, ...parents]} />}
        <TextField {...field("intro")} label={chapterText.intro} multiline rows={4} maxLength={SET_LIMITS.intro} />
        <Button>{submit}</Button>
      </PageForm>
    </>
  );
}
