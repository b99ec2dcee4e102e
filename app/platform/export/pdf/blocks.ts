import type { Token, Tokens } from "marked";
import { plainWords, safeTarget } from "#app/platform/export/odt/inline.ts";

/** Words in one look. */
export interface Run {
  readonly text: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isStruck?: boolean;
  readonly link?: string;
}

/** What the worker draws. Everything is plain data, so that it can cross to another thread. */
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly runs: readonly Run[] }
  | { readonly kind: "paragraph"; readonly runs: readonly Run[] }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | { readonly kind: "list"; readonly start: number | null; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: "table"; readonly head: readonly (readonly Run[])[]; readonly rows: readonly (readonly (readonly Run[])[])[] }
  | { readonly kind: "rule" };

/** Tokens of Markdown as blocks; `deeper` places the headings of the text below the heading it stands under. */
export const blocksOf = (tokens: readonly Token[], deeper = 0): Block[] => tokens.flatMap((token) => block(token, deeper));

function block(token: Token, deeper: number): Block[] {
  switch (token.type) {
    case "space":
    case "def":
      return [];
    case "heading":
      return [{ kind: "heading", level: (token as Tokens.Heading).depth + deeper, runs: runsOf(token.tokens) }];
    case "code":
      return [{ kind: "quote", blocks: [{ kind: "paragraph", runs: [{ text: (token as Tokens.Code).text }] }] }];
    case "blockquote":
      return [{ kind: "quote", blocks: blocksOf((token as Tokens.Blockquote).tokens, deeper) }];
    case "list": {
      const { ordered, start, items } = token as Tokens.List;
      return [{ kind: "list", start: ordered ? (typeof start === "number" ? start : 1) : null, items: items.map((item) => inItem(item.tokens, deeper)) }];
    }
    case "table": {
      const { header, rows } = token as Tokens.Table;
      return [{ kind: "table", head: header.map((cell) => runsOf(cell.tokens)), rows: rows.map((row) => row.map((cell) => runsOf(cell.tokens))) }];
    }
    case "hr":
      return [{ kind: "rule" }];
    case "html":
      return [{ kind: "paragraph", runs: [{ text: plainWords(String((token as Tokens.HTML).text)) }] }];
    default:
      return [{ kind: "paragraph", runs: runsOf("tokens" in token && token.tokens !== undefined ? token.tokens : [token]) }];
  }
}

/** In a list item the box of a task is a token of its own, beside the words it belongs to. */
function inItem(tokens: readonly Token[], deeper: number): Block[] {
  const blocks: Block[] = [];
  let box: readonly Run[] = [];
  for (const token of tokens) {
    if (token.type === "checkbox") {
      box = runsOf([token]);
      continue;
    }
    const [first, ...rest] = block(token, deeper);
    if (first === undefined) continue;
    blocks.push(first.kind === "paragraph" ? { kind: "paragraph", runs: [...box, ...first.runs] } : first, ...rest);
    box = [];
  }
  return box.length === 0 ? blocks : [...blocks, { kind: "paragraph", runs: box }];
}

/** Words with their emphasis and links, as runs of one look each. An image becomes its description. */
export function runsOf(tokens: readonly Token[] | undefined, look: Omit<Run, "text"> = {}): Run[] {
  return (tokens ?? []).flatMap((token): Run[] => {
    switch (token.type) {
      case "strong":
        return runsOf(token.tokens, { ...look, isBold: true });
      case "em":
        return runsOf(token.tokens, { ...look, isItalic: true });
      case "del":
        return runsOf(token.tokens, { ...look, isStruck: true });
      case "codespan":
        return [{ ...look, text: (token as Tokens.Codespan).text }];
      case "checkbox":
        return [{ ...look, text: (token as Tokens.Checkbox).checked ? "[x] " : "[ ] " }];
      case "br":
        return [{ ...look, text: "\n" }];
      case "link": {
        const target = safeTarget((token as Tokens.Link).href);
        return runsOf(token.tokens, target === null ? look : { ...look, link: target });
      }
      default:
        return "tokens" in token && token.tokens !== undefined ? runsOf(token.tokens, look) : [{ ...look, text: plainWords("text" in token ? String(token.text) : "") }];
    }
  });
}
