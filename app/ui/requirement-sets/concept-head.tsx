import { href, paths } from "#app/paths.ts";
import { outlineText, setText } from "#app/text/requirement-sets.ts";
import { PageHead } from "#app/ui/page-head.tsx";

interface ConceptHeadProps {
  readonly slug: string;
  /** what the programma is called */
  readonly name: string;
  readonly version: number;
  readonly title: string;
  readonly lead?: string;
}

/** The head of every page on which a concept is written. */
export function ConceptHead({ slug, name, version, title, lead }: ConceptHeadProps) {
  const crumbs = [
    { href: href(paths.requirementSets), label: setText.title },
    { href: href(paths.requirementSetVersion, { slug, version }), label: name },
    { href: href(paths.requirementSetOutline, { slug }), label: outlineText.title },
  ];
  return <PageHead crumbs={crumbs} kicker={`${name} · ${setText.version(version)} · ${setText.concept.toLowerCase()}`} title={title} lead={lead} />;
}
