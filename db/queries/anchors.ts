import type { Act } from "#app/domain/access/policy.ts";
import type { Db } from "../client.ts";
import type { Anchor } from "./audit-verify.ts";

/** An anchor with the act whose record it is. */
export interface ActAnchor extends Anchor {
  readonly act: Act;
}

/**
 * Where the records of these acts about some subjects stand in the log of their body: numbers to print outside the database, with which
 * `ggi audit verify --anchors` sees later that nobody rewrote it. The last one per act, in the order of the log. Source: security §2.5.
 */
export async function listAnchors(db: Db, kind: "round" | "meeting", subjectIds: readonly string[], acts: readonly Act[]): Promise<Map<string, ActAnchor[]>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("event")
    .innerJoin("body", "body.id", "event.chain")
    .select(["event.subject_id", "event.act", "event.sequence", "event.hash", "body.slug"])
    .where("event.subject_kind", "=", kind)
    .where("event.subject_id", "in", [...subjectIds])
    .where("event.act", "in", [...acts])
    .orderBy("event.sequence")
    .execute();
  const anchors = new Map<string, ActAnchor[]>();
  for (const { subject_id: id, act, sequence, hash, slug } of rows) {
    const before = (anchors.get(id) ?? []).filter((one) => one.act !== act);
    anchors.set(id, [...before, { act: act as Act, chain: slug, sequence, hash }]);
  }
  return anchors;
}

/** What of a round is worth an anchor: when it opened, closed and was established. */
export const listRoundAnchors = (db: Db, roundIds: readonly string[]) => listAnchors(db, "round", roundIds, ["round.open", "round.close", "round.establish"]);
