import type { ActionFilter } from "#db/queries/action-items.ts";

const STATES = ["open", "done", "dropped"] as const;

/** What the address asks of the list of actions; mine and open unless it says otherwise. */
export function actionChoice(query: URLSearchParams): { choice: { van: string; status: string; gremium: string }; filter: ActionFilter } {
  const choice = { van: query.get("van") === "alle" ? "alle" : "mij", status: query.get("status") ?? "open", gremium: query.get("gremium") ?? "" };
  return { choice, filter: { mine: choice.van === "mij", bodySlug: choice.gremium || undefined, state: choice.status === "alle" ? undefined : (STATES.find((state) => state === choice.status) ?? "open") } };
}
