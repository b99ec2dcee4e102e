import type { ReactNode } from "react";
import { layoutText } from "#app/text/layout.ts";

export interface TrailStep {
  readonly title: ReactNode;
  readonly href?: string | null | undefined;
  readonly when?: string | null | undefined;
  readonly note?: ReactNode;
  readonly state: "done" | "now" | "todo";
}

/** The chain from top to bottom: what was, where it stands, what is still to come. */
export function Trail({ steps }: { steps: readonly TrailStep[] }) {
  return (
    <ol className="trail">
      {steps.map(({ title, href, when, note, state }, index) => (
        <li key={index} className={state === "done" ? undefined : state} aria-current={state === "now" ? "step" : undefined}>
          <b>
            {href ? <a href={href}>{title}</a> : title}
            {state === "todo" && <span className="vh">{layoutText.stillToCome}</span>}
          </b>
          {when && <span className="when">{when}</span>}
          {note && <p>{note}</p>}
        </li>
      ))}
    </ol>
  );
}
