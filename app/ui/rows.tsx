import type { ReactNode } from "react";

/** A list of things with a title, a line about each, and something on the side. */
export function Rows({ kind, children }: { kind?: "date" | "vote" | "due" | "facts"; children: ReactNode }) {
  return <ul className={kind === undefined ? "rows" : kind === "due" ? "rows due" : `rows rows-${kind}`}>{children}</ul>;
}

export function Row({ children }: { children: ReactNode }) {
  return <li>{children}</li>;
}
