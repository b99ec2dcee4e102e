export const FOLLOWED_KINDS = ["proposal", "body", "component", "need", "initiative", "roadmap_item", "organisation"] as const;
export type FollowedKind = (typeof FOLLOWED_KINDS)[number];

export const NEWS_KINDS = ["state", "version", "comment", "proposal", "decision", "meeting"] as const;
/** What may be new about a followed subject since somebody last looked. */
export type NewsKind = (typeof NEWS_KINDS)[number];

export interface NewsItem {
  readonly kind: NewsKind;
  readonly at: string;
  readonly title: string;
}

/** What happened after the last visit, newest first. Without a last visit everything is new. */
export const newsSince = <Item extends { readonly at: string }>(items: readonly Item[], lastSeenAt: string | null): Item[] =>
  items.filter(({ at }) => lastSeenAt === null || at > lastSeenAt).sort((a, b) => b.at.localeCompare(a.at));
