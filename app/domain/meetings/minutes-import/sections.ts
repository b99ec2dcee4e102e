import { blocksOf, type Block } from "./blocks.ts";
import { keyOf, plainText } from "./plain.ts";

export type SectionKind = "present" | "absent" | "invited" | "both" | "actions" | "decisions" | "mixed" | "agenda" | "container" | "meta" | "other";

export type Heading = Extract<Block, { kind: "heading" }>;

/** A heading with everything below it up to the next heading, and where it stands in the tree. */
export interface Section {
  readonly heading: Heading | null;
  readonly kind: SectionKind;
  readonly level: number;
  readonly blocks: readonly Exclude<Block, { kind: "heading" }>[];
  readonly parent: number | null;
}

const PRESENT = /^(?:(?:lijst (?:van )?)?aanwezig(?:en|e leden|e personen|heid|heidslijst)?|aanw|aanwezig(?:en)?\b.{0,40}|deelnemers(?:\s*\(.{0,60}|\s+(?:aan|van|bij|overleg|vergadering|bijeenkomst|to|werkgroep|sessie|op)\b.{0,50})?|deelnemerslijst|presentielijst|presentie|present(?:en)?|attendees|participants|present members|members present|in attendance|vertegenwoordigd|(?:ook |verder |tevens |mede |overige )?(?:aanwezig|aanwezigen)|gast(?:en)?|guests?|observers?|toehoorders?)$/;
const ABSENT = /^(?:(?:lijst (?:van )?)?(?:afwezig(?:en?)?|afw|afgemeld(?:en)?|afmelding(?:en)?|verhinderd|absent(?:en|ees)?|niet aanwezig|verontschuldigd(?:en)?|geexcuseerd(?:en)?|apologies|regrets|excused|absences|not present|bericht van verhindering|(?:met|zonder) (?:bericht|kennisgeving|afmelding)\w*)\b.{0,50})$/;
const INVITED = /^(?:genodigden?|uitgenodigd(?:en)?|leden|invitees)\b.{0,30}$/;
const BOTH = /^(?:aan-? ?(?:en|\/) ?afwezig\w*|aanwezig\w* ?(?:en|\/|&|,|\|) ?(?:afwezig\w*|afgemeld\w*|afmelding\w*)|presentielijst|aanwezigheid)$/;
const ACTIONS = /^(?:(?:(?:open(?:staande)?|voorgestelde|genoteerde|gemaakte|uitgezette|resterende|nieuwe|lopende|overige|afgesproken|bestaande|oude|gezamenlijke) )*(?:actie(?:s|punt|punten|lijst|overzicht|houders|tabel)?|vervolgactie(?:s)?|actions?(?: items| points)?|to-? ?do'?s?(?: lijst| list)?|todo'?s?|huiswerk|taken(?:lijst)?)\b.{0,60})$/;
const AGREED = /^(?:(?:overzicht |samenvatting )?(?:gemaakte |overige |vervolg)?(?:afspraken|vervolgstappen|volgende stappen|next steps|vervolgpunten|vervolg ?afspraken|toezeggingen)(?: (?:en|&|\/|\+) [\p{L} -]{3,30})?(?: (?:uit|van|vorige|deze|volgende)\b.{0,40})?)$/u;
const DECISIONS = /^(?:(?:genomen |overzicht |lijst (?:van |met )?)*(?:besluit(?:en|enlijst)?|beslissing(?:en)?|beslispunten|decisions?(?: made| taken)?|resolutions?)\b.{0,50})$/;
const AGENDA = /^(?:(?:concept|voorlopige|de|vastgestelde|definitieve|voorgestelde|globale) ?)*(?:agenda|agendapunten|programma|tijdplan|tijdsplan|tijdschema|dagindeling)(?! ?(?:vaststell|is |en verslag|& verslag|\+ verslag))\b.{0,60}$/;
const CONTAINER = /^(?:(?:concept)?(?:verslag|notulen|gespreksverslag)(?: (?:(?:per|van de|van het) )?(?:agendapunt(?:en)?|vergadering|overleg|bijeenkomst|bespreking))?|agenda ?(?:en|&|\+|\/) ?(?:verslag|notulen)|(?:verslag|notulen) ?(?:en|&|\+|\/) ?agenda|(?:behandelde |besproken |te bespreken )?onderwerpen|bespreking|besproken(?: punten)?|agendapunten|inhoud|bespreekpunten|behandelde punten|agenda en behandelde punten)$/;
const META = /^(?:algemene (?:gegevens|informatie)|vergadergegevens|gegevens|metadata|bijeenkomst|details|vergadering)$/;

/** Whether a heading says "actions" and no more, so that the headings below it are parts of that list. */
export const isListOfActions = (heading: string): boolean => ACTIONS.test(keyOf(heading)) || AGREED.test(keyOf(heading));

/** What a heading or a label on a line of its own announces. */
export function kindOf(heading: string): SectionKind {
  const key = keyOf(heading);
  // "Actie: Jan belt" and "Besluit: akkoord" say it on the line itself; they announce nothing.
  if (key.length > 90 || /^[^:]{2,60}:\s*\S/.test(key)) return "other";
  // "2. Besluitenlijst d.d. 10 februari" is about the former meeting.
  if (/^\W*\d/.test(plainText(heading)) && /^besluitenlijst\b.*(?:\d|\bvorige\b)/.test(key)) return "other";
  if (key === "besloten") return "decisions";
  if (BOTH.test(key)) return "both";
  if (ABSENT.test(key)) return "absent";
  if (/^(?:aanwezig|deelnemers).*\bafwezig/.test(key)) return "both";
  if (/^(?:deelnemers?|aanwezig\w*)\b.*\b(?:gezocht|worden|kunnen|vragen|uitbreiden|werven|uitnodigen|benaderen|toevoegen)\b/.test(key)) return "other";
  if (PRESENT.test(key)) return "present";
  if (INVITED.test(key) && !/^\W*\d/.test(plainText(heading))) return "invited";
  const isDecisions = DECISIONS.test(key) || /\bbesluiten(?:lijst)?\b/.test(key);
  if (ACTIONS.test(key) || AGREED.test(key)) return isDecisions || /\bbesluit(?:en)?\b/.test(key) ? "mixed" : "actions";
  if (DECISIONS.test(key)) return /\b(?:acties?|actiepunten|actielijst)\b/.test(key) ? "mixed" : "decisions";
  if (/^(?:doorlopen |bespreking |bespreken |doornemen )(?:de )?(?:actielijst|actiepunten(?:lijst)?|actie- ?(?:en|\/) ?besluitenlijst)\b/.test(key)) return "actions";
  if (/^(?!(?:concept)?(?:verslag|notulen|vaststell|mededeling|bespreking|terugkoppeling))[\p{L}\d' -]{0,30}\b(?:actiepunten|actielijst|to-?do'?s)$/u.test(key)) return "actions";
  if (CONTAINER.test(key)) return "container";
  if (AGENDA.test(key)) return "agenda";
  if (META.test(key)) return "meta";
  return "other";
}

const LABEL_LINE = /^\s{0,3}(?:[-*+]\s+)?[*_]{0,3}((?:met |zonder )?[\p{L}][\p{L}\s/&'()-]{2,48}?)[*_]{0,3}\s*:?[*_]{0,3}\s*$/u;
const NUMBERED = /^\s{0,3}(\d{1,2})(?:\\?[.)])?\s+(\p{Lu}.{1,90})$/u;
const AGENDA_POINT = /^\s{0,3}[*_]{0,3}(agendapunt\s+\d+[a-z]?\s*[:.–-]?\s*.{0,100}?)[*_]{0,3}\s*$/i;

/** The source as a tree of sections; labels and numbered lines count as headings where real headings are missing. */
export function sectionsOf(source: readonly string[]): Section[] {
  const blocks = promoted(blocksOf(source), source);
  const levels = blocks.flatMap((block) => (block.kind === "heading" && block.level < 7 ? [block.level] : []));
  const deepest = Math.max(0, ...levels);
  const sections: { heading: Heading | null; kind: SectionKind; level: number; blocks: Exclude<Block, { kind: "heading" }>[]; parent: number | null }[] = [
    { heading: null, kind: "other", level: 0, blocks: [], parent: null },
  ];
  let realLevel = 0;
  for (const block of blocks) {
    if (block.kind !== "heading") {
      sections.at(-1)?.blocks.push(block);
      continue;
    }
    const above = sections.at(-1);
    // A bold line right below the title goes with the title.
    if (block.style === "bold" && above?.heading && above.heading.level === 1 && above.blocks.length === 0 && deepest > 1 && kindOf(block.text) === "other" && !/^\d/.test(block.text)) {
      above.blocks.push({ kind: "paragraph", lines: [source[block.from - 1] ?? block.text], from: block.from, until: block.until });
      continue;
    }
    const kind = kindOf(block.text);
    // "Leden:" right below "Aanwezig:" is a group of who was there.
    if (block.style === "label" && kind === "invited" && /^leden\b/i.test(plainText(block.text)) && above && above.blocks.length === 0 && (above.kind === "present" || above.kind === "both")) {
      above.blocks.push({ kind: "paragraph", lines: [source[block.from - 1] ?? block.text], from: block.from, until: block.until });
      continue;
    }
    if (block.level < 7) realLevel = block.level;
    // A bold line or a bare label is as deep as its place: under the nearest real heading, or the top where there is none.
    const level = block.level < 7 ? block.level : labelLevel(realLevel, deepest);
    let parent = sections.length - 1;
    // "Aanwezig:" on a line is no roof over the real headings that follow it.
    while (parent > 0 && ((sections[parent]?.level ?? 0) >= level || (block.level < 7 && isLabel(sections[parent])))) parent = sections[parent]?.parent ?? 0;
    sections.push({ heading: block, kind, level, blocks: [], parent });
  }
  // "# Besluitenlijst" above whole minutes is their title, not the heading of a list.
  const first = sections.find(({ heading }) => heading !== null);
  if (first && first.kind === "decisions" && first.level === 1 && /^besluitenlijst\b/.test(keyOf(first.heading?.text ?? "")) && (first.blocks.length === 0 || first.blocks.some((block) => block.kind === "paragraph"))) first.kind = "other";
  return sections;
}

/** "**Aanwezig**:" or "Acties:" on a line, which stands beside the headings and not above them. */
const isLabel = (section: { readonly heading: Heading | null; readonly kind: SectionKind } | undefined): boolean => section?.heading?.style === "label" || (section?.heading?.style === "bold" && section.kind !== "other" && section.kind !== "container");

const labelLevel = (real: number, deepest: number): number => (deepest <= 1 ? 2 : real + 0.5);

/** Turns lines that act as a heading into one: "Aanwezig:", "Agendapunt 3: …", "3\. **Titel**", and "4. Titel" when a text has no headings. */
function promoted(blocks: readonly Block[], source: readonly string[]): Block[] {
  const real = blocks.filter((block) => block.kind === "heading").length;
  const counted = countedParagraphs(blocks);
  let above: SectionKind = "other";
  // The heading or the label that stands nearest.
  let nearest: SectionKind = "other";
  let isListed = false;
  return blocks.flatMap((block): Block[] => {
    if (block.kind === "heading") [above, nearest, isListed] = [kindOf(block.text), kindOf(block.text), false];
    if (block.kind === "list") {
      isListed = isItemPerPoint(block, above, real, isListed);
      return isListed ? itemPerPoint(block, source) : promotedList(block, above === "agenda" && real > 2 ? null : real);
    }
    if (block.kind !== "paragraph") return [block];
    const parts = promotedParagraph(block, real, counted.has(block.from), nearest);
    for (const part of parts) if (part.kind === "heading") nearest = kindOf(part.text);
    return parts;
  });
}

/** Where paragraphs start that open with "1 Opening", "2 Mededelingen" and so on, counting on from one. */
function countedParagraphs(blocks: readonly Block[]): ReadonlySet<number> {
  const starts = blocks.flatMap((block) => {
    const [, number = "", title = ""] = (block.kind === "paragraph" ? NUMBERED.exec(block.lines[0] ?? "") : null) ?? [];
    return title !== "" && title.length <= 70 && !/[.;,:]$/.test(title.trim()) ? [{ from: block.from, number: Number(number) }] : [];
  });
  return starts.length >= 3 && starts.every(({ number }, index) => number === index + 1) ? new Set(starts.map(({ from }) => from)) : new Set();
}

/** Where "Agenda:" ends the list of who was there. */
const AMONG_PEOPLE: readonly SectionKind[] = ["present", "absent", "both"];

function promotedParagraph(block: Extract<Block, { kind: "paragraph" }>, real: number, isCounted: boolean, above: SectionKind): Block[] {
  const out: Block[] = [];
  let kept: string[] = [];
  const flush = (until: number) => {
    if (kept.length > 0) out.push({ kind: "paragraph", lines: kept, from: until - kept.length + 1, until });
    kept = [];
  };
  block.lines.forEach((line, index) => {
    const number = block.from + index;
    const label = LABEL_LINE.exec(line)?.[1];
    const kind = label ? kindOf(label) : "other";
    const isLabel = label !== undefined && (kind === "agenda" ? AMONG_PEOPLE.includes(above) && /:\W*$/.test(line) : ["present", "absent", "both", "invited", "actions", "decisions", "mixed"].includes(kind) && isWholeLabel(label, line));
    const point = AGENDA_POINT.exec(line)?.[1];
    const numbered = real <= 2 && index === 0 && (block.lines.length <= 1 || isCounted) ? NUMBERED.exec(line) : null;
    if (isLabel || point || (numbered?.[2] && !/[.;,]$/.test(numbered[2].trim()))) {
      flush(number - 1);
      out.push({ kind: "heading", level: 7, text: point ?? (isLabel ? label : line.trim()), rest: null, style: isLabel ? "label" : "bold", from: number, until: number });
    } else kept.push(line);
  });
  flush(block.until);
  return out;
}

const isWholeLabel = (label: string, line: string): boolean => /:[\s*_]*$/.test(line) || label.trim().split(/\s+/).length <= 3;

/**
 * "Agenda/verslag" with a numbered list is the minutes themselves, an item a number. So is, in a text without headings, a numbered
 * list with text below most of its points.
 */
function isItemPerPoint(block: Extract<Block, { kind: "list" }>, above: SectionKind, real: number, goesOn: boolean): boolean {
  const points = pointsOf(block);
  if (points.length < (goesOn ? 1 : 2) || !points.every((item) => /^\d/.test(item.marker) && headOf(item).length <= 150)) return false;
  if (above === "container") return true;
  const told = points.filter((item) => item.text.includes("\n") || block.items.some((other) => !points.includes(other) && other.from > item.from && other.from < (points.find((next) => next.from > item.from)?.from ?? Infinity)));
  return above === "other" && real <= 1 && points.length >= 3 && told.length * 2 >= points.length && points.every((item) => headOf(item).length <= 90 && !/[.;,]$/.test(headOf(item)) && /^\p{Lu}/u.test(headOf(item)));
}

/** The items of the outermost list; where those are numbered 1, 2, 3, bullets between them belong to the number above. */
function pointsOf(block: Extract<Block, { kind: "list" }>): readonly (typeof block.items)[number][] {
  const outer = block.items.filter((item) => item.depth === 0);
  const numbered = outer.filter((item) => /^\(?\d/.test(item.marker));
  return numbered.length >= 3 && numbered[0] === block.items[0] && numbered.every((item, index) => Number(item.marker.replace(/\D/g, "")) === index + 1) ? numbered : outer;
}

const headOf = (item: { readonly text: string }): string => plainText(item.text.split("\n")[0] ?? "");

function itemPerPoint(block: Extract<Block, { kind: "list" }>, source: readonly string[]): Block[] {
  const out: Block[] = [];
  const points = pointsOf(block);
  points.forEach((item, index) => {
    const end = points[index + 1]?.from ?? block.until + 1;
    out.push({ kind: "heading", level: 7, text: `${item.marker.replace(/[^\d]/g, "")}. ${headOf(item)}`, rest: null, style: "bold", from: item.from, until: item.from });
    // What stands below the number, set to the margin so that it reads as if it stood on its own.
    const below = source.slice(item.from, end - 1).map((line) => line.replace(/^(?: {1,4}|\t)/, ""));
    out.push(...blocksOf(below).map((inner) => movedBy(inner, item.from)));
  });
  return out;
}

/** A block read from part of the source, counted from the start of the whole. */
function movedBy<Part extends Block>(block: Part, lines: number): Part {
  const place = { from: block.from + lines, until: block.until + lines };
  if (block.kind === "list") return { ...block, ...place, items: block.items.map((item) => ({ ...item, from: item.from + lines, until: item.until + lines })) };
  if (block.kind === "table") return { ...block, ...place, rows: block.rows.map((row) => ({ ...row, line: row.line + lines })) };
  return { ...block, ...place };
}

/** A numbered list whose items are bold titles with text between them is a set of headings. */
function promotedList(block: Extract<Block, { kind: "list" }>, real: number | null): Block[] {
  // The agenda of a text that has its points as headings below it.
  if (real === null) return [block];
  const out: Block[] = [];
  let kept: (typeof block.items)[number][] = [];
  const flush = () => {
    const [first] = kept;
    const last = kept.at(-1);
    if (first && last) out.push({ kind: "list", items: kept, from: first.from, until: last.until });
    kept = [];
  };
  for (const item of block.items) {
    const [head = "", ...more] = item.text.split("\n");
    const isNumbered = /^\(?\d/.test(item.marker);
    const bold = /^(\*\*|__)(?:(?!\1).)+\1\s*:?\s*$/.test(head.trim());
    const point = AGENDA_POINT.exec(head)?.[1];
    const label = LABEL_LINE.exec(head)?.[1];
    const kind = label && item.depth === 0 && more.length === 0 ? kindOf(label) : "other";
    const isPlainTitle = isNumbered && real <= 2 && block.items.length === 1 && item.depth === 0 && head.length <= 90 && !/[.;,]$/.test(head.trim()) && /^\p{Lu}/u.test(plainText(head));
    const isLabel = isNumbered && block.items.length <= 2 && ["present", "absent", "both", "actions", "decisions", "mixed"].includes(kind);
    if ((isNumbered && bold && item.depth === 0) || point || isPlainTitle || isLabel) {
      flush();
      out.push({ kind: "heading", level: 7, text: point ?? `${item.marker.replace(/[^\d]/g, "")}. ${head.trim()}`, rest: null, style: "bold", from: item.from, until: item.from });
      if (more.length > 0) out.push({ kind: "paragraph", lines: more, from: item.from + 1, until: item.until });
    } else kept.push(item);
  }
  flush();
  return out;
}
