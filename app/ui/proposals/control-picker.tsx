import { href, paths } from "#app/paths.ts";
import { controlText } from "#app/text/traces.ts";
import { controlLook, Fieldset, Hint } from "#app/ui/form-parts.tsx";

const BOXES = 3;
const LIST = "maatregelen-lijst";

/** Boxes in which a control of a norm is found by number or word, without script; what is chosen is added to the text above. */
export function ControlPicker({ controls, values }: { controls: readonly { readonly value: string; readonly label: string }[]; values: readonly string[] }) {
  if (controls.length === 0) return null;
  return (
    <Fieldset legend={controlText.choose} aria-describedby="chosenControls-hint">
      <Hint id="chosenControls-hint">
        {controlText.chooseHint} <a href={href(paths.controls)}>{controlText.all}</a>
      </Hint>
      <div className="field-grid">
        {Array.from({ length: BOXES }, (_, place) => (
          <div key={place}>
            <label className="vh" htmlFor={`chosenControls-${place}`}>
              {controlText.chooseOne(place + 1)}
            </label>
            <input className={controlLook.textbox()} type="text" id={`chosenControls-${place}`} name="chosenControls[]" list={LIST} defaultValue={values[place] ?? ""} maxLength={40} autoComplete="off" />
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
    </Fieldset>
  );
}
