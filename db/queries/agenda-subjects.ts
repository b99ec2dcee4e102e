import type { Actor } from "#app/domain/access/actor.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { OpenKind, OpenMatter } from "#app/domain/meetings/agenda-proposal.ts";
import type { Db } from "../client.ts";
import { countRows } from "../portable.ts";
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

/** What is open for a body and may belong on its next agenda, as far as the actor may see it: minutes, actions, rounds, amendments, proposals. */
export async function listOpenMatters(db: Db, actor: Actor, bodyId: string, { advises, limit }: { advises: boolean; limit: number }): Promise<OpenMatter[]> {
  const rounds = await db
    .selectFrom("round")
    .select(["id", "title", "state", "closes_at"])
    .select((eb) => eb.selectFrom("treatment_request").innerJoin("round_item", "round_item.id", "treatment_request.round_item_id").select(countRows().as("requests")).whereRef("round_item.round_id", "=", "round.id").as("requests"))
    .where("body_id", "=", bodyId)
    .where("state", "in", ["aangekondigd", "open", "gesloten", "vastgesteld"])
    .where(visibleTo(actor, "round", { shared: "announced_at" }))
    .orderBy("closes_at")
    .limit(limit)
    .execute();
  const proposals = await db
    .selectFrom("proposal")
    .select(["id", "number", "title", "state", "updated_at"])
    .select((eb) => eb.selectFrom("amendment").select(countRows().as("waiting")).whereRef("amendment.proposal_id", "=", "proposal.id").where("amendment.handled_at", "is", null).where("amendment.withdrawn_at", "is", null).as("waiting"))
    .where((eb) => eb.or([eb.and([eb("body_id", "=", bodyId), eb("state", "in", ["under_discussion", "referred_back"])]), ...(advises ? [eb("state", "=", "in_advice")] : [])]))
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .orderBy("updated_at", "desc")
    .limit(limit)
    .execute();
  const minutes = await db.selectFrom("meeting").select(["id", "title", "starts_at"]).where("body_id", "=", bodyId).where("state", "=", "notulen_concept").orderBy("starts_at").limit(limit).execute();
  const actions = await db.selectFrom("action_item").select(countRows().as("open")).select((eb) => eb.fn.min("created_at").as("first")).where("body_id", "=", bodyId).where("state", "=", "open").executeTakeFirstOrThrow();
  return [
    ...minutes.map((row) => ({ kind: "minutes" as const, id: row.id, title: row.title, at: row.starts_at })),
    ...(actions.open > 0 && actions.first !== null ? [{ kind: "actions" as const, id: bodyId, title: "", count: actions.open, at: actions.first }] : []),
    ...rounds.map((row) => ({ kind: roundKind(row.state, row.requests ?? 0), id: row.id, title: row.title, count: row.requests ?? 0, at: row.closes_at })),
    ...proposals.map((row) => ({ kind: (row.waiting ?? 0) > 0 ? ("amendments" as const) : row.state === "in_advice" ? ("advice" as const) : ("proposal" as const), id: row.id, title: `${row.number} ${row.title}`, count: row.waiting ?? 0, at: row.updated_at })),
  ];
}

const roundKind = (state: string, requests: number): OpenKind => (requests > 0 ? "round-treatment" : state === "gesloten" || state === "vastgesteld" ? "round-closed" : "round-running");
