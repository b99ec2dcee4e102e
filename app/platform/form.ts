import type { z } from "zod";
import { FIELD_PROBLEMS, type FieldProblem } from "#app/domain/shared/field-problem.ts";

export type { FieldProblem };

export type Problems<Values> = { readonly [Field in keyof Values]?: FieldProblem };

export type Submission<Values> =
  | { readonly ok: true; readonly values: Values; readonly entered: Entered }
  | { readonly ok: false; readonly problems: Problems<Values>; readonly entered: Entered };

/** What was typed, to be shown again. A field that may hold several values (checkboxes) is a list. */
export type Entered = Readonly<Record<string, string | readonly string[]>>;

/**
 * Reads a posted form through a zod object: every text NFC and trimmed, unknown fields ignored.
 * A field whose schema is an array gets all its values; any other field sent twice is a 400.
 * A kept text that is only shown again comes back as refused without a problem: nothing is done with it.
 * Throws a 400 Response when the body is no form at all.
 */
export async function readForm<Shape extends z.ZodRawShape>(request: Request, schema: z.ZodObject<Shape>): Promise<Submission<z.infer<z.ZodObject<Shape>>>> {
  const form = await formOf(request);

  const entered: Record<string, string | readonly string[]> = {};
  for (const [field, kind] of Object.entries(schema.shape)) {
    const values = form.getAll(field).flatMap((value) => (typeof value === "string" ? [tidy(value)] : []));
    if (holdsList(kind)) entered[field] = values;
    else if (values.length > 1) throw new Response(null, { status: 400 });
    else entered[field] = values[0] ?? "";
  }

  if (isShownAgain(form)) return { ok: false, problems: {}, entered };
  const parsed = schema.safeParse(entered);
  if (parsed.success) return { ok: true, values: parsed.data, entered };
  const problems: Record<string, FieldProblem> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? "");
    problems[field] ??= problemOf(issue, entered[field]);
  }
  return { ok: false, problems: problems as Problems<z.infer<z.ZodObject<Shape>>>, entered };
}

/** The fields as they came, for a form that has more of them than a schema can name; a 400 when the body is no form at all. */
export async function formOf(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => null);
  if (!form) throw new Response(null, { status: 400 });
  return form;
}

/** Sent along with a kept text that is to be shown again, not to be acted on. The form that then appears does not have it, so sending that one counts. */
export const SHOWN_AGAIN = "toon-opnieuw";
export const isShownAgain = (form: FormData): boolean => form.has(SHOWN_AGAIN);

/** Text as everybody sees it: composed, without control or direction characters, line ends as \n, trimmed. */
export const tidy = (raw: string): string =>
  raw
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
     
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .trim();

function holdsList(kind: unknown): boolean {
  const definition = (kind as { def?: { type?: string; innerType?: unknown } }).def;
  if (definition?.type === "array") return true;
  return definition?.innerType !== undefined && holdsList(definition.innerType);
}

/** A schema may say its own code as message (`z.string().min(1, "required")`); otherwise zod's issue tells. */
function problemOf(issue: z.core.$ZodIssue, value: unknown): FieldProblem {
  const said = FIELD_PROBLEMS.find((problem) => problem === issue.message);
  if (said) return said;
  if (value === "" || (Array.isArray(value) && value.length === 0)) return "required";
  if (issue.code === "too_big") return "too-long";
  if (issue.code === "too_small") return "too-short";
  if (issue.code === "invalid_type") return "not-a-number";
  return "unknown-option";
}

/** The single typed value of a field, for showing it again. */
export const typed = (entered: Entered | undefined, field: string): string | undefined => {
  const value = entered?.[field];
  return typeof value === "string" ? value : value?.[0];
};
