import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import PDFDocument from "pdfkit";

/** @typedef {import("./blocks.ts").Run} Run */
/** @typedef {import("./blocks.ts").Block} Block */
/** @typedef {import("./drawing.ts").Drawing} Drawing */

const LOOKS = { regular: "400-normal", bold: "700-normal", italic: "400-italic", boldItalic: "700-italic" };
/** The font comes in pieces per script; a sign is set in the first piece that has it. */
const SCRIPTS = ["latin", "latin-ext", "greek", "cyrillic"];
const require = createRequire(import.meta.url);
const file = (/** @type {string} */ script, /** @type {string} */ look) => readFileSync(require.resolve(`@fontsource/noto-sans/files/noto-sans-${script}-${look}.woff`));
/** @type {Map<string, Buffer>} */
const files = new Map();

const SIZE = 10.5;
const HEADINGS = [18, 14, 12, 11, 10.5, 10.5];
const MARGIN = 62;
const INK = "#1a1a1a";
const GREY = "#595959";
const BLUE = "#0b4a8f";
const LINE = "#b9c2cc";
const INDENT = 18;
const PADDING = 4;

/** @param {Drawing} drawing @returns {Promise<Uint8Array>} */
function draw({ title, subtitle, label, author, createdAt, page, blocks }) {
  const doc = new PDFDocument({
    size: "A4", margins: { top: MARGIN, bottom: MARGIN + 10, left: MARGIN, right: MARGIN },
    // pdfkit knows this subset; its types do not yet.
    pdfVersion: "1.7", subset: /** @type {any} */ ("PDF/UA"), tagged: true, lang: "nl-NL", displayTitle: true, bufferPages: true, font: "",
    info: { Title: title, Author: author, Subject: label, Creator: "GGI-portaal", Producer: "GGI-portaal", CreationDate: new Date(createdAt), ModDate: new Date(createdAt) },
  });
  /** @type {Buffer[]} */
  const pieces = [];
  const finished = new Promise((resolve, reject) => doc.on("data", (piece) => pieces.push(piece)).on("end", () => resolve(Buffer.concat(pieces))).on("error", reject));

  described(doc);
  const fonts = fontsOf(doc);
  const root = doc.struct("Document");
  doc.addStructure(root);
  const painter = { doc, fonts, left: MARGIN, width: doc.page.width - 2 * MARGIN };
  // The title is the first heading; those of the text stand below it.
  heading(painter, root, 1, [{ text: title }]);
  if (subtitle !== null) paragraph(painter, root, [{ text: subtitle }], { colour: GREY });
  if (label !== "") paragraph(painter, root, [{ text: label, isBold: true }]);
  doc.moveDown(0.6);
  for (const block of blocks) paint(painter, root, block);
  root.end();
  feet(painter, `${title} · ${label}`, page);
  doc.end();
  return /** @type {Promise<Uint8Array>} */ (finished);
}

/** A link says where it leads, for who cannot see it. Source: ISO 14289-1, §7.18.5. @param {any} doc */
function described(doc) {
  const link = doc.link.bind(doc);
  doc.link = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ width, /** @type {number} */ height, /** @type {string} */ target, /** @type {object} */ options) =>
    link(x, y, width, height, target, { ...options, Contents: new String(target.replace(/^mailto:/, "")) });
}

/** @typedef {{ doc: any, fonts: ReturnType<typeof fontsOf>, left: number, width: number }} Painter */

/** @param {Painter} painter @param {any} parent @param {Block} block */
function paint(painter, parent, block) {
  const { doc } = painter;
  switch (block.kind) {
    case "heading":
      return heading(painter, parent, block.level, block.runs);
    case "paragraph":
      return paragraph(painter, parent, block.runs);
    case "quote": {
      const quote = doc.struct("BlockQuote");
      parent.add(quote);
      for (const inner of block.blocks) paint({ ...painter, left: painter.left + INDENT, width: painter.width - INDENT }, quote, inner);
      return quote.end();
    }
    case "list":
      return list(painter, parent, block);
    case "table":
      return table(painter, parent, block);
    case "rule":
      room(painter, 20);
      return artifact(doc, () => doc.moveTo(painter.left, doc.y + 4).lineTo(painter.left + painter.width, doc.y + 4).lineWidth(0.5).stroke(LINE)), void (doc.y += 14);
  }
}

/** @param {Painter} painter @param {any} parent @param {number} level @param {readonly Run[]} runs */
function heading(painter, parent, level, runs) {
  const { doc } = painter;
  // No level is skipped: a heading stands at most one below the one before it.
  const depth = Math.min(Math.max(level, 1), (doc.ggiLevel ?? 0) + 1, 6);
  doc.ggiLevel = depth;
  const size = HEADINGS[depth - 1] ?? SIZE;
  if (depth > 1) doc.y += size * 0.7;
  room(painter, size * 4.5);
  const words = runs.map(({ text }) => text).join("");
  if (depth > 1 && depth <= 3) mark(doc, words, depth);
  element(painter, parent, `H${depth}`, runs.map((run) => ({ ...run, isBold: true })), { size, colour: depth === 1 ? BLUE : INK });
  doc.y += size * 0.25;
}

/** Puts a heading in the list of bookmarks. @param {any} doc @param {string} words @param {number} depth */
function mark(doc, words, depth) {
  const top = (doc.ggiOutline ??= { item: doc.outline, two: null });
  if (depth === 2) top.two = top.item.addItem(words);
  else (top.two ?? top.item).addItem(words);
}

/** @param {Painter} painter @param {any} parent @param {readonly Run[]} runs @param {{ colour?: string }} [look] */
function paragraph(painter, parent, runs, look = {}) {
  if (runs.every(({ text }) => text.trim() === "")) return;
  room(painter, SIZE * 1.6);
  element(painter, parent, "P", runs, look);
  painter.doc.y += SIZE * 0.5;
}

/** @param {Painter} painter @param {any} parent @param {Extract<Block, { kind: "list" }>} list */
function list(painter, parent, { start, items }) {
  const { doc, left, width } = painter;
  const made = doc.struct("L");
  parent.add(made);
  items.forEach((blocks, index) => {
    room(painter, SIZE * 2);
    const item = doc.struct("LI");
    made.add(item);
    const top = doc.y;
    item.add(doc.struct("Lbl", () => { inlineAt(painter, [{ text: start === null ? "•" : `${start + index}.` }], left, top, INDENT + 10, {}); }));
    doc.y = top;
    const body = doc.struct("LBody");
    item.add(body);
    const inner = { ...painter, left: left + INDENT, width: width - INDENT };
    if (blocks.length === 0) doc.y += SIZE * 1.5;
    for (const block of blocks) paint(inner, body, block);
    body.end();
    item.end();
  });
  made.end();
}

/** @param {Painter} painter @param {any} parent @param {Extract<Block, { kind: "table" }>} table */
function table(painter, parent, { head, rows }) {
  const { doc } = painter;
  if (head.length === 0) return;
  const widths = columnWidths(painter, [head, ...rows], head.length);
  const made = doc.struct("Table");
  parent.add(made);
  const top = doc.struct("THead");
  made.add(top);
  row(painter, top, head.map((runs) => runs.map((run) => ({ ...run, isBold: true }))), widths, "TH", null);
  top.end();
  const body = doc.struct("TBody");
  made.add(body);
  for (const cells of rows) row(painter, body, widths.map((_, index) => cells[index] ?? []), widths, "TD", head);
  body.end();
  made.end();
  doc.y += SIZE * 0.8;
}

/** @param {Painter} painter @param {any} parent @param {readonly (readonly Run[])[]} cells @param {readonly number[]} widths @param {"TH" | "TD"} kind @param {readonly (readonly Run[])[] | null} head */
function row(painter, parent, cells, widths, kind, head) {
  const { doc, left } = painter;
  const height = Math.max(...cells.map((runs, index) => heightOf(painter, runs, (widths[index] ?? 0) - 2 * PADDING))) + 2 * PADDING;
  const longest = doc.page.height - doc.page.margins.top - doc.page.margins.bottom;
  if (height < longest && doc.y + height > doc.page.height - doc.page.margins.bottom) {
    doc.continueOnNewPage();
    if (head !== null) artifact(doc, () => headAgain(painter, head, widths));
  }
  const made = doc.struct("TR");
  parent.add(made);
  const top = doc.y;
  if (height >= longest) {
    // A cell that is longer than a page stands over the whole width, below the one before it.
    for (const runs of cells) {
      const cell = doc.struct(kind, kind === "TH" ? { scope: "Column" } : {});
      made.add(cell);
      element(painter, cell, "P", runs, {});
      cell.end();
    }
    made.end();
    return;
  }
  let x = left;
  cells.forEach((runs, index) => {
    const at = x;
    const cell = doc.struct(kind, kind === "TH" ? { scope: "Column" } : {});
    made.add(cell);
    doc.y = top;
    element({ ...painter, left: at + PADDING, width: (widths[index] ?? 0) - 2 * PADDING }, cell, "P", runs, { top: top + PADDING });
    cell.end();
    x += widths[index] ?? 0;
  });
  made.end();
  doc.x = left;
  doc.y = top + height;
  artifact(doc, () => doc.moveTo(left, doc.y).lineTo(left + widths.reduce((sum, one) => sum + one, 0), doc.y).lineWidth(kind === "TH" ? 1 : 0.5).stroke(LINE));
}

/** The head of a table once more on a new page: for the eye only. @param {Painter} painter @param {readonly (readonly Run[])[]} head @param {readonly number[]} widths */
function headAgain(painter, head, widths) {
  const { doc } = painter;
  const top = doc.y;
  const height = Math.max(...head.map((runs, index) => heightOf(painter, runs, (widths[index] ?? 0) - 2 * PADDING))) + 2 * PADDING;
  let x = painter.left;
  head.forEach((runs, index) => {
    inlineAt(painter, runs.map(({ text }) => ({ text, isBold: true })), x + PADDING, top + PADDING, (widths[index] ?? 0) - 2 * PADDING, {});
    x += widths[index] ?? 0;
  });
  doc.y = top + height;
  doc.moveTo(painter.left, doc.y).lineTo(x, doc.y).lineWidth(1).stroke(LINE);
}

/** Wide enough for the longest word, the rest by how much there is to say. @param {Painter} painter @param {readonly (readonly (readonly Run[])[])[]} rows @param {number} count */
function columnWidths({ doc, fonts, width }, rows, count) {
  fonts.use("bold");
  doc.fontSize(SIZE);
  const columns = Array.from({ length: count }, (_, index) => {
    let [least, wish] = [24, 24];
    for (const cells of rows) {
      const text = (cells[index] ?? []).map((run) => run.text).join("");
      wish = Math.max(wish, Math.min(doc.widthOfString(text), 240));
      for (const word of text.split(/\s+/)) least = Math.max(least, Math.min(doc.widthOfString(word), 130));
    }
    return { least: least + 2 * PADDING + 1, wish: wish + 2 * PADDING + 1 };
  });
  const [least, wish] = [columns.reduce((sum, one) => sum + one.least, 0), columns.reduce((sum, one) => sum + one.wish, 0)];
  if (least >= width) return columns.map((one) => (one.least * width) / least);
  const more = columns.map((one) => Math.max(0, one.wish - one.least));
  const share = (width - least) / Math.max(1, wish - least);
  return columns.map((one, index) => (wish <= least ? (one.least * width) / least : one.least + (more[index] ?? 0) * share));
}

/**
 * A piece of structure with words in it; links are elements of their own.
 * @param {Painter} painter @param {any} parent @param {string} kind @param {readonly Run[]} runs @param {{ size?: number, colour?: string, top?: number }} look
 */
function element(painter, parent, kind, runs, { size = SIZE, colour = INK, top }) {
  const { doc } = painter;
  const made = doc.struct(kind);
  parent.add(made);
  const groups = groupsOf(runs);
  groups.forEach((group, index) => {
    const paintGroup = () => {
      if (index === 0) inlineAt(painter, group.runs, painter.left, top ?? doc.y, painter.width, { size, colour, isOpen: groups.length > 1 });
      else inlineOn(painter, group.runs, painter.width, { size, colour, isOpen: index < groups.length - 1 });
    };
    made.add(group.link === undefined ? paintGroup : doc.struct("Link", [paintGroup]));
  });
  made.end();
}

/** @param {readonly Run[]} runs @returns {{ link: string | undefined, runs: Run[] }[]} */
function groupsOf(runs) {
  /** @type {{ link: string | undefined, runs: Run[] }[]} */
  const groups = [];
  for (const run of runs) {
    if (run.text === "") continue;
    const last = groups.at(-1);
    if (last !== undefined && last.link === run.link) last.runs.push(run);
    else groups.push({ link: run.link, runs: [run] });
  }
  return groups;
}

/** @typedef {{ size?: number, colour?: string, isOpen?: boolean }} Look */

/** @param {Painter} painter @param {readonly Run[]} runs @param {number} x @param {number} y @param {number} width @param {Look} look */
function inlineAt(painter, runs, x, y, width, look) {
  painter.doc.x = x;
  painter.doc.y = y;
  inlineOn(painter, runs, width, look);
}

/** @param {Painter} painter @param {readonly Run[]} runs @param {number} width @param {Look} look */
function inlineOn({ doc, fonts }, runs, width, { size = SIZE, colour = INK, isOpen = false }) {
  const pieces = runs.flatMap((run) => fonts.pieces(run));
  pieces.forEach(({ font, text, run }, index) => {
    doc.font(font).fontSize(size).fillColor(run.link === undefined ? colour : BLUE);
    doc.text(text, { width, lineGap: 2, continued: isOpen || index < pieces.length - 1, link: run.link ?? null, underline: run.link !== undefined, strike: run.isStruck === true });
  });
}

/** @param {Painter} painter @param {readonly Run[]} runs @param {number} width */
function heightOf({ doc, fonts }, runs, width) {
  const text = runs.map((run) => run.text).join("");
  if (text === "") return SIZE * 1.4;
  fonts.use(runs.some((run) => run.isBold === true) ? "bold" : "regular");
  doc.fontSize(SIZE);
  return doc.heightOfString(text, { width, lineGap: 2 });
}

/** A new page when less than this is left. @param {Painter} painter @param {number} height */
function room({ doc }, height) {
  if (doc.y + height > doc.page.height - doc.page.margins.bottom) doc.continueOnNewPage();
}

/** What is there for the eye only, and no part of the text. @param {any} doc @param {() => void} paintIt @param {object} [options] */
function artifact(doc, paintIt, options = { type: "Layout" }) {
  doc.markContent("Artifact", options);
  paintIt();
  doc.endMarkedContent();
}

/** Title and page number at the foot of every page. @param {Painter} painter @param {string} words @param {readonly [string, string]} page */
function feet({ doc, fonts }, words, [page, of]) {
  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    doc.switchToPage(index);
    doc.page.margins.bottom = 0;
    const y = doc.page.height - MARGIN + 8;
    artifact(doc, () => {
      fonts.use("regular");
      doc.fontSize(8).fillColor(GREY).text(fonts.known(words), MARGIN, y, { width: doc.page.width - 2 * MARGIN - 110, height: 11, ellipsis: true });
      doc.text(`${page} ${index + 1} ${of} ${count}`, doc.page.width - MARGIN - 100, y, { width: 100, align: "right" });
    }, { type: "Pagination", attached: ["Bottom"] });
  }
}

/** @param {any} doc */
function fontsOf(doc) {
  const name = (/** @type {string} */ look, /** @type {string} */ script) => `${look}-${script}`;
  const registered = new Set();
  /** @type {Map<string, any>} */
  const opened = new Map();
  const use = (/** @type {keyof typeof LOOKS} */ look, script = "latin") => {
    const font = name(look, script);
    if (!registered.has(font)) {
      if (!files.has(font)) files.set(font, file(script, LOOKS[look]));
      doc.registerFont(font, files.get(font));
      registered.add(font);
    }
    doc.font(font);
    if (!opened.has(font)) opened.set(font, doc._font.font);
    return font;
  };
  const has = (/** @type {keyof typeof LOOKS} */ look, /** @type {string} */ script, /** @type {number} */ code) => {
    if (script !== "latin") use(look, script);
    else if (!opened.has(name(look, script))) use(look);
    return opened.get(name(look, script)).hasGlyphForCodePoint(code);
  };
  /** A sign that no font has is named by its number, so that nothing is lost in silence. */
  const scriptOf = (/** @type {keyof typeof LOOKS} */ look, /** @type {string} */ sign) => (/^[\x20-\x7e\n]$/.test(sign) ? "latin" : SCRIPTS.find((script) => has(look, script, sign.codePointAt(0) ?? 0)));
  const pieces = (/** @type {Run} */ run) => {
    const look = run.isBold ? (run.isItalic ? "boldItalic" : "bold") : run.isItalic ? "italic" : "regular";
    /** @type {{ font: string, text: string, run: Run }[]} */
    const made = [];
    for (const stretch of tidied(run.text).match(/[\x20-\x7e\n]+|[^]/gu) ?? []) {
      const script = stretch.length > 2 ? "latin" : scriptOf(look, stretch);
      const [text, font] = script === undefined ? [`[U+${(stretch.codePointAt(0) ?? 0).toString(16).toUpperCase()}]`, name(look, "latin")] : [stretch, name(look, script)];
      const last = made.at(-1);
      if (last !== undefined && last.font === font) last.text += text;
      else made.push({ font, text, run });
    }
    for (const { font } of made) if (!registered.has(font)) use(look, font.slice(look.length + 1));
    return made;
  };
  return { use, pieces, known: (/** @type {string} */ words) => [...words].map((sign) => (scriptOf("regular", sign) === "latin" ? sign : "?")).join("") };
}

/** Signs that mean something else to the eye than on paper. @param {string} text */
const tidied = (text) => text.normalize("NFC").replace(/\t/g, "    ").replace(/[\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]/gu, "").replaceAll("☑", "[x]").replaceAll("☐", "[ ]").replaceAll("→", "->").replaceAll("\u202f", "\u00a0");

parentPort?.on("message", (/** @type {Drawing} */ drawing) => {
  draw(drawing).then(
    (made) => parentPort?.postMessage({ made, problem: null }),
    (error) => parentPort?.postMessage({ made: null, problem: String(error?.message ?? error) }),
  );
});
parentPort?.postMessage({ isReady: true });
