import { z } from "zod";
import { TLP } from "#app/domain/access/visibility.ts";
import { SET_LIMITS } from "#app/domain/requirement-sets/requirement-set.ts";

const text = (longest: number) => z.string().min(1, "required").max(longest, "too-long");
const mayBeEmpty = (longest: number) => z.string().max(longest, "too-long");

const about = { title: text(SET_LIMITS.title), lot: mayBeEmpty(SET_LIMITS.lot), intro: mayBeEmpty(SET_LIMITS.intro), tlp: z.enum(TLP) };

const chosen = z.array(z.string().max(20)).max(200, "too-many");

export const newSetForm = z.object({ component: text(50), ...about });
export const setForm = z.object(about);
export const chapterForm = z.object({ title: text(SET_LIMITS.chapterTitle), intro: mayBeEmpty(SET_LIMITS.intro), parent: mayBeEmpty(64) });
export const directionForm = z.object({ direction: z.enum(["up", "down"]) });
export const placeForm = z.object({ chapter: text(64) });
export const pickForm = z.object({ chapter: text(64), proposals: chosen, shown: z.string().max(5_000, "too-many").transform((numbers) => numbers.split(" ").filter((one) => one !== "")), all: z.string().max(2) });
export const freezeForm = z.object({ note: mayBeEmpty(SET_LIMITS.note), seen: z.string().regex(/^\d{1,9}$/, "not-a-number").transform(Number) });
