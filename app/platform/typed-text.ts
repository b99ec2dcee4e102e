import type { Entered } from "#app/domain/shared/entered.ts";
import { tidy } from "./form.ts";

const LISTS = new Set(["components", "needs", "policyAreas"]);
const MOST_FIELDS = 200;
const NAME = /^[a-zA-Z]{1,30}(?:-[\w-]{1,60})?$/;

/** Every text of a posted form as it stands, complete or not. Nothing is checked: it is only kept, and shown again to who typed it. */
export async function readTypedText(request: Request): Promise<Entered> {
  const form = await request.formData().catch(() => null);
  if (!form) throw new Response(null, { status: 400 });
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name === "stap" || !NAME.test(name) || Object.keys(fields).length >= MOST_FIELDS) continue;
    const known = fields[name];
    if (LISTS.has(name)) fields[name] = [...(Array.isArray(known) ? known : []), tidy(value)];
    else fields[name] ??= tidy(value);
  }
  return fields;
}

/** The version that a posted text was made from; null for a new proposal. */
export const versionBehind = (fields: Entered): number | null => {
  const raw = fields["basedOn"];
  return typeof raw === "string" && /^\d{1,5}$/.test(raw) ? Number(raw) : null;
};
