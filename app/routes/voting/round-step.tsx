import type { ReactNode } from "react";
import { href, paths } from "#app/paths.ts";
import { votingRefusalText } from "#app/text/voting.ts";
import { roundText } from "#app/text/voting-pages.ts";
import { preparingText as words, type RoundStep as Step } from "#app/text/voting-preparing.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { Fields, type FieldRow } from "#app/ui/fields.tsx";
import { ErrorSummary, PageForm } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { RoundSteps } from "#app/ui/voting/round-steps.tsx";
import { besides } from "./preparing-steps.ts";
import type { RoundFormAnswer } from "./round-form.tsx";

/** The concept that a step is about; null before its first step was saved. */
export type ConceptHead = { readonly id: string; readonly name: string; readonly title: string; readonly stamp: string } | null;

interface RoundStepProps {
  readonly concept: ConceptHead;
  readonly step: Step;
  readonly title: string;
  readonly lead: string;
  readonly answer?: RoundFormAnswer | undefined;
  readonly labels?: Readonly<Record<string, string>>;
  /** what is stored, for who lost the race with somebody else */
  readonly stored?: readonly FieldRow[];
  readonly before?: ReactNode;
  readonly children: ReactNode;
}

/** One step of preparing a round: where we are, the fields, and the buttons that save and then go on, back or away. */
export function RoundStep({ concept, step, title, lead, answer, labels = {}, stored = [], before, children }: RoundStepProps) {
  const problems = answer?.problems ?? {};
  const beside = besides(step);
  return (
    <>
      <StepHead concept={concept} title={title} lead={lead} />
      <Flow>
        <RoundSteps step={step} />
        {before}
        <PageForm>
          <ErrorSummary problems={Object.entries(labels).flatMap(([field, label]) => (problems[field] ? [{ field, label, problem: problems[field] }] : []))} />
          {answer?.refusal && <Alert live>{votingRefusalText[answer.refusal]}</Alert>}
          {answer?.refusal === "round-changed" && (
            <section className="stack" aria-label={words.stored}>
              <h2>{words.stored}</h2>
              <Fields rows={stored} />
            </section>
          )}
          {concept !== null && <input type="hidden" name="stand" value={concept.stamp} />}
          {children}
          <p className="actions">
            {beside.after !== null && (
              <Button name="stap" value="verder">
                {words.next(beside.after)}
              </Button>
            )}
            {beside.before !== null && (
              <Button secondary name="stap" value="terug">
                {words.back(beside.before)}
              </Button>
            )}
            <Button secondary name="stap" value="stoppen">
              {words.stop}
            </Button>
          </p>
        </PageForm>
      </Flow>
    </>
  );
}

export function StepHead({ concept, title, lead }: { concept: ConceptHead; title: string; lead: string }) {
  const crumbs = [{ href: href(paths.rounds), label: roundText.crumb }, ...(concept === null ? [] : [{ href: href(paths.round, { id: concept.id }), label: concept.name }])];
  return <PageHead crumbs={crumbs} title={title} lead={lead} {...(concept !== null && { kicker: words.of(concept.title) })} />;
}
