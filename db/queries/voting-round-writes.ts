import type { Updateable } from "kysely";
import { strictest, type Tlp } from "#app/domain/access/visibility.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { RoundKind } from "#app/domain/voting/choice.ts";
import type { SigningRole } from "#app/domain/voting/round.ts";
import type { RuleSet } from "#app/domain/voting/rule.ts";
import type { Trx } from "../client.ts";
import type { Schema } from "../schema.ts";
import type { Link } from "./audit.ts";

export interface NewRound {
  readonly id: string;
  readonly bodyId: string;
  readonly title: string;
  readonly explanation: string;
  readonly kind: RoundKind;
  readonly sequence: number;
  readonly previousId: string | null;
  readonly tlp: Tlp;
  readonly visibility: "openbaar" | "besloten";
  readonly rule: RuleSet;
  readonly isSecondCall: boolean;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly createdBy: string;
  readonly createdAt: Instant;
}

export async function insertRound(trx: Trx, round: NewRound): Promise<void> {
  await trx
    .insertInto("round")
    .values({
      id: round.id,
      body_id: round.bodyId,
      title: round.title,
      explanation: round.explanation,
      kind: round.kind,
      state: "concept",
      sequence: round.sequence,
      previous_id: round.previousId,
      tlp: round.tlp,
      visibility: round.visibility,
      rule: JSON.stringify(round.rule),
      is_second_call: round.isSecondCall ? 1 : 0,
      opens_at: round.opensAt,
      closes_at: round.closesAt,
      created_by: round.createdBy,
      created_at: round.createdAt,
    })
    .execute();
}

/** What may change of a concept: everything but the body it is of. */
export type ConceptChanges = Partial<Pick<NewRound, "title" | "explanation" | "kind" | "sequence" | "previousId" | "tlp" | "visibility" | "rule" | "opensAt" | "closesAt">>;

export const changeConcept = (trx: Trx, id: string, { previousId, rule, opensAt, closesAt, ...same }: ConceptChanges) =>
  change(trx, id, {
    ...same,
    ...(previousId !== undefined && { previous_id: previousId }),
    ...(rule !== undefined && { rule: JSON.stringify(rule) }),
    ...(opensAt !== undefined && { opens_at: opensAt }),
    ...(closesAt !== undefined && { closes_at: closesAt }),
  });

/** Every change below happens on a round that the command locked before. */
export const setAnnounced = (trx: Trx, id: string, at: Instant) => change(trx, id, { state: "aangekondigd", announced_at: at });

export const setOpened = (trx: Trx, id: string, { at, opensAt, closesAt, announcedAt, tlp, fingerprint }: { at: Instant; opensAt: Instant; closesAt: Instant; announcedAt: Instant; tlp: Tlp; fingerprint: string }) =>
  change(trx, id, { state: "open", opened_at: at, opens_at: opensAt, closes_at: closesAt, announced_at: announcedAt, tlp, fingerprint });

export const setClosesAt = (trx: Trx, id: string, closesAt: Instant) => change(trx, id, { closes_at: closesAt });

/** Noted once the clock passed closing time: from then on no clock that is set back opens the round again. */
export const setClosed = (trx: Trx, id: string) => change(trx, id, { state: "gesloten" });

export const setSigned = (trx: Trx, id: string, role: SigningRole, personId: string, at: Instant) =>
  change(trx, id, role === "chair" ? { chair_id: personId, chair_at: at } : { secretary_id: personId, secretary_at: at });

export const setEstablished = (trx: Trx, id: string, at: Instant, result: string) => change(trx, id, { state: "vastgesteld", established_at: at, result });

/** Where the establishment stands in the log: known only after it was recorded. */
export const setLink = (trx: Trx, id: string, link: Link) =>
  change(trx, id, { chain_sequence: link.sequence, chain_hash: link.hash, chain_previous: link.previous });

export const setPublished = (trx: Trx, id: string, at: Instant) => change(trx, id, { state: "gepubliceerd", published_at: at });

export const setEnded = (trx: Trx, id: string, state: "ingetrokken" | "ongeldig", at: Instant, reason: string) => change(trx, id, { state, ended_at: at, reason });

/** A round is as strict as its strictest item: for whoever changes the label of a proposal. Answers which rounds got another label. */
export async function relabelRoundsOf(trx: Trx, proposalId: string): Promise<{ id: string; bodyId: string; from: Tlp; to: Tlp }[]> {
  const rounds = await trx
    .selectFrom("round_item")
    .innerJoin("round", "round.id", "round_item.round_id")
    .select(["round.id", "round.body_id", "round.tlp"])
    .where("round_item.subject_id", "=", proposalId)
    .where("round_item.subject_kind", "=", "proposal")
    .orderBy("round.id")
    .distinct()
    .execute();
  const changed = [];
  for (const { id, body_id: bodyId, tlp: from } of rounds) {
    const labels: Tlp[] = [];
    const subjects = trx.selectFrom("round_item").select("round_item.subject_id").where("round_item.round_id", "=", id).where("round_item.subject_id", "is not", null).$castTo<{ subject_id: string }>();
    for (const table of ["proposal", "initiative", "meeting"] as const) {
      const found = await trx.selectFrom(table).select("tlp").where("id", "in", subjects).execute();
      labels.push(...found.map(({ tlp }) => tlp));
    }
    const to = strictest(labels);
    if (to === from) continue;
    await change(trx, id, { tlp: to });
    changed.push({ id, bodyId, from, to });
  }
  return changed;
}

async function change(trx: Trx, id: string, changes: Updateable<Schema["round"]>): Promise<void> {
  await trx.updateTable("round").set(changes).where("id", "=", id).execute();
}
