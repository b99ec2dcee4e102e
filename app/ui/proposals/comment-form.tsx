import { LIMITS } from "#app/domain/proposals/proposal.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { amendmentText } from "#app/text/amendments.ts";
import { pageText } from "#app/text/proposals.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField, type Option } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";

export interface CommentAnswer {
  readonly problems: Readonly<Record<string, FieldProblem | undefined>>;
  readonly entered: Readonly<Record<string, string | readonly string[]>>;
  readonly refusal: string | null;
}

/** A reaction to a version: to the whole, to a paragraph from the list, or to words that one types or pastes. */
export function CommentForm({ version, paragraphs, answer }: { version: number; paragraphs: readonly Option[]; answer: CommentAnswer | null }) {
  const field = fieldsOf(answer?.entered ?? {}, answer?.problems ?? {});
  const labels = { statement: pageText.commentStatement, paragraph: amendmentText.paragraphs, quote: pageText.commentQuote };
  return (
    <div className="stack" id="reageren">
      <h3>{pageText.commentTitle}</h3>
      <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={labels} />
      <PageForm at="reageren">
        <input type="hidden" name="version" value={version} />
        <TextField {...field("statement")} label={labels.statement} required multiline rows={4} maxLength={LIMITS.comment} />
        <SelectField {...field("paragraph")} label={labels.paragraph} options={paragraphs} />
        <TextField {...field("quote")} label={labels.quote} hint={pageText.commentQuoteHint} multiline rows={2} maxLength={LIMITS.comment} />
        <Button secondary>{pageText.commentSend}</Button>
      </PageForm>
    </div>
  );
}
