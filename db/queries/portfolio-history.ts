import type { PortfolioOutcome } from "#app/domain/portfolio/initiative.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";

/** What happened to an initiative, as the log keeps it. */
export type InitiativeEvent = { readonly at: Instant } & (
  | { readonly what: "created" | "changed" | "resumed" | "realised" }
  | { readonly what: "placed"; readonly item: string }
  | { readonly what: "decided"; readonly outcome: PortfolioOutcome; readonly decision: string }
);

interface Payload {
  readonly number?: string;
  readonly outcome?: PortfolioOutcome;
  readonly decision?: string;
  readonly to?: string;
}

/** The life of an initiative that the caller found, oldest first. Its moves on the roadmap stand with the roadmap item. */
export async function listInitiativeHistory(db: Db, initiativeId: string): Promise<InitiativeEvent[]> {
  const rows = await db
    .selectFrom("event")
    .select(["at", "act", "payload"])
    .where((eb) =>
      eb.or([
        eb.and([eb("subject_kind", "=", "initiative"), eb("subject_id", "=", initiativeId)]),
        eb.and([eb("subject_kind", "=", "roadmap_item"), eb("subject_id", "in", eb.selectFrom("roadmap_item").select("roadmap_item.id").where("initiative_id", "=", initiativeId))]),
      ]),
    )
    .orderBy("chain")
    .orderBy("sequence")
    .execute();
  return rows.flatMap(({ at, act, payload }) => toEvent(at, act, JSON.parse(payload) as Payload));
}

function toEvent(at: Instant, act: string, { number = "", outcome, decision = "", to }: Payload): InitiativeEvent[] {
  switch (act) {
    case "initiative.create":
      return [{ at, what: "created" }];
    case "initiative.change":
      return [{ at, what: "changed" }];
    case "initiative.resume":
      return [{ at, what: "resumed" }];
    case "roadmap.propose":
      return [{ at, what: "placed", item: number }];
    case "roadmap.change":
      return to === "gerealiseerd" ? [{ at, what: "realised" }] : [];
    case "portfolio.decide":
      return outcome === undefined ? [] : [{ at, what: "decided", outcome, decision }];
    default:
      return [];
  }
}
