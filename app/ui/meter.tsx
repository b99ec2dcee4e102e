import { layoutText } from "#app/text/layout.ts";

interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** what is counted, for who hears it: "Opkomst in zetels" */
  readonly of: string;
  readonly note?: string;
}

/** How far something is: the figures first, the bar as an extra. */
export function Meter({ label, value, max, of, note }: MeterProps) {
  return (
    <div className="meter">
      <div className="line">
        <span>{label}</span>
        <span className="num">
          <b>{value}</b> {layoutText.ofMax(max)}
        </span>
      </div>
      <progress value={value} max={Math.max(max, 1)} aria-label={`${of}: ${value} ${layoutText.ofMax(max)}`} />
      {note !== undefined && <p className="small muted">{note}</p>}
    </div>
  );
}
