import { slices } from "#app/platform/export/slices.ts";
import { MOST_COLUMNS, MOST_ROWS, UnreadableTable, type RawRow } from "#app/platform/export/table.ts";
import { XmlReader } from "#app/platform/export/xml-reader.ts";

export interface ReadReqif {
  readonly outline: SetOutline;
  readonly heads: readonly string[];
  readonly rows: readonly RawRow[];
}

/** The chapters of a specification in the order of reading, from the top down, with the places of the rows that stand in each. */
export interface SetOutline {
  readonly title: string;
  readonly chapters: readonly { readonly path: readonly string[]; readonly intro: string; readonly places: readonly number[] }[];
}

/** The columns that every file gets, whatever it calls its own. */
export const REQIF_HEADS = ["Nummer", "Titel", "Tekst"] as const;

const [FOREIGN_ID, NAME, TEXT, CHAPTER_NAME] = ["ReqIF.ForeignID", "ReqIF.Name", "ReqIF.Text", "ReqIF.ChapterName"] as const;
const STANDARD: readonly string[] = [FOREIGN_ID, NAME, TEXT, CHAPTER_NAME];
const TITLE_FROM_TEXT = 100;
const DEEPEST = 50;

interface SpecObject {
  readonly id: string;
  readonly longName: string;
  readonly values: Map<string, string[]>;
}

/** What the file says, kept by its own ids until all of it was read. */
class Reading {
  title = "";
  readonly objects = new Map<string, SpecObject>();
  readonly names = new Map<string, string>();
  /** in the order of the hierarchy */
  readonly places: { objectId: string; depth: number }[] = [];
}

/**
 * A ReqIF file as the rows of a table: a row per requirement in the order of the first hierarchy, with the chapters apart. A heading is an
 * object that only has a chapter name, or one with others below it and without a text. Throws `UnreadableTable` for what is no ReqIF.
 */
export async function readReqif(text: string): Promise<ReadReqif> {
  const reading = new Reading();
  const breathe = slices();
  const reader = new XmlReader(listenerFor(reading));
  for (let from = 0; from < text.length; from += 64 * 1024) {
    reader.feed(text.slice(from, from + 64 * 1024));
    await breathe();
  }
  reader.end();
  const read = asTable(reading);
  if (read.rows.length === 0) throw new UnreadableTable("no-rows");
  if (read.heads.length > MOST_COLUMNS) throw new UnreadableTable("too-many-columns");
  return read;
}

interface Chapter {
  readonly path: readonly string[];
  readonly intro: string;
  readonly places: number[];
}

function asTable({ title, objects, names, places }: Reading): ReadReqif {
  const own = [...new Set([...objects.values()].flatMap(({ values }) => [...values.keys()]).map((id) => names.get(id) ?? id))].filter((name) => !STANDARD.includes(name));
  const listed = new Set(places.map(({ objectId }) => objectId));
  const all = [...places, ...[...objects.keys()].filter((id) => !listed.has(id)).map((objectId) => ({ objectId, depth: 0 }))];
  const [rows, chapters, given]: [RawRow[], Chapter[], Set<string>] = [[], [], new Set()];
  let open: (Chapter | undefined)[] = [];
  const counts: number[] = [];
  for (const [index, { objectId, depth }] of all.entries()) {
    const object = objects.get(objectId);
    if (!object || given.has(objectId)) continue;
    given.add(objectId);
    const values = new Map([...object.values].map(([id, parts]) => [names.get(id) ?? id, parts.join("\n")]));
    const word = (name: string): string => (values.get(name) ?? "").trim();
    open = open.slice(0, depth);
    if (isHeading(word, (all[index + 1]?.depth ?? 0) > depth)) {
      const above = open.findLast((one) => one !== undefined)?.path ?? [];
      counts.splice(depth + 1);
      counts[depth] = (counts[depth] ?? 0) + 1;
      open[depth] = { path: [...above, withoutNumber(word(CHAPTER_NAME) || word(NAME) || object.longName, counts.filter(Boolean).join(".")) || "–"], intro: word(TEXT), places: [] };
      chapters.push(open[depth]);
      continue;
    }
    if (rows.length >= MOST_ROWS) throw new UnreadableTable("too-many-rows");
    const statement = word(TEXT) || object.longName;
    const place = rows.length + 1;
    rows.push({ place, cells: [word(FOREIGN_ID), word(NAME) || object.longName || firstWords(statement), statement, ...own.map(word)], formulas: [] });
    open.findLast((one) => one !== undefined)?.places.push(place);
  }
  return { outline: { title, chapters }, heads: [...REQIF_HEADS, ...own], rows };
}

const isHeading = (word: (name: string) => string, hasMore: boolean): boolean => word(TEXT) === "" ? word(CHAPTER_NAME) !== "" || hasMore : word(CHAPTER_NAME) !== "" && word(NAME) === "";

/** The portal numbers chapters itself; a number that is no chapter number, as in "24 uur per dag", belongs to the title. */
const withoutNumber = (text: string, own: string): string => {
  const [, number = "", rest = ""] = /^(\d+(?:\.\d+)*\.?)\s+(.*)$/s.exec(text.trim()) ?? [];
  return (number.includes(".") || number === own ? rest : text).replace(/\s+/g, " ").trim();
};

const firstWords = (text: string): string => {
  const line = (text.split("\n\n")[0] ?? "").replace(/\s+/g, " ").trim();
  return line.length <= TITLE_FROM_TEXT ? line : `${line.slice(0, TITLE_FROM_TEXT).replace(/\s\S*$/, "")}…`;
};

function listenerFor(reading: Reading) {
  let object: SpecObject | null = null;
  let definition = "";
  let value: string | null = null;
  let words = "";
  let [isValue, isEnded, isItem] = [false, false, false];
  /** where the reading stands in the hierarchy: a file may name its children before it names what they stand below */
  const above: { objectId: string; depth: number }[] = [];
  let specification = 0;
  const enums = reading.names;
  const put = (id: string, text: string): void => {
    if (object === null || id === "") return;
    object.values.set(id, [...(object.values.get(id) ?? []), text]);
  };
  return {
    open(name: string, attribute: (name: string) => string | null): void {
      const id = attribute("IDENTIFIER");
      if (id !== null && /^(ATTRIBUTE-DEFINITION|ENUM-VALUE)/.test(name) && !name.endsWith("-REF")) reading.names.set(id, attribute("LONG-NAME") ?? id);
      if (name === "SPEC-OBJECT" && id !== null) object = { id, longName: attribute("LONG-NAME") ?? "", values: new Map() };
      if (name === "SPECIFICATION") specification++;
      if (name === "SPEC-HIERARCHY") {
        const place = { objectId: "", depth: above.length };
        if (place.depth > DEEPEST) throw new UnreadableTable("broken-file");
        if (specification === 1) reading.places.push(place);
        above.push(place);
      }
      if (name.startsWith("ATTRIBUTE-VALUE-")) [definition, value] = ["", attribute("THE-VALUE")];
      if (name === "THE-VALUE") [isValue, value, isEnded] = [true, "", false];
      else if (isValue && name === "br") value = `${value ?? ""}\n`;
      else if (isValue && (name === "td" || name === "th") && !isEnded && /[^\n]$/.test(value ?? "")) value = `${value ?? ""} | `;
      else if (isValue && BLOCKS.has(name) && isEnded) [value, isEnded] = [`${value ?? ""}${name === "li" && isItem ? "\n" : "\n\n"}`, false];
      // A list inside an item starts on a line of its own; the portal writes Markdown.
      if (isValue && name === "li") value = `${value ?? ""}${/[^\n]$/.test(value ?? "") ? "\n" : ""}- `;
      words = "";
    },
    text(text: string): void {
      if (!isValue) words += text;
      else if (text.trim() !== "" || !text.includes("\n")) {
        // What stands on several lines in the file is one line to a reader of XHTML.
        value = `${value ?? ""}${isEnded && text.trim() !== "" ? "\n\n" : ""}${text.replace(/\s*\n\s*/g, " ")}`;
        if (text.trim() !== "") isEnded = false;
      }
    },
    close(name: string): void {
      if (name === "TITLE" && reading.title === "") reading.title = words.trim();
      else if (name === "THE-VALUE") isValue = false;
      else if (isValue && BLOCKS.has(name)) [isEnded, isItem] = [(value ?? "") !== "" || name === "p", name === "li"];
      else if (/^ATTRIBUTE-DEFINITION-\w+-REF$/.test(name)) definition = words.trim();
      else if (name === "ENUM-VALUE-REF") value = [value, enums.get(words.trim()) ?? words.trim()].filter(Boolean).join("\n");
      else if (name.startsWith("ATTRIBUTE-VALUE-")) put(definition, value ?? "");
      else if (name === "SPEC-OBJECT" && object !== null) {
        reading.objects.set(object.id, object);
        object = null;
      } else if (name === "SPEC-OBJECT-REF") {
        const place = above.at(-1);
        if (place && place.objectId === "") place.objectId = words.trim();
      } else if (name === "SPEC-HIERARCHY") above.pop();
    },
  };
}

const BLOCKS = new Set(["p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr"]);
