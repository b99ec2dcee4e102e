import type { ReactNode } from "react";
import { href, paths } from "#app/paths.ts";
import { typed, type Entered } from "#app/domain/shared/entered.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { votingRefusalText, type VotingRefusal } from "#app/text/voting.ts";
import { roundFormText, roundText } from "#app/text/voting-pages.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary, PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";

/** What a refused form about a round sends back. */
export interface RoundFormAnswer {
  readonly problems: Readonly<Partial<Record<string, FieldProblem>>>;
  readonly refusal: VotingRefusal | null;
  readonly entered: Entered;
}

interface RoundFormProps {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  readonly button: string;
  readonly answer: RoundFormAnswer | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly children?: ReactNode;
  readonly before?: ReactNode;
}

/** A page with one small form about a round: what it does, the fields, one button, and the way back. */
export function RoundForm({ id, name, title, lead, button, answer, labels, children, before }: RoundFormProps) {
  const problems = answer?.problems ?? {};
  return (
    <>
      <PageHead
        crumbs={[
          { href: href(paths.rounds), label: roundText.crumb },
          { href: href(paths.round, { id }), label: name },
        ]}
        title={title}
        lead={lead}
      />
      <Flow>
        {before}
        <PageForm>
          <ErrorSummary problems={Object.entries(labels).flatMap(([field, label]) => (problems[field] ? [{ field, label, problem: problems[field] }] : []))} />
          {answer?.refusal && (
            <Alert live>{votingRefusalText[answer.refusal]}</Alert>
          )}
          {children}
          <p className="actions">
            <Button>{button}</Button>
          </p>
        </PageForm>
        <p>
          <a href={href(paths.round, { id })}>{roundFormText.back}</a>
        </p>
      </Flow>
    </>
  );
}

/** The reason that everybody who sees the round may read. */
export function ReasonField({ answer }: { answer: RoundFormAnswer | undefined }) {
  return (
    <TextField name="reason" label={roundFormText.reason} hint={roundFormText.reasonHint} value={typed(answer?.entered, "reason") ?? ""} problem={answer?.problems["reason"]} required multiline rows={3} maxLength={500} />
  );
}
