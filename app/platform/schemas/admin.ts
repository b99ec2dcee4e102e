import { z } from "zod";
import { TLP } from "#app/domain/access/visibility.ts";
import { ORGANISATION_KINDS } from "#app/domain/municipalities/organisation.ts";
import { fromDay, throughDay } from "./moment.ts";

const text = (longest: number) => z.string().min(1, "required").max(longest, "too-long");

const optional = (longest: number) => z.string().max(longest, "too-long");

export const accountForm = z.object({ name: text(150), email: text(200), organisation: z.string().max(150, "too-long"), job: optional(150), isAdmin: z.string().max(5), isMunicipalAdmin: z.string().max(5) });
export const bodyForm = z.object({ name: text(150), slug: text(40), prefix: text(3), kind: z.enum(["expertgroep", "adviesraad", "taskforce"]), purpose: text(1000), defaultTlp: z.enum(TLP) });
export const seatForm = z.object({ organisation: text(150), isVoting: z.string().max(5), from: fromDay, until: throughDay });
export const membershipForm = z.object({ seat: text(100), email: text(200), role: z.enum(["chair", "secretary", "member", "substitute", "observer"]), from: fromDay, until: throughDay });
export const bodyChangeForm = bodyForm.omit({ slug: true, kind: true });

const details = { name: text(150), province: optional(40), inhabitants: z.string().regex(/^\d{0,9}$/, "not-a-number"), contact: optional(300), accountManager: optional(300) };
export const organisationForm = z.object({ kind: z.enum(ORGANISATION_KINDS), code: optional(4), ...details });
export const organisationChangeForm = z.object(details);
export const mergerForm = z.object({ day: z.string().min(1, "required").regex(/^\d{4}-\d{2}-\d{2}$/, "not-a-date"), successors: text(200) });
export const partnerForm = z.object({ municipality: text(150), from: fromDay, until: throughDay });
