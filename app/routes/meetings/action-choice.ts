import { dutchDay } from "#app/domain/shared/day.ts";
import { DAY, later, type Instant } from "#app/domain/shared/instant.ts";
import type { ActionFilter } from "#db/queries/action-items.ts";

const STATES = ["open", "done", "dropped"] as const;
const SOON = 14 * DAY;

/** What the address asks of the list of actions; mine and open unless it says otherwise. */
export function actionChoice(query: URLSearchParams, now: Instant): { choice: { van: string; status: string; gremium: string; klaar: string }; filter: ActionFilter } {
  const due = query.get("klaar") ?? "";
  const choice = { van: query.get("van") === "alle" ? "alle" : "mij", status: query.get("status") ?? "open", gremium: query.get("gremium") ?? "", klaar: due === "laat" || due === "gauw" ? due : "" };
  const dueBy = choice.klaar === "laat" ? dutchDay(later(now, -DAY)) : choice.klaar === "gauw" ? dutchDay(later(now, SOON)) : undefined;
  return { choice, filter: { mine: choice.van === "mij", bodySlug: choice.gremium || undefined, state: choice.status === "alle" ? undefined : (STATES.find((state) => state === choice.status) ?? "open"), dueBy } };
}
