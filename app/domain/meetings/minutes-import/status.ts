import type { ActionStatus } from "./types.ts";

/** How far an action is, from the words people use, also with their usual slips of the pen. */
export function statusOf(text: string): ActionStatus {
  const word = text.toLowerCase().trim();
  if (word === "") return "open";
  // Letters in a column "O/G": open, gereed.
  if (word === "o" || word === "g") return word === "o" ? "open" : "done";
  if (/vervallen|geannuleerd|niet (?:meer )?nodig|ingetrokken|cancel/.test(word)) return "dropped";
  if (/vrijblijvend|optioneel/.test(word)) return "optional";
  if (/doorlopend|continu|permanent|ongoing|blijvend/.test(word)) return "ongoing";
  if (/^(?:nee|neen|n)\b|niet (?:gedaan|gereed|klaar|af)|nog niet|nog doen|to-? ?do|open|nieuw|aangehouden|gepland|staat uit/.test(word)) return "open";
  if (/in ?po?r?o?gress|inprog|in progr|lopend|loopt|in behandeling|bezig|mee bezig|in bewerking|in review|onderhanden|wip|deels|in uitvoering|gestart/.test(word)) return "in_progress";
  if (/^(?:x|v|ok|ja|✓|✔|✅|☑)|\bdone\b|gereed|afgerond|klaar|gedaan|afgehandeld|voltooid|gesloten|uitgevoerd|closed|opgeleverd|verstuurd|verwerkt|afgesloten/.test(word)) return "done";
  return "unknown";
}
