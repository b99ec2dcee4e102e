import { accept, refuse, type Result } from "../shared/result.ts";
import type { Reply } from "./attendance.ts";

/** Who comes instead: somebody of the same seat, or another by name. */
export interface Substitute {
  readonly personId: string | null;
  readonly name: string;
}

export type ReplyRefusal = "substitute-while-coming" | "substitute-is-oneself" | "substitute-unknown";

/**
 * The answer to an invitation. Only who does not come names somebody else; a person must hold the same seat, a name may be anybody's:
 * such a guest listens and cannot vote. Refusals: substitute-while-coming, substitute-is-oneself, substitute-unknown.
 */
export function checkReply(answer: { readonly personId: string; readonly reply: Reply; readonly substitute: Substitute | null }, seatmates: readonly { readonly personId: string; readonly name: string }[]): Result<Substitute | null, ReplyRefusal> {
  const { personId, reply, substitute } = answer;
  if (substitute === null || (substitute.personId === null && substitute.name.trim() === "")) return accept(null);
  if (reply !== "afwezig_met_bericht") return refuse("substitute-while-coming");
  if (substitute.personId === null) return accept({ personId: null, name: substitute.name.trim() });
  if (substitute.personId === personId) return refuse("substitute-is-oneself");
  const mate = seatmates.find((one) => one.personId === substitute.personId);
  return mate ? accept({ personId: mate.personId, name: mate.name }) : refuse("substitute-unknown");
}
