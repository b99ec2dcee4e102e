import fc from "fast-check";
import { expect, test } from "vitest";
import { markPassages } from "#app/platform/mark-passages.ts";
import { toHtml } from "#app/platform/markdown.ts";

const markedIn = async (source: string, ...quotes: readonly string[]): Promise<string> =>
  markPassages(await toHtml(source), source, quotes.map((quote) => ({ start: source.lastIndexOf(quote), quote })));

test("the words that somebody reacted to are marked where they stand", async () => {
  expect(await markedIn("Hij meldt dag en nacht.", "dag en nacht")).toBe("<p>Hij meldt <mark>dag en nacht</mark>.</p>\n");
});

test("the second time that the same words stand there is another place", async () => {
  expect(await markedIn("Elke dag, en elke nacht.", "elke")).not.toContain("<mark>Elke</mark>");
  expect(await markedIn("De dag is de dag.", "dag")).toBe("<p>De dag is de <mark>dag</mark>.</p>\n");
});

test("a mark over bold words and paragraphs never crosses a tag, and overlapping passages are marked once", async () => {
  expect(await markedIn("Meld **heel snel** en\n\nvolledig.", "snel** en\n\nvolledig")).toBe("<p>Meld <strong>heel <mark>snel</mark></strong><mark> en</mark></p>\n<p><mark>volledig</mark>.</p>\n");
  expect(await markedIn("Een twee drie vier.", "Een twee drie", "drie vier")).toBe("<p><mark>Een twee drie</mark><mark> vier</mark>.</p>\n");
});

test("what the HTML does not say, as the address of a link, is not marked", async () => {
  expect(await markedIn("Zie [de norm](https://voorbeeld.nl/norm).", "https://voorbeeld.nl")).not.toContain("<mark>");
  expect(await markedIn("Zie [de norm](https://voorbeeld.nl/regels) & meld <b>meteen</b>.", "meteen")).toContain("<mark>meteen</mark>");
});

test("whatever is marked: without the marks the HTML is the same, and every tag stays whole", async () => {
  const pieces = fc.array(fc.constantFrom("dag", "nacht", "**vet**", "- een\n", "\n\n", " ", "<b>", "&amp;", "[x](https://a.nl)", "`code`", "_schuin_"), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(pieces, fc.nat(), fc.nat(), async (list, one, other) => {
      const source = list.join(" ");
      const [from, until] = [one % source.length, other % source.length].sort((a, b) => a - b) as [number, number];
      const html = await toHtml(source);
      const marked = markPassages(html, source, [{ start: from, quote: source.slice(from, until) }]);
      expect(marked.replace(/<\/?mark>/g, "")).toBe(html);
      expect(marked).not.toMatch(/<[^>]*<mark|<mark>[^<]*<(?!\/mark>)/);
    }),
    { numRuns: 60 },
  );
});
