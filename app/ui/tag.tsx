import type { ReactNode } from "react";

/** A row of tags. Each tag is a span, so that they may stand in running text and in tables as well. */
export function Tags({ children }: { children: ReactNode }) {
  return <p className="tags">{children}</p>;
}

/** A word about the state of something; the colour never stands alone. */
export function Tag({ children, tone }: { children: ReactNode; tone?: "blue" | "green" | "red" | "amber" | "tlp" | undefined }) {
  return <span className={tone ? `tag tag-${tone}` : "tag"}>{children}</span>;
}
