import type { OdtPart, OdtStream } from "#app/platform/export/odt/document.ts";
import { toTokens } from "#app/platform/markdown.ts";
import { blocksOf, type Block } from "./blocks.ts";
import { drawInWorker } from "./drawing.ts";

export const PDF = "application/pdf";

/**
 * The same document that a word processor gets, as a tagged PDF: headings, lists and tables stand in it as such, in Dutch, with the font inside.
 * Drawn in a worker, so that nobody waits for it. Source: ISO 14289-1 (PDF/UA-1).
 */
export async function pdfDocument({ title, subtitle, label, author, createdAt, page, parts }: OdtStream): Promise<Uint8Array> {
  const blocks: Block[] = [];
  // One after another: each text gets its turn in the worker that reads Markdown.
  for await (const one of parts) blocks.push(...(await blocksOfPart(one)));
  return drawInWorker({ title, subtitle: subtitle ?? null, label, author, createdAt, page, blocks });
}

async function blocksOfPart(one: OdtPart): Promise<Block[]> {
  switch (one.kind) {
    case "heading":
      return [{ kind: "heading", level: one.level + 1, runs: [{ text: one.text }] }];
    case "paragraph":
      return plain(one.text);
    case "fields":
      return one.rows.map(([term, value]) => ({ kind: "paragraph", runs: [{ text: `${term}: `, isBold: true }, { text: value }] }));
    case "table":
      return [{ kind: "table", head: one.head.map((text) => [{ text }]), rows: one.rows.map((row) => row.map((text) => [{ text }])) }];
    case "markdown": {
      const tokens = await toTokens(one.source);
      return tokens === null ? plain(one.source) : blocksOf(tokens, (one.deeper ?? 0) + 1);
    }
  }
}

/** A text as it was typed: a paragraph for each stretch between empty lines. */
const plain = (text: string): Block[] => text.trim().split(/\n{2,}/).map((stretch) => ({ kind: "paragraph", runs: [{ text: stretch }] }));
