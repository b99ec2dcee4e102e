import { z } from "zod";
import { endOfDay, fromDutchLocal, startOfDay } from "#app/domain/shared/dutch-time.ts";
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

const optionalDay = (momentOf: (text: string) => Instant | null) =>
  z.string().transform((text, context): Instant | null => {
    if (text === "") return null;
    const moment = momentOf(text);
    if (moment !== null) return moment;
    context.addIssue({ code: "custom", message: "not-a-date" });
    return z.NEVER;
  });

/** A `date` field that may stay empty, as the beginning of that day in the Netherlands. */
export const fromDay = optionalDay(startOfDay);
/** A `date` field that may stay empty, as the end of that day: until and including. */
export const throughDay = optionalDay(endOfDay);
