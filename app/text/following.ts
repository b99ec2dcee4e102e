import type { FollowedKind, FollowRefusal, NewsEntry } from "#app/domain/following/following.ts";
import { stateText } from "./proposals.ts";

export const followedText = {
  proposal: "dit voorstel",
  body: "dit gremium",
  component: "dit onderdeel",
  need: "deze behoefte",
  initiative: "dit initiatief",
  roadmap_item: "dit onderdeel van de roadmap",
  organisation: "deze gemeente",
  round: "deze stemronde",
  meeting: "deze vergadering",
  requirement_set: "dit programma van eisen",
} satisfies Record<FollowedKind, string>;

/** What is new, in one line beside the number and title. */
export function newsText({ kind, state, detail }: NewsEntry): string {
  switch (kind) {
    case "state":
      return state === null ? "" : `Nieuwe stand: ${stateText[state].toLowerCase()}${detail === "" ? "" : `. ${detail}`}`;
    case "version":
      return `Nieuwe versie${detail === "" ? "" : `: ${detail}`}`;
    case "comment":
      return `Reactie van ${detail === "" ? "een lid" : detail}`;
    case "amendment":
      return `Wijzigingsvoorstel van ${detail === "" ? "een lid" : detail}`;
    case "amendment-handled":
      return `Uw wijzigingsvoorstel ${detail} is behandeld`;
    case "comment-answered":
      return "Uw reactie is beantwoord";
    case "decision":
      return "Nieuw besluit";
    case "initiative":
      return `Initiatief gewijzigd: ${detail}`;
    case "roadmap":
      return `Roadmap gewijzigd${detail === "" ? "" : `: ${detail}`}`;
    case "milestone":
      return `Mijlpaal verplaatst: ${detail}`;
    case "progress":
      return `Stand van zaken: ${detail}`;
    case "round":
      return detail === "published" ? "De uitslag is gepubliceerd" : "De stemronde is geopend";
    case "requirement-set":
      return `Versie ${detail} van dit programma van eisen is bevroren`;
    case "meeting":
      return detail === "minutes" ? "De notulen zijn gepubliceerd" : "De agenda is verstuurd";
  }
}

export const followText = {
  follow: "Volgen",
  unfollow: "Niet meer volgen",
  sinceLastVisit: "Wat is er veranderd sinds uw vorige bezoek?",
  nothingNew: "Er is niets veranderd sinds uw vorige bezoek.",
  seen: "Gezien",
  news: "Nieuws over wat u volgt",
  noNews: "Er is geen nieuws over wat u volgt.",
};

export const followNoticeText: Record<string, string> = {
  "subject-followed": "U volgt dit nu. Nieuws ziet u op Mijn taken.",
  "subject-unfollowed": "U volgt dit niet meer.",
  "news-seen": "Het nieuws is gezien.",
};

export const followRefusalText = {
  "not-found": "Dit bestaat niet, of u mag het niet zien.",
  "not-allowed": "Log in om iets te volgen.",
} satisfies Record<FollowRefusal, string>;
