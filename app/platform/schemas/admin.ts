import { z } from "zod";
import { TLP } from "#app/domain/access/visibility.ts";

const text = (longest: number) => z.string().min(1, "required").max(longest, "too-long");

export const accountForm = z.object({ name: text(150), email: text(200), organisation: z.string().max(10, "too-long"), isAdmin: z.string().max(5), isMunicipalAdmin: z.string().max(5) });
export const bodyForm = z.object({ name: text(150), slug: text(40), prefix: text(3), kind: z.enum(["expertgroep", "adviesraad", "taskforce"]), purpose: text(1000), defaultTlp: z.enum(TLP) });
export const seatForm = z.object({ organisation: text(150), isVoting: z.string().max(5) });
export const membershipForm = z.object({ seat: text(100), email: text(200), role: z.enum(["chair", "secretary", "member", "substitute", "observer"]) });
