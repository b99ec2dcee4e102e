import type { ReactNode } from "react";

/** A row of tags. Each tag is a span, so that they may stand in running text and in tables as well. */
export function Tags({ children }: { children: ReactNode }) {
  return <p className="tags">{children}</p>;
}

export type Tone = "blue" | "green" | "red" | "amber" | "tlp";

const LOOK: Readonly<Record<Tone, string>> = {
  blue: "utrecht-status-badge utrecht-status-badge--neutral",
  green: "utrecht-status-badge utrecht-status-badge--safe",
  red: "utrecht-status-badge utrecht-status-badge--danger",
  amber: "utrecht-status-badge utrecht-status-badge--warning",
  tlp: "nl-data-badge tlp",
};

/** How a tag of this tone looks, for tables with so many that a component for each would count. */
export const toneClass = (tone: Tone | undefined): string => (tone === undefined ? "nl-data-badge" : LOOK[tone]);

/** A word about the state of something, or what else marks it; the colour never stands alone. */
export function Tag({ children, tone }: { children: ReactNode; tone?: Tone | undefined }) {
  return <span className={toneClass(tone)}>{children}</span>;
}
