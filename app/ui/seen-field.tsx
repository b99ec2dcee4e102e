import { TextField } from "./form.tsx";

/** The hidden field that says what stood in another for who filled it in: a number that somebody else wrote in between is not overwritten. */
export const seenOf = (name: string): string => `gezien-${name}`;

interface SeenFieldProps extends Omit<Parameters<typeof TextField>[0], "hint" | "type"> {
  /** what stands there now */
  readonly now: string;
  /** whether the form came back because somebody else changed it, and how what stands there is said */
  readonly told: ((now: string) => string) | null;
}

/** A short number that more people may change. */
export function SeenField({ now, told, ...field }: SeenFieldProps) {
  return (
    <div>
      <input type="hidden" name={seenOf(field.name)} value={now} />
      <TextField {...field} hint={told !== null && field.value !== now ? told(now) : undefined} maxLength={3} />
    </div>
  );
}
