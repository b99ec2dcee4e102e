import type { ReactNode } from "react";
import { roadmapText, standingText } from "#app/text/roadmap.ts";

/** What the marks of the timeline mean. */
export function Legend() {
  return (
    <ul className="legend">
      <Mark label={standingText.vastgesteld}>
        <rect className="tl-used" width="14" height="14" rx="2" />
      </Mark>
      <Mark label={roadmapText.notDecided}>
        <rect className="tl-bar tl-voorgesteld" x="1" y="1" width="12" height="12" rx="2" />
      </Mark>
      <Mark label={roadmapText.milestone}>
        <path className="tl-mark" d="M7 2l5 5l-5 5l-5-5z" />
      </Mark>
      <Mark label={roadmapText.gate}>
        <path className="tl-gate" d="M7 2l5 5l-5 5l-5-5z" />
      </Mark>
      <Mark label={roadmapText.dependency}>
        <path className="tl-dep" d="M0 3H7V11H14" />
      </Mark>
      <Mark label={roadmapText.crossing}>
        <path className="tl-cross" d="M0 7H14" />
      </Mark>
      <Mark label={roadmapText.available}>
        <path className="tl-capacity" d="M0 7H14" />
      </Mark>
    </ul>
  );
}

function Mark({ label, children }: { label: string; children: ReactNode }) {
  return (
    <li>
      <svg className="key" viewBox="0 0 14 14" aria-hidden="true">
        {children}
      </svg>
      {label}
    </li>
  );
}
