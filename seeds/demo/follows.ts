/** Who follows what, since when: so that "sinds uw vorige bezoek" has something to tell. */
export interface StoryFollow {
  readonly by: string;
  readonly kind: "proposal" | "body" | "component" | "initiative" | "organisation";
  /** a key of the story, a slug, or a CBS code */
  readonly subject: string;
  readonly day: number;
}

export const FOLLOWS: readonly StoryFollow[] = [
  { by: "gemeente1", kind: "proposal", subject: "net-ipv6", day: -150 },
  { by: "gemeente1", kind: "proposal", subject: "vei-rechten", day: -30 },
  { by: "gemeente1", kind: "body", subject: "veilig", day: -120 },
  { by: "gemeente1", kind: "initiative", subject: "bewaken", day: -100 },
  { by: "gemeente2", kind: "proposal", subject: "vei-oefenen", day: -20 },
  { by: "gemeente2", kind: "component", subject: "ggi-veilig", day: -90 },
  { by: "gemeente3", kind: "proposal", subject: "ser-zaken", day: -35 },
  { by: "gemeente4", kind: "proposal", subject: "ser-uitleg", day: -25 },
  { by: "gemeente5", kind: "body", subject: "netwerk", day: -60 },
  { by: "gemeentebeheerder1", kind: "component", subject: "ggi-netwerk", day: -80 },
  { by: "lid1.veilig", kind: "proposal", subject: "vei-logs", day: -300 },
  { by: "lid1.veilig", kind: "proposal", subject: "vei-isolatie", day: -70 },
];
