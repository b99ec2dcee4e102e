import { z } from "zod";
import { BULK_STEPS } from "#app/domain/proposals/bulk.ts";
import { LIMITS } from "#app/domain/proposals/proposal.ts";

/** A step for several proposals: `nummer` are those that were ticked, `kan` those that were shown as able to take it. */
export const bulkForm = z.object({
  nummer: z.array(z.string().max(20)).min(1, "required"),
  kan: z.array(z.string().max(20)),
  step: z.enum(BULK_STEPS),
  reason: z.string().max(LIMITS.reason, "too-long"),
  stap: z.string().default(""),
});

export const viewForm = z.object({ name: z.string().min(1, "required").max(60, "too-long"), keuze: z.string().max(1_000) });

export const mergeForm = z.object({ other: z.string().min(1, "required").max(20, "too-long"), reason: z.string().min(1, "required").max(LIMITS.reason, "too-long"), askedBy: z.string().default(""), mayLeaveBehind: z.string().default("") });

export const reviewForm = z.object({ version: z.coerce.number().int().min(1).max(100_000) });
