import { z } from "zod";
import { TLP } from "#app/domain/access/visibility.ts";
import { DISPOSITIONS } from "#app/domain/proposals/discussion.ts";
import { LIMITS, LINK_KINDS, MOSCOW, PROPOSAL_KINDS, TEXT_FIELDS, type TextField } from "#app/domain/proposals/proposal.ts";

const required = (max: number) => z.string().min(1, "required").max(max, "too-long");
const optional = (max: number) => z.string().max(max, "too-long");

/** The fields of a version as a browser posts them; `weight` stays text until the kind is known. */
const text = {
  title: required(LIMITS.title),
  statement: required(LIMITS.text),
  rationale: optional(LIMITS.text),
  acceptance: optional(LIMITS.text),
  source: optional(LIMITS.source),
  moscow: z.enum(MOSCOW),
  weight: z.string().regex(/^\d{0,3}$/, "not-a-number").default(""),
  components: z.array(z.string()),
  needs: z.array(z.string()),
  policyAreas: z.array(z.string()),
  controls: optional(2_000),
  /** found in the list of known controls; added to the lines above */
  "chosenControls[]": z.array(z.string().max(100, "too-long")),
};

/** The button that was pressed; empty for saving. */
const step = { stap: z.string().default("") };

export const draftForm = z.object({ ...text, ...step, body: z.string().min(1, "required"), kind: z.enum(PROPOSAL_KINDS), tlp: z.enum(TLP) });

/** The form of a next version, with a field of its own for the answer to each open condition. */
export const versionForm = (conditionIds: readonly string[]) =>
  z.object({
    ...text,
    ...step,
    basedOn: z.coerce.number().int().min(1),
    why: required(LIMITS.reason),
    ...(Object.fromEntries(conditionIds.map((id) => [answerField(id), optional(LIMITS.comment)])) as Record<`answer-${string}`, z.ZodString>),
  });

export const answerField = (conditionId: string): `answer-${string}` => `answer-${conditionId}`;

/** Turns what was posted into the text of a version. */
export const versionText = (values: z.infer<z.ZodObject<typeof text>>) => ({
  title: values.title,
  statement: values.statement,
  rationale: values.rationale,
  acceptance: values.acceptance,
  source: values.source,
  moscow: values.moscow,
  weight: values.weight === "" ? null : Number(values.weight),
  components: values.components,
  needs: values.needs,
  policyAreas: values.policyAreas,
  controls: [...new Set([...values.controls.split("\n"), ...values["chosenControls[]"]].map((line) => line.trim()).filter(Boolean))],
});

export const commentForm = z.object({
  version: z.coerce.number().int().min(1),
  statement: required(LIMITS.comment),
  quote: optional(LIMITS.comment),
  paragraph: z.string().regex(new RegExp(`^((${TEXT_FIELDS.join("|")})-\\d{1,3})?$`), "unknown-option").default(""),
});

/** "statement-2": the second paragraph of the text. */
export const paragraphChosen = (value: string): { field: TextField; number: number } | undefined => {
  const [field, number] = value.split("-");
  return value === "" ? undefined : { field: field as TextField, number: Number(number) };
};

export const answerForm = z.object({ answer: required(LIMITS.comment), disposition: z.enum(DISPOSITIONS) });
export const withdrawalForm = z.object({ reason: required(LIMITS.reason), askedBy: z.string().default("") });
export const labelForm = z.object({ tlp: z.enum(TLP), reason: required(LIMITS.reason) });
export const linkForm = z.object({ kind: z.enum(LINK_KINDS), other: z.string().min(1, "required").max(20, "too-long") });
export const conditionAnswerForm = z.object({ answer: required(LIMITS.comment) });
export const confirmationForm = z.object({ settled: z.enum(["confirmed", "kept"]) });
