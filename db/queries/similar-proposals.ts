import { sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { LIKE_ENOUGH, likeness, tellingWords } from "#app/domain/proposals/likeness.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import type { Db } from "../client.ts";
import { dialectOf } from "../portable.ts";
import { postgresAnyInTitle } from "../search-postgres.ts";
import { sqliteAnyInTitle } from "../search-sqlite.ts";
import { visibleTo } from "./visibility.ts";

export interface Similar {
  readonly number: string;
  readonly title: string;
  readonly state: ProposalState;
  readonly percent: number;
}

/** So many candidates are compared; so many of them are shown. */
const CANDIDATES = 200;
const SHOWN = 5;

/** Proposals that this actor may see with a title like this one, the most alike first. Candidates share one of its longest words. */
export async function listSimilar(db: Db, actor: Actor, { title, except }: { title: string; except: string | null }): Promise<Similar[]> {
  const words = tellingWords(title);
  if (words.length === 0) return [];
  const { from, condition, rank } = dialectOf(db) === "sqlite" ? sqliteAnyInTitle(words) : postgresAnyInTitle(words);
  const found = await sql<{ number: string; title: string; state: ProposalState }>`
    select proposal.number, proposal.title, proposal.state
    from ${from} join proposal on proposal.id = search_entry.subject_id
    where ${condition} and search_entry.kind = 'proposal' and ${visibleTo(actor, "proposal", { shared: "shared_at" })}
    order by ${rank}, proposal.id limit ${CANDIDATES}`.execute(db);
  return found.rows
    .filter(({ number, state }) => number !== except && state !== "withdrawn" && state !== "superseded")
    .map((row) => ({ number: row.number, title: row.title, state: row.state, like: likeness(title, row.title) }))
    .filter(({ like }) => like >= LIKE_ENOUGH)
    .sort((one, other) => other.like - one.like || one.number.localeCompare(other.number))
    .slice(0, SHOWN)
    .map(({ like, ...row }) => ({ ...row, percent: Math.round(like * 100) }));
}
