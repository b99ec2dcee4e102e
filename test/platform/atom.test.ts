import fc from "fast-check";
import { expect, test } from "vitest";
import { atomFeed, escapeXml } from "#app/platform/feeds/atom.ts";

const feed = { title: "Voorstellen", self: "http://portal.test/feeds/voorstellen.atom", page: "http://portal.test/voorstellen", updated: "2026-11-05T10:00:00.000Z", author: "GGI-portaal", entries: [] };

test("a title cannot break out of its element", () => {
  const xml = atomFeed({ ...feed, entries: [{ id: "urn:x", title: `</title><script>&"'`, address: "http://portal.test/a?b=1&c=2", updated: feed.updated, summary: "\u0000klaar" }] });

  expect(xml).not.toContain("<script>");
  expect(xml).toContain("&#60;/title&#62;&#60;script&#62;&#38;&#34;&#39;");
  expect(xml).toContain("<summary>klaar</summary>");
});

/** Throws on half a surrogate pair. */
const isWellFormed = (text: string) => typeof encodeURIComponent(text) === "string";

test("no text leaves a character that XML does not know", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !/[<>\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(escapeXml(text)) && isWellFormed(escapeXml(text))));
});
