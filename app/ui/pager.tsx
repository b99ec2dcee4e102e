import { layoutText } from "#app/text/layout.ts";

/** On to the next page of a list, or back to its first; nothing when all is on one page. */
export function Pager({ previous, next }: { previous: string | null; next: string | null }) {
  if (previous === null && next === null) return null;
  return (
    <nav className="actions" aria-label={layoutText.pages}>
      {previous !== null && (
        <a href={previous} rel="prev">
          {layoutText.first}
        </a>
      )}
      {next !== null && (
        <a href={next} rel="next">
          {layoutText.next}
        </a>
      )}
    </nav>
  );
}
