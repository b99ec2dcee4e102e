import { rankingText as words } from "#app/text/voting-kinds.ts";

export interface RankOption {
  readonly field: string;
  readonly number: string | null;
  readonly title: string;
  readonly statement: string;
  readonly value: string;
}

/** A number to type for each option: quick by keyboard and on a phone, and it needs no script. */
export function RankFields({ options, isOpen }: { options: readonly RankOption[]; isOpen: boolean }) {
  return (
    <fieldset className="field" disabled={!isOpen}>
      <legend>{words.legend}</legend>
      <p className="hint" id="plaats-hint">
        {words.how}
      </p>
      <ul className="rows">
        {options.map(({ field, number, title, statement, value }) => (
          <li key={field}>
            <div>
              <h2 className="row-title">{number === null ? title : `${number} ${title}`}</h2>
              <p>{statement}</p>
            </div>
            <div className="field">
              <label htmlFor={field}>{words.number(number ?? title)}</label>
              <input type="text" inputMode="numeric" pattern="[0-9]*" size={3} maxLength={3} id={field} name={field} defaultValue={value} aria-describedby="plaats-hint" autoComplete="off" />
            </div>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
