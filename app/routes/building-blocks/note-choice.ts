import { noteMarkdown, type NoteArea, type NoteBlock } from "#app/domain/building-blocks/note.ts";
import { href, type paths } from "#app/paths.ts";
import { NOTE_WORDS, noteText } from "#app/text/building-blocks.ts";
import type { Db } from "#db/client.ts";
import { listAreas, listBlocks, type Block } from "#db/queries/building-blocks.ts";

const MOST = 60;
const LONGEST = 2000;

export interface NoteChoice {
  readonly slugs: readonly string[];
  readonly organisation: string;
  readonly adapted: Readonly<Record<string, string>>;
}

/** What an address or form chooses: `?b=slug&b=slug&gemeente=…&tekst-slug=…`. Each block once; what is too long is cut. */
export function noteChoice(query: URLSearchParams): NoteChoice {
  const slugs = [...new Set(query.getAll("b"))].filter((slug) => /^[a-z0-9-]{1,80}$/.test(slug)).slice(0, MOST);
  const adapted = Object.fromEntries(slugs.flatMap((slug) => (query.get(`tekst-${slug}`)?.trim() ? [[slug, (query.get(`tekst-${slug}`) ?? "").trim().slice(0, LONGEST)]] : [])));
  return { slugs, organisation: (query.get("gemeente") ?? "").trim().slice(0, 100), adapted };
}

/** The same choice as an address, for the download, the print view and a link that somebody keeps. */
export function noteAddress(path: typeof paths.noteComposer | typeof paths.noteDownload | typeof paths.notePrint, { slugs, organisation, adapted }: NoteChoice): string {
  const query = new URLSearchParams(slugs.map((slug) => ["b", slug]));
  if (organisation !== "") query.set("gemeente", organisation);
  for (const slug of slugs) if (adapted[slug]) query.set(`tekst-${slug}`, adapted[slug]);
  return `${href(path)}?${query.toString()}`;
}

export interface ChosenNote {
  readonly blocks: readonly Block[];
  readonly areas: readonly NoteArea[];
  readonly markdown: string;
}

/** The chosen blocks with the note they make. Blocks that no longer exist are left out. */
export async function chosenNote(db: Db, choice: NoteChoice): Promise<ChosenNote> {
  const [blocks, areas] = [await listBlocks(db, choice.slugs), await listAreas(db)];
  const parts: NoteBlock[] = blocks.map(({ code, slug, title, statement, areas: places, controls }) => ({ code, title, statement, areas: places, controls: controls.map(({ name }) => name), adapted: choice.adapted[slug] }));
  return { blocks, areas, markdown: noteMarkdown(choice.organisation || noteText.defaultOrganisation, parts, areas, NOTE_WORDS) };
}
