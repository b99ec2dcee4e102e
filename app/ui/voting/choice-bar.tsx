/** One part of a bar: the class gives its colour, the label its word. */
export interface BarPart {
  readonly key: "for" | "against" | "abstain" | "none" | "condition";
  readonly label: string;
  readonly value: number;
}

const WIDTH = 1200;
const GAP = 4;

/** A bar of parts in proportion; the table beside it holds the same figures. */
export function ChoiceBar({ parts, label }: { parts: readonly BarPart[]; label: string }) {
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  if (total === 0) return null;
  let x = 0;
  const placed = parts.flatMap((part) => {
    if (part.value === 0) return [];
    const width = (part.value / total) * WIDTH;
    const place = { ...part, x, width: Math.max(2, width - GAP) };
    x += width;
    return [place];
  });
  return (
    <svg className="bar" viewBox={`0 0 ${WIDTH} 36`} preserveAspectRatio="none" role="img" aria-label={label}>
      {placed.map((part) => (
        <rect key={part.key} className={`f-${part.key}`} x={Math.round(part.x)} y="0" width={Math.round(part.width)} height="36" />
      ))}
    </svg>
  );
}

/** The little square in the table that says which part of the bar a row is. */
export function BarKey({ part }: { part: BarPart["key"] }) {
  return (
    <svg className="key" viewBox="0 0 14 14" aria-hidden="true">
      <rect className={`f-${part}`} width="14" height="14" rx="2" />
    </svg>
  );
}
