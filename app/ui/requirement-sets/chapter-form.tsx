import { typed, type Entered } from "#app/domain/shared/entered.ts";
import { SET_LIMITS } from "#app/domain/requirement-sets/requirement-set.ts";
import { chapterText, setRefusalText } from "#app/text/requirement-sets.ts";
import { currentText } from "#app/text/forms.ts";
import { Button } from "#app/ui/button.tsx";
import { CurrentText } from "#app/ui/current-text.tsx";
import { PageForm, SelectField, TextField, type Option } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import type { FormAnswer } from "./set-form.tsx";

interface ChapterFormProps {
  readonly parents: readonly Option[];
  readonly answer: FormAnswer | null;
  readonly start: Entered;
  readonly submit: string;
  /** stamp of what stands there, for one that exists */
  readonly seen?: string;
}

/** A chapter: what it is called, what it says before its requirements, and under which other it falls. */
export function ChapterForm({ parents, answer, start, submit, seen }: ChapterFormProps) {
  const problems = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? start, problems);
  return (
    <>
      <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ title: chapterText.name, intro: chapterText.intro, parent: chapterText.parent }} />
      {answer?.refusal === setRefusalText["changed-meanwhile"] && <CurrentText rows={Object.entries({ title: chapterText.name, intro: chapterText.intro }).map(([name, term]) => ({ term, value: typed(start, name) || currentText.none }))} />}
      <PageForm>
        {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
        <TextField {...field("title")} label={chapterText.name} required maxLength={SET_LIMITS.chapterTitle} />
        {parents.length > 0 && <SelectField {...field("parent")} label={chapterText.parent} options={[{ value: "", label: chapterText.parentNone }, ...parents]} />}
        <TextField {...field("intro")} label={chapterText.intro} multiline rows={4} maxLength={SET_LIMITS.intro} />
        <Button>{submit}</Button>
      </PageForm>
    </>
  );
}
