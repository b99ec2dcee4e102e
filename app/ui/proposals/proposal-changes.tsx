import type { FieldDiff } from "#app/domain/proposals/diff.ts";
import { changeSummary, changeText, fieldText, pageText } from "#app/text/proposals.ts";
import { DiffText } from "#app/ui/diff.tsx";

/** What differs between two versions: first in words, then per field in the text itself. */
export function ProposalChanges({ changes, why }: { changes: readonly FieldDiff[]; why: string }) {
  const [gone, isGone, fresh, isFresh] = pageText.legend;
  return (
    <>
      <p>
        {changeSummary(changes)} {why !== "" && pageText.reason(why)}
      </p>
      {changes.map((change) => (
        <div key={change.field} className="stack" role="group" aria-label={changeText(change)}>
          <h3>{fieldText[change.field]}</h3>
          <div className="preline">
            <DiffText parts={change.parts} />
          </div>
        </div>
      ))}
      {changes.length > 0 && (
        <p className="small muted">
          <del>{gone}</del>
          {isGone}
          <ins>{fresh}</ins>
          {isFresh}
        </p>
      )}
    </>
  );
}
