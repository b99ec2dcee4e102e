import type { SetProblem } from "#app/domain/requirement-sets/completeness.ts";
import { href, paths } from "#app/paths.ts";

/** The page on which a problem of a concept is mended. */
export function mendingAddress(slug: string, { code, requirement, chapter }: SetProblem): string {
  const proposal = requirement?.proposal ?? "";
  const line = (id: string): string => `${href(paths.requirementSetOutline, { slug })}#regel-${id}`;
  switch (code) {
    case "no-requirements":
      return href(paths.requirementPicker, { slug });
    case "weights-not-100":
      return href(paths.requirementWeights, { slug });
    case "label-stricter":
      return `${href(paths.requirementSetEdit, { slug })}#tlp`;
    case "suspect-link":
      return href(paths.proposalLinks, { number: proposal });
    case "not-adopted":
    case "superseded":
    case "acceptance-missing":
      return href(paths.proposal, { number: proposal });
    case "newer-version":
    case "duplicate":
      return line(requirement?.id ?? "");
    case "empty-chapter":
      return line(chapter?.id ?? "");
  }
}
