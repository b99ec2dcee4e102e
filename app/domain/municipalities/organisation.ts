import type { Day } from "../shared/instant.ts";
import { PROVINCES } from "./provinces.ts";

/** Every kind of organisation that takes part. Source: domain, "Organisations and seats". */
export const ORGANISATION_KINDS = ["gemeente", "samenwerkingsverband", "vng", "ketenpartner", "koepel"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export interface OrganisationDetails {
  readonly kind: OrganisationKind;
  readonly name: string;
  /** CBS code; only a gemeente has one, and always */
  readonly code: string | null;
  readonly province: string | null;
  readonly inhabitants: number | null;
  readonly contact: string | null;
  readonly accountManager: string | null;
}

export type OrganisationRefusal = "not-allowed" | "not-found" | "name-missing" | "code-invalid" | "code-taken" | "name-taken" | "province-unknown" | "inhabitants-invalid" | "only-gemeenten";

/** Why these details cannot be kept, or null. A gemeente has a code and a province; no other organisation has them. */
export function detailsRefusal({ kind, name, code, province, inhabitants }: OrganisationDetails): OrganisationRefusal | null {
  if (name.trim() === "") return "name-missing";
  if (inhabitants !== null && (!Number.isSafeInteger(inhabitants) || inhabitants < 0 || inhabitants > 20_000_000)) return "inhabitants-invalid";
  if (kind !== "gemeente") return code === null && province === null && inhabitants === null ? null : "only-gemeenten";
  if (code === null || !/^\d{4}$/.test(code)) return "code-invalid";
  return PROVINCES.some((known) => known === province) ? null : "province-unknown";
}

interface Standing {
  readonly id: string;
  readonly kind: OrganisationKind;
  /** since when it no longer exists */
  readonly validUntil: Day | null;
}

export type MergerRefusal = "not-allowed" | "not-found" | "only-gemeenten" | "already-merged" | "no-successor" | "successor-unknown" | "successor-itself" | "successor-merged" | "day-missing" | "day-in-future";

/** Why a gemeente cannot have gone into these others on that day, or null. It stays readable and points to them for ever. */
export function mergerRefusal(municipality: Standing, successors: readonly (Standing | null)[], day: Day | null, today: Day): MergerRefusal | null {
  if (municipality.kind !== "gemeente") return "only-gemeenten";
  if (municipality.validUntil !== null) return "already-merged";
  if (day === null) return "day-missing";
  if (day > today) return "day-in-future";
  if (successors.length === 0) return "no-successor";
  for (const successor of successors) {
    if (successor === null || successor.kind !== "gemeente") return "successor-unknown";
    if (successor.id === municipality.id) return "successor-itself";
    if (successor.validUntil !== null) return "successor-merged";
  }
  return null;
}

export type PartnerRefusal = "not-allowed" | "not-found" | "only-partnerships" | "municipality-unknown" | "period-invalid" | "already-partner";
