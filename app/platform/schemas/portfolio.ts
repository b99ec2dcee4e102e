import { fromDutchLocal } from "#app/domain/shared/dutch-time.ts";
import { z } from "zod";
import { APPROACHES, PORTFOLIO_OUTCOMES } from "#app/domain/portfolio/initiative.ts";
import { PROGRESS } from "#app/domain/roadmap/item.ts";

const text = (longest: number) => z.string().min(1, "required").max(longest, "too-long");
const mayBeEmpty = (longest: number) => z.string().max(longest, "too-long");
/** A whole number, or null when nothing was filled in. */
const amount = z.string().regex(/^\d{0,10}$/, "not-a-number").transform((raw) => (raw === "" ? null : Number(raw)));
const day = z.string().refine((raw) => raw === "" || (/^\d{4}-\d{2}-\d{2}$/.test(raw) && fromDutchLocal(`${raw}T12:00`) !== null), "not-a-date");
const quarter = z.string().regex(/^\d{4}-K[1-4]$/, "unknown-option");
const fte = z.string().regex(/^\d{1,3}$/, "not-a-number").transform(Number);
const numbers = z.array(z.string().max(20)).max(100, "too-many");

export const initiativeForm = z.object({
  title: text(150),
  summary: text(3000),
  component: text(50),
  approach: z.enum(APPROACHES),
  costFrom: amount,
  costTo: amount,
  proposals: numbers,
  publicTitle: mayBeEmpty(150),
  publicSummary: mayBeEmpty(3000),
});

export const portfolioDecisionForm = z.object({
  outcome: z.enum(PORTFOLIO_OUTCOMES),
  item: z.string().regex(/^$|^[\w-]{1,64}:[\w-]{1,64}$/, "unknown-option"),
  dictum: text(2000),
  motivation: text(5000),
  until: day,
  question: mayBeEmpty(2000),
  for: amount,
  against: amount,
  abstain: amount,
});

export const placeForm = z.object({ start: quarter, end: quarter, fte, dependencies: numbers });
export const moveForm = z.object({ start: quarter, end: quarter, fte, dependencies: numbers, seenStart: quarter, seenEnd: quarter, seenFte: z.string().regex(/^\d{0,3}$/, "not-a-number").transform((raw) => (raw === "" ? undefined : Number(raw))), seenDependencies: z.string().max(2_000, "too-many").transform((raw) => raw.split(" ").filter((one) => one !== "")), reason: text(1000) });
export const progressForm = z.object({ to: z.enum(PROGRESS), note: text(1000) });
export const milestoneForm = z.object({ title: text(150), dueOn: day.refine((raw) => raw !== "", "required") });
