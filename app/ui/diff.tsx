import { layoutText } from "#app/text/layout.ts";

export interface DiffPart {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** Two texts in one: what went struck through, what came underlined; with words for who hears it. */
export function DiffText({ parts }: { parts: readonly DiffPart[] }) {
  return (
    <>
      {parts.map(({ kind, text }, index) => {
        if (kind === "same") return <span key={index}>{text}</span>;
        const Mark = kind === "added" ? "ins" : "del";
        return (
          <Mark key={index}>
            <span className="vh">{kind === "added" ? layoutText.added : layoutText.removed}</span>
            {text}
          </Mark>
        );
      })}
    </>
  );
}
