import type { FieldDiff } from "#app/domain/proposals/diff.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { amendmentText } from "#app/text/amendments.ts";
import { formText } from "#app/text/proposals.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Section } from "#app/ui/layout.tsx";
import { MergeFields, type AskedChange } from "./merge-fields.tsx";
import { ProposalChanges } from "./proposal-changes.tsx";

interface MergeAnswer {
  readonly entered: Readonly<Record<string, string | readonly string[]>>;
  readonly problems: Readonly<Record<string, FieldProblem | undefined>>;
  readonly refusal: string | null;
  readonly basedOn: number;
  readonly preview: { readonly changes: readonly FieldDiff[]; readonly open: number } | null;
  readonly theirs: { readonly version: number; readonly changes: readonly FieldDiff[]; readonly why: string } | null;
}

interface MergeFormProps {
  readonly current: number;
  /** the changes of one passage stand together */
  readonly groups: readonly (readonly AskedChange[])[];
  readonly gone: readonly AskedChange[];
  readonly answer: MergeAnswer | null;
}

/** The form in which the penvoerder takes over, edits or refuses change by change, with a preview of the text that comes of it. */
export function MergeForm({ current, groups, gone, answer }: MergeFormProps) {
  const asked = Object.fromEntries([...groups.flat(), ...gone].map(({ id, added }) => [`tekst-${id}`, added]));
  const field = fieldsOf({ ...asked, ...answer?.entered }, answer?.problems ?? {});
  if (groups.length === 0 && gone.length === 0) return <p>{amendmentText.nothingToMerge}</p>;
  const labels = Object.fromEntries([...groups.flat(), ...gone].map(({ id, label }) => [`antwoord-${id}`, `${amendmentText.answer} (${label})`]));
  return (
    <>
      <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={{ ...labels, why: amendmentText.why }} />
      {answer?.theirs && (
        <Section id="intussen" title={formText.conflictTheirs(answer.theirs.version)}>
          <p>{amendmentText.movedOn(answer.theirs.version)}</p>
          <ProposalChanges changes={answer.theirs.changes} why={answer.theirs.why} />
        </Section>
      )}
      {answer?.preview && (
        <Section id="voorbeeld" title={amendmentText.previewTitle(current + 1)}>
          {answer.preview.changes.length === 0 ? <p>{amendmentText.previewSame}</p> : <ProposalChanges changes={answer.preview.changes} why="" />}
          {answer.preview.open > 0 && <p className="muted">{amendmentText.previewOpen(answer.preview.open)}</p>}
        </Section>
      )}
      <PageForm>
        <input type="hidden" name="basedOn" value={answer?.basedOn ?? current} />
        {groups.map((group) => (
          <div className="stack" key={group[0]?.id}>
            {group.length > 1 && (
              <>
                <h2>{amendmentText.passage}</h2>
                <p className="muted">{amendmentText.passageHint}</p>
              </>
            )}
            {group.map((change) => (
              <MergeFields key={change.id} change={change} field={field} />
            ))}
          </div>
        ))}
        {gone.length > 0 && (
          <div className="stack">
            <h2>{amendmentText.goneSection}</h2>
            <p className="muted">{amendmentText.goneHint}</p>
            {gone.map((change) => (
              <MergeFields key={change.id} change={change} field={field} />
            ))}
          </div>
        )}
        <TextField {...field("why")} label={amendmentText.why} hint={amendmentText.whyHint} maxLength={500} />
        <div className="actions">
          <Button secondary name="doel" value="voorbeeld">
            {amendmentText.preview}
          </Button>
          <Button name="doel" value="opslaan">
            {amendmentText.save(current + 1)}
          </Button>
        </div>
      </PageForm>
    </>
  );
}
