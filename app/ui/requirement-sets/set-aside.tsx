import type { ReactNode } from "react";
import { href, paths } from "#app/paths.ts";
import { date } from "#app/text/format.ts";
import { downloadText, setText } from "#app/text/requirement-sets.ts";
import { Section } from "#app/ui/layout.tsx";

interface AsideProps {
  readonly slug: string;
  readonly version: number;
  readonly body: { readonly slug: string; readonly name: string };
  readonly frozen: { readonly at: string; readonly by: string; readonly fingerprint: string; readonly note: string } | null;
  readonly editions: readonly { readonly version: number; readonly frozenAt: string | null }[];
}

/** Beside an edition: its files, its other versions, and what proves that it did not change. */
export function SetAside({ slug, version, body, frozen, editions }: AsideProps) {
  return (
    <>
      <Section id="downloaden" title={setText.downloads}>
        <ul>
          {Object.entries(downloadText).map(([format, label]) => (
            <li key={format}>
              <a href={href(paths.requirementSetFile, { slug, version, format })}>{label}</a>
            </li>
          ))}
          <li>
            <a href={href(paths.requirementSetPrint, { slug, version })}>{setText.print}</a>
          </li>
        </ul>
        <p className="small muted">{setText.downloadsHint}</p>
      </Section>
      <Section id="versies" title={setText.versions}>
        <ul>
          {editions.map((edition) => (
            <li key={edition.version}>
              <a href={href(paths.requirementSetVersion, { slug, version: edition.version })} aria-current={edition.version === version ? "page" : undefined}>
                {setText.version(edition.version)}
              </a>
              {` · ${edition.frozenAt === null ? setText.concept.toLowerCase() : setText.frozenOn(edition.frozenAt)}`}
            </li>
          ))}
        </ul>
        {editions.length > 1 && (
          <p>
            <a href={href(paths.requirementSetComparison, { slug })}>{setText.compare}</a>
          </p>
        )}
      </Section>
      <Section id="over" title={setText.facts}>
        <dl className="stack small">
          <Fact term={setText.body}>
            <a href={href(paths.body, { slug: body.slug })}>{body.name}</a>
          </Fact>
          {frozen !== null && <Fact term={setText.frozenBy}>{`${frozen.by}, ${date(frozen.at)}`}</Fact>}
          {frozen !== null && frozen.note !== "" && <Fact term={setText.note}>{frozen.note}</Fact>}
          {frozen !== null && (
            <Fact term={setText.fingerprint}>
              <code className="break">{frozen.fingerprint}</code>
            </Fact>
          )}
        </dl>
        {frozen !== null && <p className="small muted">{setText.fingerprintHint}</p>}
      </Section>
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
