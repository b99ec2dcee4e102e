/** One entry of a feed: what changed, where to read it, and the text that a reader shows. */
export interface FeedEntry {
  /** the same for ever, whatever the title becomes */
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly updated: string;
  readonly summary: string;
}

export interface Feed {
  readonly title: string;
  /** where the feed itself lives, and the page it is about; both absolute */
  readonly self: string;
  readonly page: string;
  readonly updated: string;
  readonly author: string;
  readonly entries: readonly FeedEntry[];
}

/** An Atom 1.0 document (RFC 4287) in which every text is escaped and no control character survives. */
export function atomFeed(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">',
    element("id", feed.self),
    element("title", feed.title),
    element("updated", feed.updated),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(feed.page)}"/>`,
    `<author>${element("name", feed.author)}</author>`,
    ...feed.entries.map(entryXml),
    "</feed>",
    "",
  ].join("\n");
}

/** The answer of a feed address; readers may keep it for five minutes. */
export const atomResponse = (feed: Feed): Response =>
  new Response(atomFeed(feed), { headers: { "Content-Type": "application/atom+xml; charset=utf-8", "Cache-Control": "public, max-age=300" } });

export const escapeXml = (text: string): string =>
  text
    // XML 1.0 has no place for these, not even escaped.
     
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;

function entryXml({ id, title, address, updated, summary }: FeedEntry): string {
  const link = `<link rel="alternate" type="text/html" href="${escapeXml(address)}"/>`;
  return `<entry>\n${element("id", id)}\n${element("title", title)}\n${element("updated", updated)}\n${link}\n${element("summary", summary)}\n</entry>`;
}
