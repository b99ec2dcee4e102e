export const ROLES = ["chair", "secretary", "member", "substitute", "observer"] as const;
/** voorzitter, secretaris, lid, plaatsvervanger, toehoorder */
export type Role = (typeof ROLES)[number];

/** A person's place in a body at this moment: which seat, in which role. */
export interface Membership {
  readonly bodyId: string;
  readonly bodySlug: string;
  readonly bodyName: string;
  readonly seatId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly isVoting: boolean;
  readonly role: Role;
}

/** Whoever is acting or looking; a stranger is an actor too, without an id. */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
  readonly organisation: { readonly id: string; readonly name: string; readonly code: string | null } | null;
  readonly memberships: readonly Membership[];
  /** beheerder: manages accounts and bodies, cannot vote or read a body's RED texts */
  readonly isAdmin: boolean;
  /** gemeentebeheerder: keeps the page of the own organisation */
  readonly isMunicipalAdmin: boolean;
}

export const STRANGER: Actor = {
  id: null,
  name: "",
  organisation: null,
  memberships: [],
  isAdmin: false,
  isMunicipalAdmin: false,
};

/** Whoever sits at the command line of the server itself: may do what a beheerder may; the log names nobody. */
export const CONSOLE: Actor = { ...STRANGER, isAdmin: true };

/** Somebody who signed in: the id is there. */
export type SignedIn = Actor & { readonly id: string };

export const isSignedIn = (actor: Actor): actor is SignedIn => actor.id !== null;

/** Whether the actor holds one of these roles in the body now. */
export const holds = (actor: Actor, bodyId: string, ...roles: readonly Role[]): boolean =>
  actor.memberships.some((membership) => membership.bodyId === bodyId && roles.includes(membership.role));
