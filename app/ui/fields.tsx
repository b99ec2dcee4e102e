import type { ReactNode } from "react";

export interface FieldRow {
  readonly term: string;
  readonly value: ReactNode;
  /** the text itself: set larger */
  readonly emphasis?: boolean;
}

/** What is known of one thing, as terms with their values. */
export function Fields({ rows }: { rows: readonly FieldRow[] }) {
  return (
    <dl className="fields">
      {rows.map(({ term, value, emphasis }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd className={emphasis ? "statement" : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
