import { Fields, type FieldRow } from "./fields.tsx";
import { currentText } from "#app/text/forms.ts";

/** What stands there now, beside a form that somebody filled in while another changed it: both texts are in sight. */
export function CurrentText({ rows }: { rows: readonly FieldRow[] }) {
  return (
    <details open>
      <summary>{currentText.summary}</summary>
      <Fields rows={rows} />
    </details>
  );
}
