import { anchorText } from "#app/text/audit.ts";

/** The numbers that tie a result to the log of its body, each on a line that the check of the log reads. */
export function Anchors({ anchors }: { anchors: readonly { readonly about: string; readonly line: string }[] }) {
  return (
    <details>
      <summary>{anchorText.heading}</summary>
      <div className="stack">
        <p className="small">{anchorText.lead}</p>
        {anchors.map(({ about, line }) => (
          <div key={line}>
            <p className="small">{about}</p>
            <pre className="hash">{line}</pre>
          </div>
        ))}
      </div>
    </details>
  );
}
