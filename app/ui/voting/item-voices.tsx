import { aboutItemsText } from "#app/text/voting-kinds.ts";

/** What somebody said about an item besides a vote. */
export interface ItemVoice {
  readonly about: string;
  readonly text: string;
}

/** Objections, a wish to talk, why an item was pulled out: to be read before one votes. Nothing when nobody said anything. */
export function ItemVoices({ voices }: { voices: readonly ItemVoice[] }) {
  if (voices.length === 0) return null;
  return (
    <div className="part stack">
      <h3>{aboutItemsText.voices}</h3>
      <ul className="plain stack">
        {voices.map(({ about, text }) => (
          <li key={`${about} ${text}`} className="prev">
            <b>{about}</b>
            {": "}
            <span className="preline">{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
