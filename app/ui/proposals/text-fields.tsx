import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { LIMITS, MOSCOW, type ProposalKind } from "#app/domain/proposals/proposal.ts";
import { formText, moscowText } from "#app/text/proposals.ts";
import { editorText } from "#app/text/editor.ts";
import { CheckboxGroup, SelectField, TextField } from "#app/ui/form.tsx";
import { Markdown } from "#app/ui/markdown.tsx";
import { ControlPicker } from "./control-picker.tsx";
import { SimilarTitles } from "./similar-titles.tsx";

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface TextFieldsProps {
  readonly kind: ProposalKind | null;
  readonly value: (field: string) => string;
  readonly values: (field: string) => readonly string[];
  readonly problem: (field: string) => FieldProblem | undefined;
  readonly components: readonly Option[];
  readonly needs: readonly Option[];
  readonly policyAreas: readonly Option[];
  /** the controls of the norms that the portal knows */
  readonly controls?: readonly Option[];
  /** how the texts will look, when the writer asked for it; the script of the editor fills the same places */
  readonly previews?: Readonly<Partial<Record<string, string>>> | null;
}

/** The fields of a version, the same for a new proposal and for a next version. */
export function TextFields({ kind, value, values, problem, components, needs, policyAreas, controls = [], previews = null }: TextFieldsProps) {
  const { labels, hints } = formText;
  const field = (name: string) => ({ name, value: value(name), problem: problem(name) });
  return (
    <>
      <TextField {...field("title")} label={labels.title} hint={hints.title} required maxLength={LIMITS.title} />
      {kind === null && <SimilarTitles />}
      <TextField {...field("statement")} label={labels.statement} hint={hints.statement} required multiline rows={6} maxLength={LIMITS.text} />
      <Preview field="statement" label={labels.statement} html={previews?.statement ?? ""} />
      <TextField {...field("rationale")} label={labels.rationale} hint={hints.rationale} multiline rows={4} maxLength={LIMITS.text} />
      <Preview field="rationale" label={labels.rationale} html={previews?.rationale ?? ""} />
      <TextField {...field("acceptance")} label={labels.acceptance} hint={hints.acceptance} multiline rows={4} maxLength={LIMITS.text} />
      <Preview field="acceptance" label={labels.acceptance} html={previews?.acceptance ?? ""} />
      <TextField {...field("source")} label={labels.source} hint={hints.source} maxLength={LIMITS.source} />
      <SelectField {...field("moscow")} label={labels.moscow} options={MOSCOW.map((word) => ({ value: word, label: moscowText[word] }))} />
      {kind !== "eis" && kind !== "advies" && <TextField {...field("weight")} label={labels.weight} hint={hints.weight} type="text" />}
      <CheckboxGroup name="components" label={formText.components} options={components} values={values("components")} problem={problem("components")} />
      <CheckboxGroup name="needs" label={formText.needs} options={needs} values={values("needs")} problem={problem("needs")} />
      <CheckboxGroup name="policyAreas" label={formText.policyAreas} options={policyAreas} values={values("policyAreas")} problem={problem("policyAreas")} />
      <TextField {...field("controls")} label={formText.controls} hint={hints.controls} multiline rows={3} />
      <ControlPicker controls={controls} values={values("chosenControls[]")} />
    </>
  );
}

/** Below a text: how it will look. Hidden until the button or the script asks for it. */
function Preview({ field, label, html }: { field: string; label: string; html: string }) {
  return (
    <div className="preview" data-preview={field} hidden={html === ""} role="group" aria-label={editorText.previewOf(label)}>
      <p className="small muted">{editorText.preview}</p>
      <Markdown html={html} />
    </div>
  );
}
