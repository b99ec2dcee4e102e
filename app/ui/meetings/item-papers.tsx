import { href, paths } from "#app/paths.ts";
import { annexText, coverNoteText } from "#app/text/planning.ts";
import { Fields } from "#app/ui/fields.tsx";

export interface CoverNoteParts {
  readonly occasion: string;
  readonly request: string;
  readonly explanation: string;
  readonly finance: string;
  readonly followUp: string;
}

interface ItemPapersProps {
  readonly meetingId: string;
  readonly coverNote: CoverNoteParts | null;
  readonly annexes: readonly { readonly id: string; readonly name: string; readonly line: string; readonly sha256: string }[];
}

/** What is read before an item: its oplegnotitie, folded away, and its annexes with their hash. */
export function ItemPapers({ meetingId, coverNote, annexes }: ItemPapersProps) {
  const rows = coverNote === null ? [] : (["occasion", "request", "explanation", "finance", "followUp"] as const).filter((part) => coverNote[part] !== "").map((part) => ({ term: coverNoteText[part], value: <span className="lines">{coverNote[part]}</span> }));
  return (
    <>
      {rows.length > 0 && (
        <details>
          <summary>{coverNoteText.title}</summary>
          <Fields rows={rows} />
        </details>
      )}
      {annexes.length > 0 && (
        <details>
          <summary>{`${annexText.title} (${annexes.length})`}</summary>
          <ul className="plain stack">
            {annexes.map(({ id, name, line, sha256 }) => (
              <li key={id}>
                <a href={href(paths.annex, { id: meetingId, annexId: id })}>{name}</a>
                <span className="block small muted">{line}</span>
                <span className="block small muted hash">{`${annexText.hash}: ${sha256}`}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
