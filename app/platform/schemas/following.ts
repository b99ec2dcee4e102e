import { z } from "zod";
import { FOLLOWED_KINDS } from "#app/domain/following/following.ts";

const reference = z.string().min(1, "required").max(100, "too-long");

export const followForm = z.object({ kind: z.enum(FOLLOWED_KINDS), reference, follow: z.enum(["0", "1"]) });

/** Both empty: everything. */
export const seenForm = z.object({ kind: z.enum([...FOLLOWED_KINDS, ""]), reference: z.string().max(100, "too-long") });
