export const PRESENCES = ["aangemeld", "aanwezig", "afwezig_met_bericht", "afwezig"] as const;
/** aangemeld is a reply beforehand; the other three are recorded at the meeting */
export type Presence = (typeof PRESENCES)[number];

/** What somebody answers to the invitation. */
export const REPLIES = ["aangemeld", "afwezig_met_bericht"] as const;
export type Reply = (typeof REPLIES)[number];

export interface Present {
  readonly name: string;
  readonly organisationName: string;
  readonly state: Presence;
}

/** How many were there and how many organisations they came for. */
export function headcount(attendance: readonly Present[]): { people: number; organisations: number; excused: number } {
  const present = attendance.filter(({ state }) => state === "aanwezig");
  return {
    people: present.length,
    organisations: new Set(present.map(({ organisationName }) => organisationName).filter((name) => name !== "")).size,
    excused: attendance.filter(({ state }) => state === "afwezig_met_bericht").length,
  };
}
