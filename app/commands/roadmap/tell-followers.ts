import type { CommandContext } from "#app/commands/context.ts";
import type { RoadmapMailKind } from "#app/domain/following/mail.ts";
import type { Trx } from "#db/client.ts";
import { listFollowersOf } from "#db/queries/following.ts";
import { queueMail } from "#db/queries/outbox.ts";
import type { RoadmapItemForAct } from "#db/queries/roadmap-writes.ts";

interface Move {
  readonly id: string;
  readonly kind: RoadmapMailKind;
  readonly milestone?: string;
  readonly from: readonly [start: string, end: string];
  readonly to: readonly [start: string, end: string];
  readonly reason: string;
}

/** Mail to who follows the item or its initiative, but for who moved it; who follows a whole component or body reads it on their own page. Source: domain, "Portfolio and roadmap". */
export async function tellFollowers(trx: Trx, context: CommandContext, item: RoadmapItemForAct, { id, kind, milestone = "", from, to, reason }: Move): Promise<void> {
  const followers = await listFollowersOf(trx, [{ kind: "roadmap_item", id: item.id }, ...(item.initiativeId === null ? [] : [{ kind: "initiative" as const, id: item.initiativeId }])]);
  const facts = { number: item.number, milestone, fromStart: from[0], fromEnd: from[1], toStart: to[0], toEnd: to[1], reason };
  await queueMail(trx, { kind, subjectId: item.id, personIds: followers.filter((personId) => personId !== context.actor.id), facts, once: id }, context);
}
