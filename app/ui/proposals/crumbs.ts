import { href, paths } from "#app/paths.ts";
import { pageText } from "#app/text/proposals.ts";

/** The way back from a page about this proposal. */
export const crumbsOf = (number: string, ...deeper: readonly { href: string; label: string }[]) => [
  { href: href(paths.proposals), label: pageText.crumb },
  { href: href(paths.proposal, { number }), label: number },
  ...deeper,
];
