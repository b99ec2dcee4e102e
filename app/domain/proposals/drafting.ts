import type { ProposalKind } from "./proposal.ts";

/** Expertgroepen draft eisen and wensen, the Adviesraad drafts adviezen, the Taskforce drafts nothing. Source: domain, Bodies. */
export function kindsFor(bodyKind: "expertgroep" | "adviesraad" | "taskforce"): readonly ProposalKind[] {
  if (bodyKind === "expertgroep") return ["eis", "wens"];
  return bodyKind === "adviesraad" ? ["advies"] : [];
}
