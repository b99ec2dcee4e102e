import { href, paths } from "#app/paths.ts";
import { documentText } from "#app/text/minutes.ts";
import { Section } from "#app/ui/layout.tsx";

export const DOCUMENTS = ["agenda", "notulen", "besluitenlijst"] as const;
export type DocumentName = (typeof DOCUMENTS)[number];

export const documentName = { agenda: documentText.agenda, notulen: documentText.minutes, besluitenlijst: documentText.decisions } satisfies Record<DocumentName, string>;

/** The same text as a file: to read and print, or to work on. */
export function DocumentLinks({ id, documents }: { id: string; documents: readonly DocumentName[] }) {
  return (
    <Section id="downloaden" title={documentText.title}>
      <ul className="plain stack">
        {documents.map((one) => (
          <li key={one}>
            {one === "besluitenlijst" && (
              <>
                <a href={href(paths.meetingDecisions, { id })}>{documentText.decisions}</a>
                {" · "}
              </>
            )}
            <a href={href(paths.meetingDocument, { id, file: `${one}.pdf` })}>{documentText.pdf(documentName[one])}</a>
            {" · "}
            <a href={href(paths.meetingDocument, { id, file: `${one}.odt` })}>{documentText.odt(documentName[one])}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
