import { z } from "zod";
import { MERGE_CHOICES, type Ruling } from "#app/domain/proposals/amendment-merge.ts";
import { LIMITS } from "#app/domain/proposals/proposal.ts";
import { dutchMoment } from "./moment.ts";

const long = z.string().max(LIMITS.text, "too-long");

/** The edited text of an amendment, with the version from which it was edited. */
export const amendmentForm = z.object({
  basedOn: z.coerce.number().int().min(1),
  parent: z.string().regex(/^\d{0,6}$/, "unknown-option").default(""),
  title: z.string().min(1, "required").max(LIMITS.title, "too-long"),
  statement: long.min(1, "required"),
  rationale: long,
  acceptance: long,
  source: z.string().max(LIMITS.source, "too-long"),
  reason: z.string().min(1, "required").max(LIMITS.comment, "too-long"),
  doel: z.string().default(""),
});

export const choiceField = (changeId: string): `besluit-${string}` => `besluit-${changeId}`;
export const wordingField = (changeId: string): `tekst-${string}` => `tekst-${changeId}`;
export const rulingAnswerField = (changeId: string): `antwoord-${string}` => `antwoord-${changeId}`;

/** The form in which the penvoerder decides: three fields for each open change. */
export const mergeForm = (changeIds: readonly string[]) =>
  z.object({
    basedOn: z.coerce.number().int().min(1),
    why: z.string().max(LIMITS.reason, "too-long"),
    doel: z.enum(["voorbeeld", "opslaan"]),
    ...(Object.fromEntries(changeIds.map((id) => [choiceField(id), z.enum(["", ...MERGE_CHOICES])])) as Record<`besluit-${string}`, z.ZodEnum>),
    ...(Object.fromEntries(changeIds.map((id) => [wordingField(id), long])) as Record<`tekst-${string}`, z.ZodString>),
    ...(Object.fromEntries(changeIds.map((id) => [rulingAnswerField(id), z.string().max(LIMITS.comment, "too-long")])) as Record<`antwoord-${string}`, z.ZodString>),
  });

/** What was decided, of the changes about which something was decided. */
export const rulingsIn = (changeIds: readonly string[], typed: (field: string) => string): Ruling[] =>
  changeIds.flatMap((changeId) => {
    const choice = MERGE_CHOICES.find((one) => one === typed(choiceField(changeId)));
    return choice === undefined ? [] : [{ changeId, choice, wording: typed(wordingField(changeId)), answer: typed(rulingAnswerField(changeId)) }];
  });

export const replyForm = z.object({ statement: z.string().min(1, "required").max(LIMITS.comment, "too-long") });

/** Until when a proposal lies open for every gemeente, on a Dutch clock; empty: it closes now. */
export const consultationForm = z.object({ until: z.union([z.literal("").transform(() => null), dutchMoment]) });
