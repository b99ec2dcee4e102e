import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { sha256 } from "../hash.ts";
import { listWholeAgenda } from "./agenda-items.ts";

/** An item as it stood in a version of the minutes. */
export interface VersionedItem {
  readonly id: string;
  readonly title: string;
  readonly isClosed: boolean;
  readonly minutes: string;
}

/** Keeps the minutes as they read now under the next number, for the members to compare. Returns the number. */
export async function keepMinutesVersion(trx: Trx, meetingId: string, { id, by, at }: { id: string; by: string; at: Instant }): Promise<number> {
  const agenda = await listWholeAgenda(trx, meetingId);
  const items = agenda.map((item) => ({ id: item.id, title: item.title, isClosed: item.is_closed === 1, minutes: item.minutes }));
  const last = await trx.selectFrom("minutes_version").select("number").where("meeting_id", "=", meetingId).orderBy("number", "desc").limit(1).executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await trx.insertInto("minutes_version").values({ id, meeting_id: meetingId, number, items: JSON.stringify(items), hash: sha256(canonicalJson(items)), created_by: by, created_at: at }).execute();
  return number;
}

/** The versions of the minutes of a meeting, newest first, without their text. For members of its body. */
export async function listMinutesVersions(db: Db, meetingId: string): Promise<{ number: number; at: Instant; by: string; hash: string }[]> {
  const rows = await db
    .selectFrom("minutes_version")
    .innerJoin("person", "person.id", "minutes_version.created_by")
    .select(["minutes_version.number", "minutes_version.created_at", "minutes_version.hash", "person.name"])
    .where("meeting_id", "=", meetingId)
    .orderBy("minutes_version.number", "desc")
    .execute();
  return rows.map((row) => ({ number: row.number, at: row.created_at, by: row.name, hash: row.hash }));
}

/** The items of some versions, by number. */
export async function findMinutesVersions(db: Db, meetingId: string, numbers: readonly number[]): Promise<Map<number, VersionedItem[]>> {
  if (numbers.length === 0) return new Map();
  const rows = await db.selectFrom("minutes_version").select(["number", "items"]).where("meeting_id", "=", meetingId).where("number", "in", [...numbers]).execute();
  return new Map(rows.map((row) => [row.number, JSON.parse(row.items) as VersionedItem[]]));
}
