import { minutesText } from "#app/text/meetings.ts";
import { DiffText, type DiffPart } from "#app/ui/diff.tsx";
import { TextField } from "#app/ui/form.tsx";

export interface WritableItem {
  readonly id: string;
  readonly title: string;
  readonly isClosed: boolean;
  readonly isSecret: boolean;
  readonly minutes: string;
  readonly publicMinutes: string;
  /** what tells the stored text from another */
  readonly basis: string;
}

/** What somebody else saved meanwhile, and how the typed text differs from it. */
export interface Theirs {
  readonly text: string;
  readonly parts: readonly DiffPart[];
}

interface MinutesFieldProps {
  readonly item: WritableItem;
  readonly index: number;
  readonly entered: Readonly<Record<string, string>>;
  readonly isTooLong: boolean;
  readonly theirs: Theirs | null;
}

/** The minutes of one item, with the text of somebody else beside it when both wrote. */
export function MinutesField({ item, index, entered, isTooLong, theirs }: MinutesFieldProps) {
  const { id, title, isClosed, isSecret, minutes, publicMinutes, basis } = item;
  return (
    <div className="stack">
      <input type="hidden" name={`basis-${id}`} value={basis} />
      <TextField
        name={`punt-${id}`}
        label={minutesText.itemLabel(index + 1, title)}
        {...(isClosed && { hint: minutesText.closedHint })}
        value={entered[`punt-${id}`] ?? minutes}
        problem={isTooLong ? "too-long" : undefined}
        multiline
        rows={10}
      />
      {isSecret && <TextField name={`openbaar-${id}`} label={minutesText.publicMinutes(index + 1)} hint={minutesText.publicMinutesHint} value={entered[`openbaar-${id}`] ?? publicMinutes} multiline rows={4} />}
      {theirs && (
        <details open>
          <summary>{minutesText.theirs}</summary>
          <pre className="theirs">{theirs.text}</pre>
          <p>{minutesText.difference}</p>
          <div className="diff kept-text">
            <DiffText parts={theirs.parts} />
          </div>
        </details>
      )}
    </div>
  );
}
