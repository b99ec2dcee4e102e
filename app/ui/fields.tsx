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
    <dl className="fields utrecht-data-list">
      {rows.map(({ term, value, emphasis }) => (
        <div key={term}>
          <dt className="utrecht-data-list__item-key">{term}</dt>
          <dd className={emphasis ? "utrecht-data-list__item-value statement" : "utrecht-data-list__item-value"}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
