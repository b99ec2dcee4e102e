import { z } from "zod";
import { TLP } from "#app/domain/access/visibility.ts";
import { VALIDITIES } from "#app/domain/decisions/decision.ts";
import { DISPOSITIONS } from "#app/domain/meetings/correction.ts";
import { ITEM_KINDS } from "#app/domain/meetings/agenda.ts";
import { fromDutchLocal } from "#app/domain/shared/dutch-time.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import { dutchMoment } from "./moment.ts";
import { optionalMinutes } from "./planning.ts";

/** A `date` field that may be left empty. */
export const optionalDay = z.string().transform((text, context): Day | null => {
  if (text === "") return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && fromDutchLocal(`${text}T12:00`) !== null) return text as Day;
  context.addIssue({ code: "custom", message: "not-a-date" });
  return z.NEVER;
});

/** A `datetime-local` field that may be left empty. */
export const optionalMoment = z.string().transform((text, context): Instant | null => {
  if (text === "") return null;
  const moment = fromDutchLocal(text);
  if (moment !== null) return moment;
  context.addIssue({ code: "custom", message: "not-a-date" });
  return z.NEVER;
});

/** A number of votes that may be left empty. */
const optionalCount = z.string().transform((text, context): number | null => {
  if (text === "") return null;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  context.addIssue({ code: "custom", message: "not-a-number" });
  return z.NEVER;
});

const title = z.string().min(1, "required").max(200, "too-long");

export const planForm = z.object({
  title,
  startsAt: dutchMoment,
  endsAt: dutchMoment,
  location: z.string().max(200, "too-long"),
});

export const newMeetingForm = planForm.extend({ body: z.string().min(1, "required"), tlp: z.enum(TLP) });

export const agendaItemForm = z.object({
  title,
  kind: z.enum(ITEM_KINDS),
  closed: z.string(),
  notes: z.string().max(10_000, "too-long"),
  publicTitle: z.string().max(200, "too-long"),
  owner: z.string(),
  ownerName: z.string().max(120, "too-long"),
  minutes: optionalMinutes,
});

export const decisionForm = z.object({
  item: z.string().min(1, "required"),
  title,
  dictum: z.string().min(1, "required").max(10_000, "too-long"),
  motivation: z.string().max(10_000, "too-long"),
  result: z.enum(["aangenomen", "verworpen"]),
  for: optionalCount,
  against: optionalCount,
  abstain: optionalCount,
  publicTitle: z.string().max(200, "too-long"),
  publicDictum: z.string().max(10_000, "too-long"),
  embargo: optionalMoment,
  review: optionalDay,
  until: optionalDay,
});

export const decisionChangeForm = z.object({
  validity: z.enum(VALIDITIES),
  replacedBy: z.string().max(20, "too-long"),
  publicTitle: z.string().max(200, "too-long"),
  publicDictum: z.string().max(10_000, "too-long"),
  embargo: optionalMoment,
  review: optionalDay,
  until: optionalDay,
});

export const commitmentForm = z.object({
  item: z.string().min(1, "required"),
  statement: z.string().min(1, "required").max(2000, "too-long"),
  promisedBy: z.string().min(1, "required").max(200, "too-long"),
  due: optionalDay,
  decision: z.string().max(20, "too-long"),
});

export const fulfilmentForm = z.object({ note: z.string().min(1, "required").max(2000, "too-long") });

export const correctionForm = z.object({
  item: z.string().min(1, "required"),
  passage: z.string().max(5000, "too-long"),
  suggestion: z.string().max(5000, "too-long"),
});

export const answerForm = z.object({
  disposition: z.enum(DISPOSITIONS, "required"),
  answer: z.string().max(5000, "too-long"),
  replace: z.string().max(2),
  wording: z.string().max(5000, "too-long"),
});

export const actionForm = z.object({
  statement: z.string().min(1, "required").max(1000, "too-long"),
  owner: z.string(),
  ownerName: z.string().max(120, "too-long"),
  due: optionalDay,
  item: z.string(),
});

export const reasonForm = z.object({ reason: z.string().min(1, "required").max(2000, "too-long") });

export const erratumForm = z.object({ statement: z.string().min(1, "required").max(5000, "too-long"), item: z.string().max(64, "too-long") });
