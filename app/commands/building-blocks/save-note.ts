import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findNoteOf, listBlocks, upsertNote } from "#db/queries/building-blocks.ts";

export interface NoteInput {
  /** null: a new note */
  readonly id: string | null;
  readonly title: string;
  readonly blocks: readonly { readonly slug: string; readonly adapted: string }[];
}

export type NoteRefusal = "not-allowed" | "not-found" | "title-missing" | "no-blocks" | "block-unknown";

/** Keeps a note for the person who made it; nobody else reads it. */
export function saveNote(context: CommandContext, { id, title, blocks }: NoteInput): Promise<Result<{ id: string }, NoteRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "note.save")) return refuse("not-allowed");
    const personId = personOf(context);
    if (id !== null && !(await findNoteOf(trx, id, personId))) return refuse("not-found");
    if (title.trim() === "") return refuse("title-missing");
    if (blocks.length === 0) return refuse("no-blocks");
    const known = await listBlocks(trx, blocks.map(({ slug }) => slug));
    if (known.length !== new Set(blocks.map(({ slug }) => slug)).size) return refuse("block-unknown");

    const noteId = id ?? context.newId();
    await upsertNote(trx, { id: noteId, personId, organisationId: context.actor.organisation?.id ?? null, title: title.trim(), blocks, at: context.now() });
    await record(trx, context, { act: "note.save", bodyId: null, subject: { kind: "policy_note", id: noteId }, payload: { blocks: blocks.map(({ slug }) => slug) } });
    return accept({ id: noteId });
  });
}
