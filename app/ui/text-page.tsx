import type { ReactNode } from "react";
import { Flow, Section } from "./layout.tsx";
import { PageHead } from "./page-head.tsx";

export interface TextPart {
  readonly id: string;
  readonly title: string;
  readonly paragraphs?: readonly string[];
  readonly points?: readonly string[];
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
              <ul>
                {part.points.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
          </Section>
        ))}
        {children}
      </Flow>
    </>
  );
}
