import { z } from "zod";
import { ADVICE_SUBJECTS, ANSWER_KINDS } from "#app/domain/portfolio/advice.ts";
import { MOST_CRITERIA, type Weighted } from "#app/domain/portfolio/criteria.ts";
import { STANCES, type Stance, type Wish } from "#app/domain/portfolio/ranking.ts";
import type { Entered } from "../form.ts";

const text = (longest: number) => z.string().min(1, "required").max(longest, "too-long");
const mayBeEmpty = (longest: number) => z.string().max(longest, "too-long");
const count = z.string().regex(/^\d{1,4}$/, "not-a-number").transform(Number);
const maybeCount = z.string().regex(/^\d{0,3}$/, "not-a-number");
const rows = Array.from({ length: MOST_CRITERIA }, (_, index) => index + 1);

export const criteriaForm = z.object({
  seen: count,
  waarom: text(1000),
  ...Object.fromEntries(rows.flatMap((row) => [[`naam-${row}`, mayBeEmpty(100)], [`vraag-${row}`, mayBeEmpty(500)], [`laagste-${row}`, mayBeEmpty(200)], [`hoogste-${row}`, mayBeEmpty(200)], [`gewicht-${row}`, maybeCount]])),
});

const one = (entered: Entered, name: string): string => {
  const value = entered[name] ?? "";
  return typeof value === "string" ? value : (value[0] ?? "");
};

/** The rows of the form that have a name. */
export const criteriaRows = (entered: Entered): Weighted[] =>
  rows
    .map((row) => ({ title: one(entered, `naam-${row}`), meaning: one(entered, `vraag-${row}`), lowest: one(entered, `laagste-${row}`), highest: one(entered, `hoogste-${row}`), weight: Number(one(entered, `gewicht-${row}`)) }))
    .filter(({ title }) => title !== "");

/** A field with points for each criterion, and a line about them. */
export const scoreForm = (criteria: readonly { readonly id: string }[]) =>
  z.object({ seen: count, toelichting: mayBeEmpty(1000), ...Object.fromEntries(criteria.map(({ id }) => [`punten-${id}`, z.string().regex(/^[1-5]$/, "required")])) });

export const pointsIn = (entered: Entered, criteria: readonly { readonly id: string }[]): Map<string, number | null> =>
  new Map(criteria.map(({ id }) => [id, /^[1-5]$/.test(one(entered, `punten-${id}`)) ? Number(one(entered, `punten-${id}`)) : null]));

/** A name, and for each initiative its turn and a shift. */
export const scenarioForm = (numbers: readonly string[]) =>
  z.object({
    title: text(100),
    note: mayBeEmpty(1000),
    seen: z.string().max(40),
    ...Object.fromEntries(numbers.map((number) => [`volgorde-${number}`, z.string().refine((raw) => (STANCES as readonly string[]).includes(raw), "unknown-option")])),
    ...Object.fromEntries(numbers.map((number) => [`schuif-${number}`, z.string().regex(/^-?\d{1,2}$/, "unknown-option")])),
  });

export const wishesIn = (entered: Entered, numbers: readonly string[]): Map<string, Wish> =>
  new Map(numbers.map((number) => [number, { stance: one(entered, `volgorde-${number}`) as Stance, shift: Number(one(entered, `schuif-${number}`)) }]));

export const answerForm = z.object({ kind: z.enum(ANSWER_KINDS), dictum: text(2000), motivation: text(5000) });
export const subjectForm = z.object({ subject: z.enum(ADVICE_SUBJECTS) });
