import { controlOf } from "#app/domain/proposals/control.ts";
import { PROPOSAL_KINDS, PROPOSAL_STATES, type ProposalKind, type ProposalState } from "#app/domain/proposals/proposal.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { listText, stateSlug } from "#app/text/proposals.ts";
import { SORTS, type ProposalFilter, type Sort } from "#db/queries/proposal-lists.ts";

/** The words of the address that choose a list, in the order in which they are written. */
export const LIST_WORDS = ["q", "gremium", "status", "soort", "onderdeel", "behoefte", "maatregel", "sort"] as const;

/** What the address of the list of proposals asks for; words that nobody knows choose nothing. */
export function listChoice(asked: URLSearchParams, today: Day) {
  const word = (name: (typeof LIST_WORDS)[number]): string => (asked.get(name) ?? "").slice(0, 100);
  const choice = { q: word("q"), gremium: word("gremium"), status: word("status"), soort: word("soort"), onderdeel: word("onderdeel"), behoefte: word("behoefte"), maatregel: word("maatregel"), sort: word("sort") };
  const filter: ProposalFilter = {
    today,
    q: choice.q || undefined,
    body: choice.gremium || undefined,
    state: PROPOSAL_STATES.find((state): state is ProposalState => stateSlug(state) === choice.status),
    kind: PROPOSAL_KINDS.find((kind): kind is ProposalKind => kind === choice.soort),
    component: choice.onderdeel || undefined,
    need: choice.behoefte || undefined,
    control: controlOf(choice.maatregel) ?? undefined,
  };
  const sort: Sort = SORTS.find((one) => listText.sortSlugs[one] === choice.sort) ?? "changed";
  return { choice, filter, sort };
}

/** The same choice as it may be kept: only the words of a list, as a query without a page. */
export function listQuery(raw: string): string {
  const asked = new URLSearchParams(raw);
  return new URLSearchParams(LIST_WORDS.flatMap((name) => (asked.get(name) ? [[name, (asked.get(name) ?? "").slice(0, 100)]] : []))).toString();
}
