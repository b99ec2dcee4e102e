// Runs in a thread of its own, so that markdown.ts can stop it. Plain JavaScript: it is found on the disk, not bundled.
import { parentPort } from "node:worker_threads";
import { Marked } from "marked";
import sanitizeHtml from "sanitize-html";

/** @param {string} text */
const escapeHtml = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const OUR_OWN = "https://portaal.invalid";

/**
 * A link of http, https or mailto, or a page of this portal; otherwise null.
 * @param {string} raw
 */
function safeLink(raw) {
  const target = raw.trim();
  // A character reference in an address hides what it says: decoded once more it may be a script.
  if (/&#?\w+;/.test(target)) return null;
  if (/^[\\/]{2}|[\u0000-\u001f\u007f\\]/u.test(target) || !URL.canParse(target, OUR_OWN)) return null;
  const { protocol, username, password } = new URL(target, OUR_OWN);
  return ["http:", "https:", "mailto:"].includes(protocol) && username + password === "" ? target : null;
}

const markdown = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }) => escapeHtml(text),
    // The page has the h1 and its sections the h2.
    heading({ tokens, depth }) {
      const level = Math.min(depth + 2, 6);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
    link({ href, title, tokens }) {
      const target = safeLink(href);
      const text = this.parser.parseInline(tokens);
      if (target === null) return text;
      return `<a href="${escapeHtml(target)}"${title ? ` title="${escapeHtml(title)}"` : ""}>${text}</a>`;
    },
    image({ href, text }) {
      const target = safeLink(href);
      return target !== null && target.startsWith("/") ? `<img src="${escapeHtml(target)}" alt="${escapeHtml(text)}">` : escapeHtml(text);
    },
    checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
  },
});

/** The second lock on the same door: whatever marked makes of it, nothing outside this list comes out. */
/** @type {import("sanitize-html").IOptions} */
const ALLOWED = {
  allowedTags: ["p", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "del", "a", "br", "hr", "table", "thead", "tbody", "tr", "th", "td", "img"],
  allowedAttributes: { a: ["href", "title", "rel"], img: ["src", "alt"], ol: ["start"], th: ["scope"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  disallowedTagsMode: "escape",
  nestingLimit: 60,
  transformTags: {
    a: sanitizeHtml.simpleTransform("a", { rel: "nofollow noopener noreferrer ugc" }),
    th: sanitizeHtml.simpleTransform("th", { scope: "col" }),
  },
};

/** @param {string} source */
function render(source) {
  return sanitizeHtml(markdown.parse(source.replace(/^[\ufeff\u200b-\u200f]+/u, ""), { async: false }), ALLOWED);
}

/**
 * What marked reads in a text, as JSON: every token without the source it came from, so that nesting does not multiply it.
 * @param {string} source
 */
function tokensOf(source) {
  return JSON.stringify(markdown.lexer(source), function (key, value) {
    const isRepeated = key === "raw" || (key === "text" && Array.isArray(this.tokens));
    return isRepeated ? undefined : value;
  });
}

parentPort?.on("message", (/** @type {string | { tokensOf: string }} */ asked) => {
  try {
    parentPort?.postMessage({ made: typeof asked === "string" ? render(asked) : tokensOf(asked.tokensOf) });
  } catch {
    // Too deeply nested for marked: markdown.ts shows the text as it was typed.
    parentPort?.postMessage({ made: null });
  }
});
parentPort?.postMessage({ isReady: true });
