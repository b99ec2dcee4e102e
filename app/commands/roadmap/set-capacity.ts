import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { parseQuarter } from "#app/domain/roadmap/quarter.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findPortfolioBody } from "#db/queries/portfolio-writes.ts";
import { listCapacity } from "#db/queries/roadmap.ts";
import { deleteCapacity, upsertCapacity } from "#db/queries/roadmap-writes.ts";

export type CapacityRefusal = "not-allowed" | "quarter-unknown" | "fte-invalid" | "capacity-changed";

interface Said {
  readonly quarter: string;
  /** null: not known any more */
  readonly fte: number | null;
  /** what stood there for the person who says this: another number in between is not overwritten */
  readonly seen?: number | null;
}

/** Says how many people can work on collective projects, per quarter. All quarters, or none when one is wrong. */
export function setCapacity(context: CommandContext, quarters: readonly Said[]): Promise<Result<true, CapacityRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const body = await findPortfolioBody(trx);
    if (!body || !may(context.actor, "capacity.set", { bodyId: body.id })) return refuse("not-allowed");
    const known = quarters.flatMap(({ quarter, ...said }) => {
      const parsed = parseQuarter(quarter);
      return parsed === null ? [] : [{ quarter: parsed, ...said }];
    });
    if (known.length !== quarters.length) return refuse("quarter-unknown");
    if (known.some(({ fte }) => fte !== null && (!Number.isSafeInteger(fte) || fte < 0 || fte > 999))) return refuse("fte-invalid");
    const stored = await listCapacity(trx);
    if (known.some(({ quarter, seen }) => seen !== undefined && (stored.get(quarter) ?? null) !== seen)) return refuse("capacity-changed");

    for (const { quarter, fte } of known) {
      if (fte === null) await deleteCapacity(trx, quarter);
      else await upsertCapacity(trx, quarter, fte, context.now());
    }
    await record(trx, context, { act: "capacity.set", bodyId: body.id, subject: { kind: "body", id: body.id }, payload: Object.fromEntries(known.map(({ quarter, fte }) => [quarter, fte])) });
    return accept(true);
  });
}
