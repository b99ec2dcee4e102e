import { sql } from "kysely";
import type { Match } from "./search.ts";

/** Every word must occur, at least as the beginning of a word. Words are letters and digits only, so quoting them is enough. */
export function sqliteMatch(words: readonly string[]): Match {
  const query = words.map((word) => `"${word.replaceAll('"', "")}"*`).join(" ");
  return {
    from: sql`search_index join search_entry on search_entry.rowid = search_index.rowid`,
    condition: sql<boolean>`search_index match ${query}`,
    rank: sql<number>`bm25(search_index, 10.0, 5.0, 1.0)`,
  };
}

/** One of the words must begin a word of the title. */
export function sqliteAnyInTitle(words: readonly string[]): Match {
  const query = `title : (${words.map((word) => `"${word.replaceAll('"', "")}"*`).join(" OR ")})`;
  return {
    from: sql`search_index join search_entry on search_entry.rowid = search_index.rowid`,
    condition: sql<boolean>`search_index match ${query}`,
    rank: sql<number>`bm25(search_index, 0.0, 1.0, 0.0)`,
  };
}
