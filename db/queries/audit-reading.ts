import { START, type ChainEnd } from "#app/domain/audit/chain.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { knownTo } from "./decisions.ts";
import { visibleTo } from "./visibility.ts";

export interface LogFilter {
  readonly act?: string | undefined;
  readonly subject?: { readonly kind: string; readonly id: string } | undefined;
  readonly from?: Instant | undefined;
  /** up to, but not at */
  readonly until?: Instant | undefined;
}

export interface LogLine {
  readonly sequence: number;
  readonly at: Instant;
  readonly act: string;
  readonly actorId: string | null;
  readonly subject: { readonly kind: string; readonly id: string };
}

/**
 * One page of a chain, newest first; `before` is the place of the last line of the page before. What an act changed is not
 * read at all: the page shows that something was done, never what somebody chose or wrote. Source: voting, "While a round is open".
 */
export async function listLog(db: Db, chain: string, { act, subject, from, until }: LogFilter, { before, size }: { before: number | null; size: number }): Promise<{ lines: LogLine[]; next: number | null }> {
  const rows = await db
    .selectFrom("event")
    .select(["sequence", "at", "act", "actor_id", "subject_kind", "subject_id"])
    .where("chain", "=", chain)
    .$if(act !== undefined, (query) => query.where("act", "=", act ?? ""))
    .$if(subject !== undefined, (query) => query.where("subject_kind", "=", subject?.kind ?? "").where("subject_id", "=", subject?.id ?? ""))
    .$if(from !== undefined, (query) => query.where("at", ">=", from ?? ("" as Instant)))
    .$if(until !== undefined, (query) => query.where("at", "<", until ?? ("" as Instant)))
    .$if(before !== null, (query) => query.where("sequence", "<", before ?? 0))
    .orderBy("sequence", "desc")
    .limit(size + 1)
    .execute();
  const shown = rows.slice(0, size);
  return {
    lines: shown.map((row) => ({ sequence: row.sequence, at: row.at, act: row.act, actorId: row.actor_id, subject: { kind: row.subject_kind, id: row.subject_id } })),
    next: rows.length > size ? (shown.at(-1)?.sequence ?? null) : null,
  };
}

/** The names of people, for who did something. */
export async function namesOfPeople(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  return new Map((await db.selectFrom("person").select(["id", "name"]).where("id", "in", [...new Set(ids)]).execute()).map(({ id, name }) => [id, name]));
}

/** The proposal or decision with this number, if this reader may see it. */
export async function findNumbered(db: Db, actor: Actor, number: string, now: Instant): Promise<{ kind: string; id: string } | null> {
  const proposal = await db.selectFrom("proposal").select("id").where("number", "=", number).where(visibleTo(actor, "proposal", { shared: "shared_at" })).executeTakeFirst();
  if (proposal) return { kind: "proposal", id: proposal.id };
  const decision = await db.selectFrom("decision").select("id").where("number", "=", number).where(knownTo(actor, now)).executeTakeFirst();
  return decision ? { kind: "decision", id: decision.id } : null;
}

/** Where a chain ends now. */
export const findHead = async (db: Db, chain: string): Promise<ChainEnd> => (await db.selectFrom("chain_head").select(["sequence", "hash", "at"]).where("chain", "=", chain).executeTakeFirst()) ?? START;
