import { href, paths } from "#app/paths.ts";
import { controlText } from "#app/text/traces.ts";

const BOXES = 3;
const LIST = "maatregelen-lijst";

/** Boxes in which a control of a norm is found by number or word, without script; what is chosen is added to the text above. */
export function ControlPicker({ controls, values }: { controls: readonly { readonly value: string; readonly label: string }[]; values: readonly string[] }) {
  if (controls.length === 0) return null;
  return (
    <fieldset className="field" aria-describedby="chosenControls-hint">
      <legend>{controlText.choose}</legend>
      <p className="hint" id="chosenControls-hint">
        {controlText.chooseHint} <a href={href(paths.controls)}>{controlText.all}</a>
      </p>
      <div className="field-grid">
        {Array.from({ length: BOXES }, (_, place) => (
          <div key={place}>
            <label className="vh" htmlFor={`chosenControls-${place}`}>
              {controlText.chooseOne(place + 1)}
            </label>
            <input id={`chosenControls-${place}`} name="chosenControls" list={LIST} defaultValue={values[place] ?? ""} maxLength={40} autoComplete="off" />
          </div>
        ))}
      </div>
      <datalist id={LIST}>
        {controls.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </datalist>
    </fieldset>
  );
}
