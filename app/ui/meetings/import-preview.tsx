import { importText } from "#app/text/meetings.ts";
import { Button } from "#app/ui/button.tsx";
import { Hint } from "#app/ui/form-parts.tsx";
import { CheckboxField, CheckboxGroup } from "#app/ui/form.tsx";

export interface PreviewProps {
  readonly title: string | null;
  readonly day: string | null;
  readonly time: string | null;
  readonly location: string | null;
  readonly withNames: boolean;
  readonly summary: string;
  readonly left: string;
  readonly present: readonly string[];
  readonly absent: readonly string[];
  readonly decisions: readonly string[];
  readonly candidates: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly actions: readonly string[];
  readonly items: readonly string[];
  readonly warnings: readonly string[];
}

/** Everything that an import would take over, before it does; with the sentences that may be decisions to tick. */
export function ImportPreview({ preview }: { preview: PreviewProps }) {
  return (
    <section className="stack" aria-labelledby="voorbeeld">
      <h2 id="voorbeeld">{importText.previewTitle}</h2>
      <p>{importText.previewLead}</p>
      <p role="status">{preview.summary}</p>
      <dl className="fields">
        <Line term={importText.meetingTitle} lines={preview.title === null ? [] : [preview.title]} />
        <Line term={importText.meetingDay} lines={[preview.day ?? importText.noDay]} />
        {preview.time !== null && <Line term={importText.meetingTime} lines={[preview.time]} />}
        {preview.location !== null && <Line term={importText.meetingPlace} lines={[preview.location]} />}
        {preview.warnings.length > 0 && <Line term={importText.warnings} lines={preview.warnings} />}
        <Line term={importText.present} lines={preview.present} />
        <Line term={importText.absent} lines={preview.absent} />
        <Line term={importText.decisions} lines={preview.decisions} />
        <Line term={importText.actions} lines={preview.actions} />
        <Line term={importText.items} lines={preview.items} />
      </dl>
      <p>{preview.left}</p>
      {preview.candidates.length > 0 && <CheckboxGroup name="kandidaat" label={importText.candidates} hint={importText.candidatesHint} options={preview.candidates} values={preview.chosen} />}
      <CheckboxField name="names" label={importText.names} value="ja" checked={preview.withNames} />
      <Hint>{importText.namesHint}</Hint>
      <Button name="stap" value="overnemen">
        {importText.confirm}
      </Button>
    </section>
  );
}

function Line({ term, lines }: { term: string; lines: readonly string[] }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {lines.length === 0 ? (
          importText.nothing
        ) : lines.length === 1 ? (
          lines[0]
        ) : (
          <ul>
            {lines.map((line, index) => (
              <li key={`${index}-${line}`}>{line}</li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}
