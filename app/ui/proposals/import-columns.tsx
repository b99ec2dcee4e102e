import { TLP, type Tlp } from "#app/domain/access/visibility.ts";
import { IMPORT_FIELDS, type ImportField } from "#app/domain/proposals/import/columns.ts";
import { MOSCOW, type Moscow, type ProposalKind } from "#app/domain/proposals/proposal.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { importFieldText, importProposalsText } from "#app/text/proposal-import.ts";
import { kindText, moscowText, tlpText } from "#app/text/proposals.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { FormProblems } from "#app/ui/form-state.tsx";

interface Defaults {
  readonly kind: ProposalKind;
  readonly moscow: Moscow;
  readonly weight: number | null;
  readonly tlp: Tlp;
}

interface ImportColumnsProps {
  readonly columns: readonly { readonly head: string; readonly field: ImportField | null; readonly example: string }[];
  readonly defaults: Defaults;
  readonly kinds: readonly ProposalKind[];
  readonly answer: { readonly mapping: readonly (ImportField | null)[]; readonly defaults: Defaults; readonly problems: Readonly<Record<string, FieldProblem | undefined>>; readonly refusal: string | null } | null;
  readonly isSecondary: boolean;
}

const FIELDS = (IMPORT_FIELDS as readonly ImportField[]).map((field) => ({ value: field, label: importFieldText[field] }));

/** Which column of a file is which field, and what counts where the file says nothing. */
export function ImportColumns({ columns, defaults: kept, kinds, answer, isSecondary }: ImportColumnsProps) {
  const defaults = answer?.defaults ?? kept;
  const problems = answer?.problems ?? {};
  return (
    <>
      <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={importProposalsText.fieldLabels} />
      <PageForm>
        <fieldset className="stack">
          <legend className="utrecht-form-fieldset__legend">{importProposalsText.columnsTitle}</legend>
          <div className="field-grid">
            {columns.map(({ head, field, example }, column) => (
              <SelectField
                key={column}
                name={`kolom-${column}`}
                label={importProposalsText.column(head, column)}
                hint={example === "" ? undefined : importProposalsText.example(example)}
                value={(answer ? answer.mapping[column] : field) ?? ""}
                options={[{ value: "", label: importProposalsText.leaveOut }, ...FIELDS]}
              />
            ))}
          </div>
        </fieldset>
        <fieldset className="stack">
          <legend className="utrecht-form-fieldset__legend">{importProposalsText.defaultsTitle}</legend>
          <div className="field-grid">
            <SelectField name="kind" label={importProposalsText.kind} value={defaults.kind} options={kinds.map((kind) => ({ value: kind, label: kindText[kind] }))} />
            <SelectField name="moscow" label={importProposalsText.moscow} value={defaults.moscow} options={MOSCOW.map((word) => ({ value: word, label: moscowText[word] }))} />
            <TextField name="weight" label={importProposalsText.weight} hint={importProposalsText.weightHint} value={defaults.weight === null ? "" : String(defaults.weight)} problem={problems.weight} maxLength={3} />
            <SelectField name="tlp" label={importProposalsText.tlp} value={defaults.tlp} options={TLP.map((label) => ({ value: label, label: tlpText[label] }))} />
          </div>
        </fieldset>
        <Button secondary={isSecondary}>{importProposalsText.check}</Button>
      </PageForm>
    </>
  );
}
