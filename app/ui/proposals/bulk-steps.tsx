import type { BulkStep } from "#app/domain/proposals/bulk.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { bulkStepText, bulkText } from "#app/text/proposal-list.ts";
import { stateText } from "#app/text/proposals.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { FormProblems } from "#app/ui/form-state.tsx";
import { DataTable } from "#app/ui/table.tsx";

interface BulkProposal {
  readonly number: string;
  readonly title: string;
  readonly state: ProposalState;
  readonly to: ProposalState | null;
  readonly why: string | null;
}

interface BulkStepsProps {
  readonly proposals: readonly BulkProposal[];
  readonly steps: readonly BulkStep[];
  /** null until the writer asked to see what the step would do */
  readonly step: BulkStep | null;
  readonly reason: string;
  readonly refusal: string | null;
  readonly problems: Readonly<Record<string, FieldProblem | undefined>>;
}

/** Choose a step for the ticked proposals, see which can take it and which cannot and why, and then do it. */
export function BulkSteps({ proposals, steps, step, reason, refusal, problems }: BulkStepsProps) {
  const able = proposals.filter(({ to }) => to !== null);
  const unable = proposals.filter(({ why }) => why !== null);
  const isShown = step !== null;
  return (
    <>
      <FormProblems refusal={refusal} problems={problems} labels={{ step: bulkText.step, reason: bulkText.reason, nummer: bulkText.step }} />
      <PageForm>
        <p role="status">{bulkText.chosen(proposals.length)}</p>
        {proposals.map(({ number }) => (
          <input key={number} type="hidden" name="nummer" value={number} />
        ))}
        {able.map(({ number }) => (
          <input key={number} type="hidden" name="kan" value={number} />
        ))}
        <SelectField name="step" label={bulkText.step} value={step ?? steps[0]} options={steps.map((one) => ({ value: one, label: bulkStepText[one] }))} problem={problems["step"]} />
        <TextField name="reason" label={bulkText.reason} hint={bulkText.reasonHint} value={reason} maxLength={500} problem={problems["reason"]} />
        <div className="actions">
          <Button name="stap" value="bekijken" secondary={isShown && able.length > 0}>
            {bulkText.preview}
          </Button>
        </div>
        {isShown && able.length > 0 && (
          <>
            <DataTable caption={bulkText.canCaption} head={bulkText.canHead} rows={able.map(({ number, title, state, to }) => ({ key: number, cells: [number, title, stateText[state], to === null ? "" : stateText[to]] }))} />
            <Button name="stap" value="uitvoeren">
              {bulkText.commit(able.length)}
            </Button>
          </>
        )}
        {isShown && able.length === 0 && <p className="note">{bulkText.none}</p>}
      </PageForm>
      {!isShown && <DataTable caption={bulkText.title} head={bulkText.canHead.slice(0, 3)} rows={proposals.map(({ number, title, state }) => ({ key: number, cells: [number, title, stateText[state]] }))} />}
      {unable.length > 0 && <DataTable caption={bulkText.cannotCaption} head={bulkText.cannotHead} rows={unable.map(({ number, title, state, why }) => ({ key: number, cells: [number, title, stateText[state], why] }))} />}
      <p>
        <a href={href(paths.proposals)}>{bulkText.back}</a>
      </p>
    </>
  );
}
