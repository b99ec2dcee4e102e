import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { reachOf } from "#app/domain/access/visibility.ts";
import type { EntryKind } from "#app/domain/search/kinds.ts";
import { wordsOf } from "#app/domain/search/words.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "./client.ts";
import { countRows, dialectOf, searchKey } from "./portable.ts";
import { knownTo } from "./queries/decisions.ts";
import { minutesReadableBy } from "./queries/open-items.ts";
import { visibleTo } from "./queries/visibility.ts";
import { PLAIN_WORDS } from "./search-index.ts";
import { postgresMatch } from "./search-postgres.ts";
import { sqliteMatch } from "./search-sqlite.ts";

/** How this database finds rows of `search_index`: the two dialects each have a small file. */
export interface Match {
  /** which table `search_entry` is joined with, or nothing */
  readonly from: RawBuilder<unknown>;
  readonly condition: RawBuilder<boolean>;
  /** smaller is better */
  readonly rank: RawBuilder<number>;
}

export interface Hit {
  readonly kind: EntryKind;
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly address: string;
  readonly at: Instant;
}

/** How many records of each kind this reader can find with these words. */
export async function countHits(db: Db, actor: Actor, question: string, now: Instant): Promise<Readonly<Record<EntryKind, number>>> {
  const counts: Record<EntryKind, number> = { proposal: 0, decision: 0, minutes: 0, building_block: 0, requirement_set: 0 };
  const match = matchOf(db, question);
  if (!match) return counts;
  const rows = await sql<{ kind: EntryKind; count: number }>`
    select search_entry.kind, ${countRows()} as count ${source(match)} where ${match.condition} and ${mayBeFoundBy(actor, now)} group by search_entry.kind`.execute(db);
  for (const { kind, count } of rows.rows) counts[kind] = count;
  return counts;
}

/** One page of what this reader can find, best first; `after` is the `next` of the page before. */
export async function listHits(
  db: Db,
  actor: Actor,
  question: string,
  { kind, now, after, size }: { kind: EntryKind | null; now: Instant; after: string | null; size: number },
): Promise<{ hits: Hit[]; next: string | null }> {
  const match = matchOf(db, question);
  if (!match) return { hits: [], next: null };
  const place = /^(-?[\d.]+(?:e-?\d+)?)~([\w:-]{1,80})$/.exec(after ?? "");
  const [rank, id] = [Number(place?.[1] ?? 0), place?.[2] ?? ""];
  const rows = await sql<Row>`
    with hits as materialized (
      select search_entry.*, ${match.rank} as match_rank ${source(match)}
      where ${match.condition} and ${mayBeFoundBy(actor, now)} ${kind ? sql`and search_entry.kind = ${kind}` : sql``}
    )
    select id, kind, number, title, body_text, address, at, match_rank from hits
    ${place ? sql`where match_rank > cast(${rank} as double precision) or (match_rank = cast(${rank} as double precision) and id > ${id})` : sql``}
    order by match_rank, id limit ${size + 1}`.execute(db);
  const shown = rows.rows.slice(0, size);
  const last = rows.rows.length > size ? shown.at(-1) : undefined;
  return { hits: shown.map(toHit), next: last ? `${last.match_rank}~${last.id}` : null };
}

interface Row {
  readonly id: string;
  readonly kind: EntryKind;
  readonly number: string;
  readonly title: string;
  readonly body_text: string;
  readonly address: string;
  readonly at: Instant;
  readonly match_rank: number;
}

const toHit = ({ kind, number, title, body_text, address, at }: Row): Hit => ({ kind, number, title, text: body_text.split(PLAIN_WORDS)[0] ?? "", address, at });

/** Gemeenten whose name holds these words; those that merged come after those that exist. */
export async function findMunicipalities(db: Db, question: string, size: number): Promise<{ name: string; code: string; province: string | null; isCurrent: boolean }[]> {
  const rows = await municipalities(db, question)
    .select(["organisation.name", "organisation.code", "organisation.province", "organisation.valid_until"])
    .orderBy(sql`case when organisation.valid_until is null then 0 else 1 end`)
    .orderBy("organisation.name_key")
    .limit(size)
    .execute();
  return rows.flatMap(({ name, code, province, valid_until }) => (code === null ? [] : [{ name, code, province, isCurrent: valid_until === null }]));
}

export async function countMunicipalities(db: Db, question: string): Promise<number> {
  const row = await municipalities(db, question).select(countRows().as("count")).executeTakeFirstOrThrow();
  return row.count;
}

function municipalities(db: Db, question: string) {
  const words = wordsOf(question).map(searchKey);
  let query = db.selectFrom("organisation").where("organisation.kind", "=", "gemeente").where("organisation.code", "is not", null);
  if (words.length === 0) query = query.where(sql<boolean>`1 = 0`);
  for (const word of words) query = query.where(sql<boolean>`(' ' || organisation.name_key) like ${`% ${word}%`}`);
  return query;
}

const matchOf = (db: Db, question: string): Match | null => {
  const words = wordsOf(question);
  if (words.length === 0) return null;
  return dialectOf(db) === "sqlite" ? sqliteMatch(words) : postgresMatch(words);
};

const source = (match: Match): RawBuilder<unknown> => sql`
  from ${match.from}
  left join proposal on search_entry.kind = 'proposal' and proposal.id = search_entry.subject_id
  left join decision on search_entry.kind = 'decision' and decision.id = search_entry.subject_id
  left join proposal as quoted on quoted.id = decision.proposal_id
  left join agenda_item on search_entry.kind = 'minutes' and agenda_item.id = search_entry.subject_id
  left join meeting on meeting.id = agenda_item.meeting_id
  left join requirement_series as series on search_entry.kind = 'requirement_set' and series.id = search_entry.subject_id`;

/**
 * The same rules as the lists of proposals and decisions, asked of the records themselves: a label that changed counts at once.
 * A decision that somebody knows only by its public title is not found by the words they may not read.
 */
function mayBeFoundBy(actor: Actor, now: Instant): RawBuilder<boolean> {
  return sql<boolean>`case search_entry.kind
    when 'proposal' then ${visibleTo(actor, "proposal", { shared: "shared_at" })}
    when 'decision' then ${knownTo(actor, now)} and ${visibleTo(actor, "decision")} and (quoted.id is null or ${visibleTo(actor, "quoted")})
    when 'requirement_set' then ${visibleTo(actor, "series")}
    when 'minutes' then ${minutesReadableBy(actor)}
    else search_entry.is_shared = 1 and search_entry.tlp in (${sql.join(reachOf(actor).labels)}) end`;
}
