import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { SetRefusal } from "#app/domain/requirement-sets/requirement-set.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findWholeOutline } from "#db/queries/requirement-outlines.ts";
import { listEditions } from "#db/queries/requirement-sets.ts";
import { insertChapters, insertEdition, insertRequirements } from "#db/queries/requirement-set-writes.ts";

/** Makes the concept of the next version from the newest frozen one: the same chapters, requirements and weights. Refusals: not-found, not-allowed, concept-exists. */
export function succeedRequirementSet(context: CommandContext, { slug }: { slug: string }): Promise<Result<{ version: number }, SetRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const [newest] = await listEditions(trx, context.actor, slug);
    if (!newest) return refuse("not-found");
    if (!may(context.actor, "requirement-set.succeed", { bodyId: newest.bodyId })) return refuse("not-allowed");
    if (newest.frozen === null) return refuse("concept-exists");
    const [id, version, at] = [context.newId(), newest.version + 1, context.now()];
    const { seriesId, title, lot, intro, bodyId } = newest;
    if (!(await insertEdition(trx, { id, seriesId, version, title, lot, intro, createdBy: personOf(context), at }))) return refuse("concept-exists");

    const lines = await findWholeOutline(trx, newest.id);
    const ids = new Map(lines.flatMap((line) => (line.kind === "chapter" ? [[line.chapter.id, context.newId()] as const] : [])));
    const now = (chapterId: string): string => ids.get(chapterId) ?? chapterId;
    await insertChapters(
      trx,
      lines.flatMap((line) => (line.kind === "chapter" ? [{ ...line.chapter, id: now(line.chapter.id), setId: id, parentId: line.chapter.parentId && now(line.chapter.parentId) }] : [])),
    );
    await insertRequirements(
      trx,
      lines.flatMap((line) => (line.kind === "requirement" ? [{ ...line.requirement, id: context.newId(), setId: id, chapterId: now(line.requirement.chapterId) }] : [])),
    );
    await record(trx, context, { act: "requirement-set.succeed", bodyId, subject: { kind: "requirement_set", id }, payload: { slug, version, from: newest.version } });
    return accept({ version });
  });
}
