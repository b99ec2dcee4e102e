import { roadmapText, standingText } from "#app/text/roadmap.ts";

/** What the marks of the timeline mean. */
export function Legend() {
  return (
    <ul className="legend">
      <li>
        <svg className="key" viewBox="0 0 14 14" aria-hidden="true">
          <rect className="tl-used" width="14" height="14" rx="2" />
        </svg>
        {standingText.vastgesteld}
      </li>
      <li>
        <svg className="key" viewBox="0 0 14 14" aria-hidden="true">
          <rect className="tl-bar tl-voorgesteld" x="1" y="1" width="12" height="12" rx="2" />
        </svg>
        {roadmapText.notDecided}
      </li>
      <li>
        <svg className="key" viewBox="0 0 14 14" aria-hidden="true">
          <line className="tl-capacity" x1="0" x2="14" y1="7" y2="7" />
        </svg>
        {roadmapText.available}
      </li>
    </ul>
  );
}
