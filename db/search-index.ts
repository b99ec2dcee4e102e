import type { Tlp } from "#app/domain/access/visibility.ts";
import type { EntryKind } from "#app/domain/search/kinds.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "./client.ts";
import { countRows, searchKey } from "./portable.ts";

/** A record as the search reads it. What a reader may see of it is asked of the record itself, each time. */
export interface SearchEntry {
  readonly kind: EntryKind;
  readonly subjectId: string;
  readonly number: string;
  readonly title: string;
  readonly text: string;
  /** what stands in the address of its page: a number or a slug */
  readonly address: string;
  readonly tlp: Tlp;
  readonly bodyId: string | null;
  readonly isShared: boolean;
  readonly at: Instant;
}

/** Stands between a text and its words without accents. */
export const PLAIN_WORDS = "\n\u241e\n";

/** Puts a record in the search, or replaces what stood there. */
export async function indexSubject(db: Db, entry: SearchEntry): Promise<void> {
  const row = {
    number: entry.number,
    title: entry.title,
    body_text: withPlainWords(entry.text, `${entry.title} ${entry.text}`),
    address: entry.address,
    tlp: entry.tlp,
    body_id: entry.bodyId,
    is_shared: entry.isShared ? (1 as const) : (0 as const),
    at: entry.at,
  };
  await db
    .insertInto("search_entry")
    .values({ ...row, id: `${entry.kind}:${entry.subjectId}`, kind: entry.kind, subject_id: entry.subjectId })
    .onConflict((oc) => oc.columns(["kind", "subject_id"]).doUpdateSet(row))
    .execute();
}

/** Puts the current text of a proposal in the search. Called by whoever writes a version. */
export async function indexProposal(db: Db, proposalId: string): Promise<void> {
  const row = await db
    .selectFrom("proposal")
    .innerJoin("proposal_version", (join) => join.onRef("proposal_version.proposal_id", "=", "proposal.id").onRef("proposal_version.number", "=", "proposal.current_version"))
    .select(["proposal.number", "proposal.tlp", "proposal.body_id", "proposal.shared_at", "proposal.updated_at", "proposal_version.title", "proposal_version.statement"])
    .select(["proposal_version.rationale", "proposal_version.acceptance", "proposal_version.source", "proposal_version.controls"])
    .where("proposal.id", "=", proposalId)
    .executeTakeFirst();
  if (!row) return;
  const controls = (JSON.parse(row.controls) as string[]).join(", ");
  await indexSubject(db, {
    ...{ kind: "proposal", subjectId: proposalId, number: row.number, title: row.title, address: row.number, tlp: row.tlp, bodyId: row.body_id },
    text: [row.statement, row.rationale, row.acceptance, row.source, controls].filter((text) => text !== "").join("\n"),
    ...{ isShared: row.shared_at !== null, at: row.updated_at },
  });
}

/** New proposals in one go, none of which stood in the search before. */
export async function indexNewProposals(db: Db, entries: readonly SearchEntry[]): Promise<void> {
  const rows = entries.map(({ kind, subjectId, number, title, text, address, tlp, bodyId, isShared, at }) => ({
    ...{ id: `${kind}:${subjectId}`, kind, subject_id: subjectId, number, title, body_text: withPlainWords(text, `${title} ${text}`) },
    ...{ address, tlp, body_id: bodyId, is_shared: isShared ? (1 as const) : (0 as const), at },
  }));
  if (rows.length > 0) await db.insertInto("search_entry").values(rows).execute();
}

/** Puts a decision of the register in the search. Called by whoever enters one. */
export async function indexDecision(db: Db, decisionId: string): Promise<void> {
  const row = await db
    .selectFrom("decision")
    .select(["number", "title", "dictum", "motivation", "tlp", "body_id", "published_at", "created_at"])
    .where("id", "=", decisionId)
    .executeTakeFirst();
  if (!row) return;
  await indexSubject(db, {
    ...{ kind: "decision", subjectId: decisionId, number: row.number, title: row.title, address: row.number, tlp: row.tlp, bodyId: row.body_id },
    ...{ text: `${row.dictum}\n${row.motivation}`.trim(), isShared: row.published_at !== null, at: row.created_at },
  });
}

/** Puts published minutes in the search, item by item: each has a place of its own on the page. What is closed stays out altogether. */
export async function indexMinutes(db: Db, meetingId: string): Promise<void> {
  const rows = await db
    .selectFrom("agenda_item")
    .innerJoin("meeting", "meeting.id", "agenda_item.meeting_id")
    .select(["agenda_item.id", "agenda_item.title", "agenda_item.minutes", "agenda_item.tlp", "meeting.body_id", "meeting.starts_at", "meeting.title as meeting_title"])
    .where("agenda_item.meeting_id", "=", meetingId)
    .where("agenda_item.is_closed", "=", 0)
    .where("meeting.state", "=", "gepubliceerd")
    .execute();
  for (const row of rows) {
    await indexSubject(db, {
      ...{ kind: "minutes", subjectId: row.id, number: dutchDay(row.starts_at), title: `${row.title} (${row.meeting_title})`, text: row.minutes, address: `${meetingId}#${row.id}` },
      ...{ tlp: row.tlp, bodyId: row.body_id, isShared: true, at: row.starts_at },
    });
  }
}

/** Puts a building block in the search. Called by whoever registers one. */
export async function indexBuildingBlock(db: Db, blockId: string): Promise<void> {
  const row = await db.selectFrom("building_block").select(["code", "slug", "title", "statement", "explanation", "updated_at"]).where("id", "=", blockId).executeTakeFirst();
  if (!row) return;
  await indexSubject(db, {
    ...{ kind: "building_block", subjectId: blockId, number: row.code, title: row.title, address: row.slug, tlp: "CLEAR", bodyId: null },
    ...{ text: `${row.statement}\n${row.explanation}`.trim(), isShared: true, at: row.updated_at },
  });
}

/** Puts the newest frozen edition of a programma van eisen in the search; what its requirements say is found as proposals. */
export async function indexRequirementSet(db: Db, seriesId: string): Promise<void> {
  const row = await db
    .selectFrom("requirement_series as series")
    .innerJoin("requirement_set as edition", "edition.series_id", "series.id")
    .innerJoin("requirement_freeze as freeze", "freeze.set_id", "edition.id")
    .innerJoin("component", "component.id", "series.component_id")
    .select(["series.slug", "series.tlp", "series.body_id", "edition.id", "edition.version", "edition.title", "edition.lot", "edition.intro", "component.name", "freeze.frozen_at"])
    .where("series.id", "=", seriesId)
    .orderBy("edition.version", "desc")
    .executeTakeFirst();
  if (!row) return;
  const chapters = await db.selectFrom("requirement_chapter").select(["title"]).where("set_id", "=", row.id).orderBy("number").execute();
  await indexSubject(db, {
    ...{ kind: "requirement_set", subjectId: seriesId, number: `v${row.version}`, title: row.title, address: row.slug, tlp: row.tlp, bodyId: row.body_id },
    text: [row.lot, row.intro, row.name, ...chapters.map(({ title }) => title)].filter((text) => text !== "").join("\n"),
    ...{ isShared: true, at: row.frozen_at },
  });
}

/** Builds the whole search anew from the records. Answers how many it holds. */
export async function reindexSearch(db: Db): Promise<number> {
  await db.deleteFrom("search_entry").execute();
  const [proposals, decisions, meetings, blocks, series] = [
    await db.selectFrom("proposal").select("id").execute(),
    await db.selectFrom("decision").select("id").execute(),
    await db.selectFrom("meeting").select("id").where("state", "=", "gepubliceerd").execute(),
    await db.selectFrom("building_block").select("id").execute(),
    await db.selectFrom("requirement_series").select("id").where("id", "in", (eb) => eb.selectFrom("requirement_set").innerJoin("requirement_freeze", "requirement_freeze.set_id", "requirement_set.id").select("requirement_set.series_id")).execute(),
  ];
  for (const { id } of proposals) await indexProposal(db, id);
  for (const { id } of decisions) await indexDecision(db, id);
  for (const { id } of meetings) await indexMinutes(db, id);
  for (const { id } of blocks) await indexBuildingBlock(db, id);
  for (const { id } of series) await indexRequirementSet(db, id);
  const row = await db.selectFrom("search_entry").select(countRows().as("count")).executeTakeFirstOrThrow();
  return row.count;
}

/** The words with accents once more without: PostgreSQL keeps accents, people leave them out. */
function withPlainWords(text: string, all: string): string {
  const words = all.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => searchKey(word) !== word.toLowerCase());
  return words.length === 0 ? text : text + PLAIN_WORDS + [...new Set(words.map(searchKey))].join(" ");
}
