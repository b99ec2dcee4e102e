import type { ReactNode } from "react";
import { Flow, Section } from "./layout.tsx";
import { PageHead } from "./page-head.tsx";

export interface TextPart {
  readonly id: string;
  readonly title: string;
  readonly paragraphs?: readonly string[];
  readonly points?: readonly string[];
  /** points of which the order matters */
  readonly steps?: readonly string[];
}

/** A page that only tells something: a lead, and parts under their own headings. */
export function TextPage({ title, lead, parts, children }: { title: string; lead: string; parts: readonly TextPart[]; children?: ReactNode }) {
  return (
    <>
      <PageHead title={title} lead={lead} />
      <Flow>
        {parts.map((part) => (
          <Section key={part.id} id={part.id} title={part.title}>
            {part.paragraphs?.map((text) => <p key={text}>{text}</p>)}
            {part.points && (
              <ul className="prose">
                {part.points.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
            {part.steps && (
              <ol className="prose">
                {part.steps.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ol>
            )}
          </Section>
        ))}
        {children}
      </Flow>
    </>
  );
}
