import type { Instant } from "../shared/instant.ts";
import type { ProposalState } from "./proposal.ts";

/** The time in which every gemeente with an account may react, with or without a seat. It closes by the clock. */
export interface Consultation {
  readonly from: Instant;
  readonly until: Instant;
}

interface Consultable {
  readonly state: ProposalState;
  readonly consultation: Consultation | null;
}

/** Whether a proposal lies open for every gemeente at this moment. Only while it is under discussion. Source: domain, Discussion. */
export const isConsulted = ({ state, consultation }: Consultable, now: Instant): boolean =>
  state === "under_discussion" && consultation !== null && consultation.from <= now && now < consultation.until;

/** The proposal as the policy asks about it: with whether it lies open now. */
export const asConsulted = <P extends Consultable>(proposal: P, now: Instant): P & { readonly isConsulted: boolean } => ({ ...proposal, isConsulted: isConsulted(proposal, now) });
