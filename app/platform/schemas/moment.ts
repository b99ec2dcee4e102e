import { z } from "zod";
import { fromDutchLocal } from "#app/domain/shared/dutch-time.ts";
import type { Instant } from "#app/domain/shared/instant.ts";

/** A `datetime-local` field on a Dutch clock, as the moment that it means. */
export const dutchMoment = z
  .string()
  .min(1, "required")
  .transform((text, context): Instant => {
    const moment = fromDutchLocal(text);
    if (moment !== null) return moment;
    context.addIssue({ code: "custom", message: "not-a-date" });
    return z.NEVER;
  });
