import type { Token, Tokens } from "marked";
import { inline, spaced, words } from "./inline.ts";
import { element } from "./xml.ts";

const DEEPEST_HEADING = 4;

interface Place {
  readonly paragraph: string;
  /** a list item holds no tables and no lines */
  readonly isInList: boolean;
  /** how many levels lower than in the text a heading stands */
  readonly deeper: number;
}

/** Tokens of Markdown as the blocks of an ODF text. `deeper` places the headings of the text below the heading it stands under. */
export const blocks = (tokens: readonly Token[], deeper = 0): string => inPlace(tokens, { paragraph: "Text_20_body", isInList: false, deeper });

const inPlace = (tokens: readonly Token[], place: Place): string => tokens.map((token) => block(token, place)).join("");

function block(token: Token, place: Place): string {
  switch (token.type) {
    case "space":
    case "def":
      return "";
    case "heading":
      return heading((token as Tokens.Heading).depth + place.deeper, inline(token.tokens));
    case "code":
      return (token as Tokens.Code).text.split("\n").map((line) => element("text:p", { "text:style-name": "Preformatted_20_Text" }, spaced(line))).join("");
    case "blockquote":
      return inPlace((token as Tokens.Blockquote).tokens, { ...place, paragraph: "Quotations" });
    case "list":
      return list(token as Tokens.List, place);
    case "table":
      return markdownTable(token as Tokens.Table, place);
    case "hr":
      return place.isInList ? "" : element("text:p", { "text:style-name": "Horizontal_20_Line" });
    case "html":
      return paragraph(words(String((token as Tokens.HTML).text)), place.paragraph);
    default:
      return paragraph("tokens" in token && token.tokens !== undefined ? inline(token.tokens) : words("text" in token ? String(token.text) : ""), place.paragraph);
  }
}

export const paragraph = (inside: string, style = "Text_20_body"): string => element("text:p", { "text:style-name": style }, inside);

/** A heading; ODF made here knows four levels. */
export function heading(depth: number, inside: string): string {
  const level = Math.min(Math.max(depth, 1), DEEPEST_HEADING);
  return element("text:h", { "text:style-name": `Heading_20_${level}`, "text:outline-level": level }, inside);
}

function list({ ordered, start, items }: Tokens.List, place: Place): string {
  const made = items.map((item, index) => {
    const inside = inPlace(withBoxInText(item.tokens), { ...place, isInList: true });
    return element("text:list-item", { "text:start-value": ordered && index === 0 && typeof start === "number" && start !== 1 ? start : undefined }, inside === "" ? paragraph("") : inside);
  });
  return element("text:list", { "text:style-name": ordered ? "List_20_number" : "List_20_bullet" }, ...made);
}

/** The box of a task that stands before its text becomes the first sign of that text. */
function withBoxInText([first, next, ...rest]: readonly Token[]): readonly Token[] {
  if (first?.type !== "checkbox" || next === undefined) return [first, next, ...rest].filter((token) => token !== undefined);
  return [{ ...next, tokens: [first, ...("tokens" in next ? (next.tokens ?? []) : [])] } as Token, ...rest];
}

function markdownTable({ header, rows }: Tokens.Table, place: Place): string {
  const [head, body] = [header.map((cell) => inline(cell.tokens)), rows.map((row) => row.map((cell) => inline(cell.tokens)))];
  if (!place.isInList) return table(head, body);
  return body.map((row) => paragraph(row.map((cell, index) => `${head[index] ?? ""}: ${cell}`).join("; "), place.paragraph)).join("");
}

/** A table of ODF that is already made, with its head repeated on every page. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (inside: string, style: string) => element("table:table-cell", { "table:style-name": "Cell", "office:value-type": "string" }, paragraph(inside, style));
  const row = (cells: readonly string[], style: string) => element("table:table-row", {}, ...head.map((_, index) => cell(cells[index] ?? "", style)));
  if (head.length === 0) return "";
  return element(
    "table:table",
    { "table:style-name": "Table" },
    element("table:table-column", { "table:number-columns-repeated": head.length }),
    element("table:table-header-rows", {}, row(head, "Table_20_Heading")),
    ...rows.map((cells) => row(cells, "Table_20_Contents")),
  );
}
