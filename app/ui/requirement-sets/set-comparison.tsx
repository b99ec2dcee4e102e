import type { FieldDiff } from "#app/domain/proposals/diff.ts";
import type { RequirementKind } from "#app/domain/requirement-sets/requirement-set.ts";
import { href, paths } from "#app/paths.ts";
import { requirementKindText, setCompareText, setText } from "#app/text/requirement-sets.ts";
import { DiffText } from "#app/ui/diff.tsx";
import { Section } from "#app/ui/layout.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";

interface Listed {
  readonly proposal: string;
  readonly number: string;
  readonly title: string;
  readonly version: number;
  readonly kind: RequirementKind;
  readonly weight: number | null;
}

interface Pair {
  readonly before: Listed;
  readonly after: Listed;
}

interface ComparisonProps {
  readonly from: number;
  readonly to: number;
  readonly chapters: { readonly added: readonly string[]; readonly removed: readonly string[]; readonly renamed: readonly { readonly before: string; readonly after: string }[]; readonly moved: readonly { readonly before: string; readonly after: string }[]; readonly reworded: readonly string[] };
  /** whether the introduction of the whole is another */
  readonly isReintroduced: boolean;
  readonly isRetitled: boolean;
  readonly added: readonly Listed[];
  readonly removed: readonly Listed[];
  readonly changed: readonly (Pair & { readonly fields: readonly FieldDiff[] })[];
  /** changed as well, without their words */
  readonly moreChanged: number;
  readonly moved: readonly Pair[];
}

/** Two editions beside each other: counts first, then what came, changed, moved and went. */
export function SetComparisonView({ from, to, chapters, isReintroduced, isRetitled, added, removed, changed, moreChanged, moved }: ComparisonProps) {
  const isSame = added.length + removed.length + changed.length + moved.length === 0;
  const chapterLines = [...chapters.added.map(setCompareText.chapterAdded), ...chapters.removed.map(setCompareText.chapterRemoved), ...chapters.renamed.map(({ before, after }) => setCompareText.chapterRenamed(before, after)), ...chapters.moved.map(({ before, after }) => setCompareText.chapterMoved(before, after)), ...chapters.reworded.map(setCompareText.chapterReworded), ...(isRetitled ? [setCompareText.retitled] : []), ...(isReintroduced ? [setCompareText.reintroduced] : [])];
  return (
    <>
      <Section id="samenvatting" title={setCompareText.between(from, to)}>
        <p role="status">{isSame ? (chapterLines.length === 0 ? setCompareText.same : setCompareText.sameButAround) : setCompareText.counts(added.length, changed.length + moreChanged, moved.length, removed.length)}</p>
      </Section>
      {chapterLines.length > 0 && (
        <Section id="hoofdstukken" title={setCompareText.chapters}>
          <ul>
            {chapterLines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
      )}
      <List id="nieuw" title={setCompareText.added} edition={to} items={added} />
      {changed.length > 0 && (
        <Section id="gewijzigd" title={setCompareText.changed}>
          {changed.map(({ before, after, fields }) => (
            <article key={after.proposal} className="requirement stack">
              <h3>
                <a href={before.version === after.version ? href(paths.proposalVersion, { number: after.proposal, version: after.version }) : href(paths.proposalComparison, { number: after.proposal }, { van: before.version, naar: after.version })}>{`${after.number} ${after.title}`}</a>
              </h3>
              <p className="meta">{[after.proposal, requirementKindText[after.kind], setCompareText.numberWas(before.number, after.number), setCompareText.versionWas(before.version, after.version), ...(before.weight === after.weight ? [] : [setCompareText.weightWas(before.weight, after.weight)])].join(" · ")}</p>
              {fields.map(({ field, parts }) => (
                <div key={field} className="stack">
                  <p className="small">
                    <strong>{setCompareText.fields[field]}</strong>
                  </p>
                  <p className="lines">
                    <DiffText parts={parts} />
                  </p>
                </div>
              ))}
            </article>
          ))}
          {moreChanged > 0 && <p className="muted">{setCompareText.more(moreChanged)}</p>}
        </Section>
      )}
      {moved.length > 0 && (
        <Section id="verplaatst" title={setCompareText.moved}>
          <Rows>
            {moved.map(({ before, after }) => (
              <Row key={after.proposal}>
                <div>
                  <h3>{after.title}</h3>
                  <p className="meta">{`${after.proposal} · ${setCompareText.numberWas(before.number, after.number)}`}</p>
                </div>
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      <List id="vervallen" title={setCompareText.removed} edition={from} items={removed} />
    </>
  );
}

function List({ id, title, edition, items }: { id: string; title: string; edition: number; items: readonly Listed[] }) {
  if (items.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <Rows>
        {items.map(({ proposal, number, title: words, version, kind, weight }) => (
          <Row key={proposal}>
            <div>
              <h3>
                <a href={href(paths.proposalVersion, { number: proposal, version })}>{`${number} ${words}`}</a>
              </h3>
              <p className="meta">{[proposal, requirementKindText[kind], ...(weight === null ? [] : [setText.weight(weight)]), setCompareText.inVersion(edition)].join(" · ")}</p>
            </div>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
