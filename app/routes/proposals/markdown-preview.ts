import { json, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { LIMITS } from "#app/domain/proposals/proposal.ts";
import { readForm } from "#app/platform/form.ts";
import { toHtml } from "#app/platform/markdown.ts";

/** A text as the portal will show it, for who is writing it. */
export async function action(args: ActionFunctionArgs) {
  await requireActor(args);
  const form = await readForm(args.request, z.object({ text: z.string().max(LIMITS.text, "too-long") }));
  if (!form.ok) return json({ html: "" }, 422);
  return json({ html: await toHtml(form.values.text) });
}
