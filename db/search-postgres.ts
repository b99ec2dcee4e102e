import { sql, type RawBuilder } from "kysely";
import type { Match } from "./search.ts";

/**
 * Every word must occur: as the beginning of a word, by its Dutch stem, or as the beginning of the number (a number such as
 * VEI-014 is cut up differently by PostgreSQL). Words are letters and digits only.
 */
export function postgresMatch(words: readonly string[]): Match {
  const queries = words.map(queryOf);
  const each = words.map((word, place) => sql<boolean>`(search_entry.words @@ ${queries[place]} or lower(search_entry.number) ~ ${`(^|-)${word}`})`);
  const any = sql.join(queries, sql` || `);
  return {
    from: sql`search_entry`,
    condition: sql<boolean>`(${sql.join(each, sql` and `)})`,
    rank: sql<number>`cast(-ts_rank(search_entry.words, (${any})) as double precision)`,
  };
}

const queryOf = (word: string): RawBuilder<unknown> => {
  const prefix = `${word}:*`;
  return sql`(to_tsquery('dutch', ${prefix}) || to_tsquery('simple', ${prefix}))`;
};

/** One of the words must begin a word of the title, in which accents count as typed or as left out. */
export function postgresAnyInTitle(words: readonly string[]): Match {
  const query = sql`to_tsquery('simple', ${words.map((word) => `${word.replace(/[^\p{L}\p{N}]/gu, "")}:*A`).join(" | ")})`;
  return { from: sql`search_entry`, condition: sql<boolean>`search_entry.words @@ ${query}`, rank: sql<number>`-ts_rank(search_entry.words, ${query})` };
}
