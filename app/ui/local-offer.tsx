import { editorText } from "#app/text/editor.ts";

/** Text that stayed in this browser for want of a connection; the script shows it when there is any. */
export function LocalOffer() {
  return (
    <div className="next" id="lokale-tekst" hidden>
      <p>{editorText.localOffer}</p>
      <div className="actions">
        <button type="button" className="nl-button nl-button--secondary" value="terug">
          {editorText.localBack}
        </button>
        <button type="button" className="nl-button nl-button--secondary" value="weg">
          {editorText.localGone}
        </button>
      </div>
    </div>
  );
}
