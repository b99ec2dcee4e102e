/**
 * The shapes in which the demonstration story is written. Days count from the moment of seeding: -30 is a month ago,
 * 14 is in two weeks; so the story is always about now. People are named as in `people.ts`: "lid3.veilig".
 */
export type BodySlug = "adviesraad" | "netwerk" | "veilig" | "services" | "taskforce";
export type ComponentSlug = "ggi-netwerk" | "ggi-veilig" | "ggi-services" | "ggi-afspraken";
export type AreaSlug = "dienstverlening" | "bedrijfsvoering" | "informatieveiligheid" | "ict-management";
export type Tlp = "CLEAR" | "GREEN" | "AMBER" | "RED";

export interface StoryText {
  readonly title: string;
  readonly statement: string;
  readonly rationale: string;
  readonly acceptance: string;
}

/** A later version: only what changed, when, and why. */
export interface StoryVersion extends Partial<StoryText> {
  readonly day: number;
  readonly why: string;
}

export interface StoryComment {
  readonly by: string;
  readonly day: number;
  readonly version: number;
  readonly quote?: string;
  readonly statement: string;
  readonly answer?: string;
  readonly disposition?: "adopted" | "partly" | "not";
}

export interface StoryProposal extends StoryText {
  readonly key: string;
  readonly body: BodySlug;
  readonly kind: "eis" | "wens" | "advies";
  readonly source: string;
  readonly moscow: "must" | "should" | "could" | "wont";
  readonly weight?: number;
  readonly components: readonly ComponentSlug[];
  /** which of the six shared needs, by their place in the list */
  readonly needs: readonly number[];
  readonly areas: readonly AreaSlug[];
  readonly controls: readonly string[];
  readonly tlp?: Tlp;
  /** who writes it: lid N of the body */
  readonly author: number;
  readonly drafted: number;
  /** when it goes into discussion; absent: it stays a draft */
  readonly discussed?: number;
  readonly withdrawn?: { readonly day: number; readonly reason: string };
  /** when the secretaris asks the Adviesraad for advice, after adoption */
  readonly referred?: number;
  /** when the secretaris hands it to the Taskforce */
  readonly submitted?: number;
  readonly replaces?: string;
  readonly related?: readonly string[];
  readonly versions?: readonly StoryVersion[];
  readonly comments?: readonly StoryComment[];
}

/** How the seats of a round vote on one item: the first so many seats for, then against, then abstaining. */
export interface StoryItem {
  readonly proposal: string;
  readonly spread: readonly [inFavour: number, withCondition: number, against: number, abstaining: number];
  readonly conditions?: readonly { readonly statement: string; readonly strength: "must" | "should" | "should_not" | "must_not"; readonly quote?: string; readonly answer?: string }[];
  readonly motivation?: string;

  readonly points?: string;
}

export interface StoryRound {
  readonly key: string;
  readonly body: BodySlug;
  readonly kind: "peiling" | "besluit";
  readonly title: string;
  readonly explanation: string;
  readonly opens: number;
  readonly closes: number;
  readonly preset?: "gewoon" | "twee_derde" | "volstrekt" | "alle_zetels";
  readonly previous?: string;
  readonly visibility?: "openbaar" | "besloten";
  readonly items: readonly StoryItem[];
  /** how far it has come by now; absent: published */
  readonly until?: "concept" | "announced" | "open" | "closed" | "signed" | "established" | "withdrawn";
  readonly reason?: string;
  /** the seat that gave its votes to the secretaris, and how */
  readonly received?: { readonly seat: number; readonly note: string };
}
