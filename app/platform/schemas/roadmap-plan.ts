import { fromDutchLocal } from "#app/domain/shared/dutch-time.ts";
import { z } from "zod";
import { MOST_PHASES, type Phase } from "#app/domain/roadmap/phase.ts";
import type { Entered } from "../form.ts";

const rows = Array.from({ length: MOST_PHASES }, (_, index) => index + 1);
const mayBeEmpty = (longest: number) => z.string().max(longest, "too-long");

export const phasesForm = z.object({
  passed: z.string().regex(/^\d{1,2}$/, "not-a-number").transform(Number),
  ...Object.fromEntries(rows.flatMap((row) => [[`naam-${row}`, mayBeEmpty(100)], [`kwartalen-${row}`, z.string().regex(/^\d{0,2}$/, "not-a-number")], [`moment-${row}`, mayBeEmpty(300)]])),
});

const one = (entered: Entered, name: string): string => {
  const value = entered[name] ?? "";
  return typeof value === "string" ? value : (value[0] ?? "");
};

/** The rows of the form that have a name. */
export const phasesIn = (entered: Entered): Phase[] =>
  rows.map((row) => ({ title: one(entered, `naam-${row}`), quarters: Number(one(entered, `kwartalen-${row}`)), gate: one(entered, `moment-${row}`) })).filter(({ title }) => title !== "");

export const milestoneMoveForm = z.object({
  seen: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "not-a-date"),
  to: z.string().min(1, "required").refine((raw) => /^\d{4}-\d{2}-\d{2}$/.test(raw) && fromDutchLocal(`${raw}T12:00`) !== null, "not-a-date"),
  reason: z.string().min(1, "required").max(1000, "too-long"),
});
