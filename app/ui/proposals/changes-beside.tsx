import { besideEachOther, type Beside, type FieldDiff } from "#app/domain/proposals/diff.ts";
import { changeSummary, changeText, fieldText } from "#app/text/proposals.ts";
import { versionText } from "#app/text/versions.ts";
import { DiffText } from "#app/ui/diff.tsx";

interface ChangesBesideProps {
  readonly changes: readonly FieldDiff[];
  readonly from: number;
  readonly to: number;
}

/** What differs between two versions, the old text left and the new one right; below each other on a phone. Each side says which version it is. */
export function ChangesBeside({ changes, from, to }: ChangesBesideProps) {
  return (
    <>
      <p>{changeSummary(changes)}</p>
      {changes.map((change) => (
        <div key={change.field} className="stack" role="group" aria-label={changeText(change)}>
          <h3>{fieldText[change.field]}</h3>
          {besideEachOther(change.parts).map((row, index) => (
            <div key={index} className="beside">
              {isSame(row) ? (
                <div className="muted">
                  <DiffText parts={row.after} />
                </div>
              ) : (
                <>
                  <Side version={from} parts={row.before} />
                  <Side version={to} parts={row.after} />
                </>
              )}
            </div>
          ))}
        </div>
      ))}
    </>
  );
}

/** What did not change stands once, over the whole width. */
const isSame = ({ before, after }: Beside): boolean => [...before, ...after].every(({ kind }) => kind === "same");

function Side({ version, parts }: { version: number; parts: FieldDiff["parts"] }) {
  return (
    <div>
      <span className="small muted block">{versionText.left(version)}</span>
      {parts.length === 0 ? <span className="muted">{versionText.nothing}</span> : <DiffText parts={parts} />}
    </div>
  );
}
