import type { Actor } from "#app/domain/access/actor.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { visibleTo } from "./visibility.ts";

/** What an agenda item can be about: its title and the labels that it brings along. Null when the actor may not see it. */
export async function findAgendaSubject(db: Db, actor: Actor, subject: { readonly kind: "round" | "proposal" | "initiative" | "minutes"; readonly id: string }): Promise<{ title: string; labels: Tlp[] } | null> {
  if (subject.kind === "round") {
    const row = await db.selectFrom("round").select(["title", "tlp"]).where("id", "=", subject.id).where(visibleTo(actor, "round", { shared: "announced_at" })).executeTakeFirst();
    return row ? { title: row.title, labels: [row.tlp] } : null;
  }
  if (subject.kind === "proposal") {
    const row = await db.selectFrom("proposal").select(["number", "title", "tlp"]).where("id", "=", subject.id).where(visibleTo(actor, "proposal", { shared: "shared_at" })).executeTakeFirst();
    return row ? { title: `${row.number} ${row.title}`, labels: [row.tlp] } : null;
  }
  if (subject.kind === "initiative") {
    const row = await db.selectFrom("initiative").select(["number", "title", "tlp"]).where("id", "=", subject.id).where(visibleTo(actor, "initiative")).executeTakeFirst();
    return row ? { title: `${row.number} ${row.title}`, labels: [row.tlp] } : null;
  }
  const row = await db.selectFrom("meeting").select(["title", "tlp"]).where("id", "=", subject.id).where(visibleTo(actor, "meeting")).executeTakeFirst();
  return row ? { title: row.title, labels: [row.tlp] } : null;
}

export interface Suggestion {
  readonly kind: "round" | "proposal" | "minutes";
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly state: string;
  readonly at: Instant;
}

/** What is open for a body and belongs on its next agenda: rounds, proposals that are ready, minutes to adopt. */
export async function listSuggestions(db: Db, actor: Actor, bodyId: string, { limit }: { limit: number }): Promise<Suggestion[]> {
  const rounds = await db
    .selectFrom("round")
    .select(["id", "title", "state", "closes_at"])
    .where("body_id", "=", bodyId)
    .where("state", "in", ["aangekondigd", "open", "gesloten", "vastgesteld"])
    .where(visibleTo(actor, "round", { shared: "announced_at" }))
    .orderBy("closes_at")
    .limit(limit)
    .execute();
  const proposals = await db
    .selectFrom("proposal")
    .select(["id", "number", "title", "state", "updated_at"])
    .where((eb) => eb.or([eb.and([eb("body_id", "=", bodyId), eb("state", "in", ["under_discussion", "referred_back"])]), eb("state", "=", "in_advice")]))
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .orderBy("updated_at", "desc")
    .limit(limit)
    .execute();
  const minutes = await db
    .selectFrom("meeting")
    .select(["id", "title", "state", "starts_at"])
    .where("body_id", "=", bodyId)
    .where("state", "=", "notulen_concept")
    .orderBy("starts_at")
    .limit(limit)
    .execute();
  return [
    ...minutes.map((row) => ({ kind: "minutes" as const, id: row.id, title: row.title, number: null, state: row.state, at: row.starts_at })),
    ...rounds.map((row) => ({ kind: "round" as const, id: row.id, title: row.title, number: null, state: row.state, at: row.closes_at })),
    ...proposals.map((row) => ({ kind: "proposal" as const, id: row.id, title: row.title, number: row.number, state: row.state, at: row.updated_at })),
  ];
}
