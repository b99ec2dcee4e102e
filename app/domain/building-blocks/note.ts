/** A block as a note takes it over: its sentence, the areas it stands in, and what it rests on. */
export interface NoteBlock {
  readonly code: string;
  readonly title: string;
  readonly statement: string;
  readonly areas: readonly string[];
  readonly controls: readonly string[];
  /** the sentence as this gemeente wrote it; absent: as in the library */
  readonly adapted?: string | undefined;
}

export interface NoteArea {
  readonly slug: string;
  readonly name: string;
}

/** A heading of a note with what stands under it. */
export interface NoteChapter {
  readonly area: NoteArea;
  readonly blocks: readonly NoteBlock[];
}

/**
 * The chosen blocks by policy area, in the order of the areas and of the choice. A block that stands in several areas
 * comes once, under the first of them. Source: domain, "Building blocks": the we-form without duplicates.
 */
export function chaptersOf(blocks: readonly NoteBlock[], areas: readonly NoteArea[]): NoteChapter[] {
  const taken = new Set<string>();
  return areas.flatMap((area) => {
    const own = blocks.filter(({ code, areas: places }) => places.includes(area.slug) && !taken.has(code) && taken.add(code));
    return own.length === 0 ? [] : [{ area, blocks: own }];
  });
}

/** The words around the blocks, given by app/text so that this stays a rule. */
export interface NoteWords {
  readonly title: (organisation: string) => string;
  readonly intro: (organisation: string) => string;
  readonly sources: string;
  readonly rests: (code: string, controls: string) => string;
}

/** The whole note in Markdown. What people typed cannot become markup: every sign that Markdown reads is escaped. */
export function noteMarkdown(organisation: string, blocks: readonly NoteBlock[], areas: readonly NoteArea[], words: NoteWords): string {
  const chapters = chaptersOf(blocks, areas);
  const lines = [`# ${plain(words.title(organisation))}`, "", plain(words.intro(organisation)), ""];
  for (const { area, blocks: own } of chapters) {
    lines.push(`## ${plain(area.name)}`, "");
    for (const { title, statement, adapted } of own) lines.push(`### ${plain(title)}`, "", plain(adapted?.trim() ? adapted : statement), "");
  }
  const resting = chapters.flatMap(({ blocks: own }) => own).filter(({ controls }) => controls.length > 0);
  if (resting.length > 0) lines.push(`## ${plain(words.sources)}`, "", ...resting.map(({ title, controls }) => `- ${plain(words.rests(title, controls.join(", ")))}`), "");
  return `${lines.join("\n").trimEnd()}\n`;
}

/** One paragraph per line; a number or dash at its start would become a list. */
const plain = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~]/g, "\\$&")
    .split(/\n+/)
    .map((line) => line.trim().replace(/^(\d+)([.)])/, "$1\\$2").replace(/^([-+=])/, "\\$1"))
    .filter((line) => line !== "")
    .join("\n\n");
