import { PROPOSALS_ADVIESRAAD } from "./proposals-adviesraad.ts";
import { PROPOSALS_NETWERK } from "./proposals-netwerk.ts";
import { PROPOSALS_SERVICES } from "./proposals-services.ts";
import { PROPOSALS_VEILIG } from "./proposals-veilig.ts";
import type { StoryProposal } from "./story.ts";

export const PROPOSALS: readonly StoryProposal[] = [...PROPOSALS_NETWERK, ...PROPOSALS_VEILIG, ...PROPOSALS_SERVICES, ...PROPOSALS_ADVIESRAAD];
