import { layoutText } from "#app/text/layout.ts";

/** On to the next page of a list, or back to its first; nothing when all is on one page. */
export function Pager({ previous, next }: { previous: string | null; next: string | null }) {
  if (previous === null && next === null) return null;
  return (
    <nav className="utrecht-pagination" aria-label={layoutText.pages}>
      {previous !== null && (
        <a className="utrecht-pagination__relative-link utrecht-pagination__relative-link--prev" href={previous} rel="prev">
          {layoutText.first}
        </a>
      )}
      {next !== null && (
        <a className="utrecht-pagination__relative-link utrecht-pagination__relative-link--next" href={next} rel="next">
          {layoutText.next}
        </a>
      )}
    </nav>
  );
}
