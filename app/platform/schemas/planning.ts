import { z } from "zod";
import { TLP } from "#app/domain/access/visibility.ts";
import { ITEM_KINDS } from "#app/domain/meetings/agenda.ts";
import { FREQUENCIES, PLACES, type Place } from "#app/domain/meetings/recurrence.ts";
import { fromDutchLocal } from "#app/domain/shared/dutch-time.ts";
import type { Day } from "#app/domain/shared/instant.ts";

const title = z.string().min(1, "required").max(200, "too-long");

/** A `date` field that must be filled. */
const day = z
  .string()
  .min(1, "required")
  .transform((text, context): Day => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text) && fromDutchLocal(`${text}T12:00`) !== null) return text as Day;
    context.addIssue({ code: "custom", message: "not-a-date" });
    return z.NEVER;
  });

const wholeNumber = z
  .string()
  .min(1, "required")
  .regex(/^\d{1,4}$/, "not-a-number")
  .transform(Number);

/** A number of minutes that may be left empty. */
export const optionalMinutes = z.string().transform((text, context): number | null => {
  if (text === "") return null;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  context.addIssue({ code: "custom", message: "not-a-number" });
  return z.NEVER;
});

export const seriesForm = z.object({
  body: z.string().min(1, "required"),
  title,
  firstDay: day,
  lastDay: day,
  frequency: z.enum(FREQUENCIES),
  every: wholeNumber,
  nth: z.enum(PLACES.map(String) as [string, ...string[]]).transform((text): Place => PLACES.find((place) => String(place) === text) ?? 1),
  starts: z.string().min(1, "required").regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "not-a-time"),
  duration: wholeNumber,
  location: z.string().max(200, "too-long"),
  tlp: z.enum(TLP),
  school: z.string(),
  stap: z.string(),
});

/** Another time or place for a whole series. */
export const seriesTimesForm = seriesForm.pick({ starts: true, duration: true, location: true, stap: true });

export const templateForm = z.object({ title, kind: z.enum(ITEM_KINDS), closed: z.string(), notes: z.string().max(10_000, "too-long"), minutes: optionalMinutes, actions: z.string() });

const part = z.string().max(10_000, "too-long");
export const coverNoteForm = z.object({ occasion: part, request: part.min(1, "required"), explanation: part, finance: part, followUp: part });

export const handsForm = z.object({
  title,
  question: z.string().min(1, "required").max(10_000, "too-long"),
  preset: z.string(),
  rest: z.enum(["voor", "tegen", "onthouden", "niet"]),
});

export const roomForm = z.object({
  revision: z.string().regex(/^\d{1,9}$/, "not-a-number").transform(Number),
  notes: z.string().max(50_000, "too-long"),
  outcome: z.enum(["informatie", "besluit", "actie"]),
  statement: z.string().max(1_000, "too-long"),
  owner: z.string(),
  ownerName: z.string().max(120, "too-long"),
  due: z.string(),
  stap: z.string(),
});
