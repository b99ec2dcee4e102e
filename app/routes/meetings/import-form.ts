import { LONGEST_MINUTES } from "#app/domain/meetings/minutes-import/read-minutes.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { isShownAgain, type FieldProblem } from "#app/platform/form.ts";
import { optionalDay } from "#app/platform/schemas/meetings.ts";

export interface ImportRequest {
  readonly body: string;
  readonly text: string;
  readonly path: string;
  readonly day: Day | null;
  readonly isConfirmed: boolean;
  readonly withNames: boolean;
  readonly candidates: readonly number[];
}

/**
 * Reads the posted form: a file or a pasted text. Minutes keep every character that they had, so nothing is tidied here.
 * Throws a 400 when the body is no form.
 */
export async function readImport(request: Request): Promise<{ values: ImportRequest; problems: Readonly<Record<string, FieldProblem | undefined>> }> {
  const form = await request.formData().catch(() => null);
  if (!form) throw new Response(null, { status: 400 });
  const field = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const file = form.get("file");
  const uploaded = file instanceof File && file.size > 0 ? file : null;
  const tooLarge = uploaded !== null && uploaded.size > LONGEST_MINUTES * 4;
  const text = (uploaded && !tooLarge ? await uploaded.text() : field("text")).replace(/\r\n?/g, "\n").replaceAll("\u0000", "");
  const day = optionalDay.safeParse(field("day").trim());
  return {
    values: {
      body: field("body"),
      text,
      path: (uploaded?.name ?? field("path")).slice(0, 300),
      day: day.success ? day.data : null,
      isConfirmed: field("stap") === "overnemen" && !isShownAgain(form),
      withNames: field("names") === "ja" || field("stap") !== "overnemen",
      candidates: form.getAll("kandidaat").flatMap((value) => (/^\d{1,6}$/.test(String(value)) ? [Number(value)] : [])),
    },
    problems: {
      ...(text.trim() === "" && { text: tooLarge ? "too-long" : "required" }),
      ...(text.length > LONGEST_MINUTES && { text: "too-long" }),
      ...(!day.success && { day: "not-a-date" }),
    },
  };
}
