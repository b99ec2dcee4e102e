import type { CommandContext } from "#app/commands/context.ts";
import { checkImport } from "#app/commands/proposals/import/check-import.ts";
import { commitImport, type CommitRefusal, type Committed } from "#app/commands/proposals/import/commit-import.ts";
import { startImport } from "#app/commands/proposals/import/start-import.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { findImport } from "#db/queries/proposal-imports.ts";

export const origin = (file: string, place: number, original: string): string => `Uit ${file}, rij ${place}${original === "" ? "" : ` (${original})`}`;

/** A file that was read, with the columns as the portal guesses them; answers its id. */
export async function anImport(context: CommandContext, content: string | Uint8Array, { body = "veilig", fileName = "eisen.csv" } = {}): Promise<string> {
  const started = await startImport(context, { body, fileName, bytes: typeof content === "string" ? Buffer.from(content) : content });
  if (!started.ok) throw new Error(started.refusal);
  const found = await findImport(context.db, started.value.id, context.actor.id ?? "");
  const checked = await checkImport(context, { id: started.value.id, mapping: found!.mapping, defaults: found!.defaults });
  if (!checked.ok) throw new Error(checked.refusal);
  return started.value.id;
}

/** The same, taken over. */
export async function imported(context: CommandContext, content: string | Uint8Array, where: { body?: string; fileName?: string } = {}): Promise<Result<Committed, CommitRefusal>> {
  return commitImport(context, { id: await anImport(context, content, where), origin });
}
