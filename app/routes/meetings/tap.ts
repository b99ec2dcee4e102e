import { z } from "zod";
import type { CommandContext } from "#app/commands/context.ts";
import { recordPresence } from "#app/commands/meetings/record-presence.ts";
import { readForm } from "#app/platform/form.ts";
import { unreadable } from "#app/platform/http.ts";

const form = z.object({ tik: z.string().regex(/^[\w.-]{1,64}:(?:aanwezig|afwezig)$/) });

/** One tap: who, and whether that person is there. */
export async function tap(context: CommandContext, request: Request, meetingId: string) {
  const read = await readForm(request, form);
  if (!read.ok) return unreadable();
  const [personId = "", state] = read.values.tik.split(":");
  return recordPresence(context, { meetingId, personId, state: state === "aanwezig" ? "aanwezig" : "afwezig" });
}
