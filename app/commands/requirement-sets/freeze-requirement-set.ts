import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { mayFreeze, problemsOf } from "#app/domain/requirement-sets/completeness.ts";
import { canonicalContent } from "#app/domain/requirement-sets/content.ts";
import { SET_LIMITS, type SetRefusal } from "#app/domain/requirement-sets/requirement-set.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { slices } from "#app/platform/export/slices.ts";
import { inTransaction } from "#db/client.ts";
import { sha256 } from "#db/hash.ts";
import { record } from "#db/queries/audit.ts";
import { lockProposals } from "#db/queries/portfolio-writes.ts";
import { contentOf, findCheckedSet } from "#db/queries/requirement-checks.ts";
import { findWholeOutline } from "#db/queries/requirement-outlines.ts";
import { findConcept, listEditions } from "#db/queries/requirement-sets.ts";
import { claimEdition, insertFreeze, writeNumbers } from "#db/queries/requirement-set-writes.ts";

interface Freeze {
  readonly slug: string;
  /** why this edition, and why it is frozen with remarks when there are */
  readonly note: string;
  /** the revision of the concept that the page showed: nobody freezes what somebody changed meanwhile */
  readonly seen: number;
}

/**
 * Freezes the concept: numbered, with a fingerprint over everything it says; from then on the database itself refuses every change.
 * Refusals: not-found, not-allowed, frozen, changed-meanwhile, incomplete, note-missing (remarks need a reason).
 */
export function freezeRequirementSet(context: CommandContext, { slug, note, seen }: Freeze): Promise<Result<{ version: number; fingerprint: string }, SetRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const [newest] = await listEditions(trx, context.actor, slug);
    if (!newest) return refuse("not-found");
    if (!may(context.actor, "requirement-set.freeze", { bodyId: newest.bodyId })) return refuse("not-allowed");
    const edition = await findConcept(trx, context.actor, slug);
    if (!edition) return refuse("frozen");
    if (edition.revision !== seen) return refuse("changed-meanwhile");
    await lockProposals(trx, (await findWholeOutline(trx, edition.id)).flatMap((line) => (line.kind === "requirement" ? [line.requirement.proposalId] : [])));
    const lines = await findWholeOutline(trx, edition.id);
    const requirements = lines.flatMap((line) => (line.kind === "requirement" ? [{ ...line.requirement, number: line.number }] : []));
    const problems = problemsOf(await findCheckedSet(trx, edition, lines));
    const last = requirements.at(-1);
    if (!mayFreeze(problems) || !last) return refuse("incomplete");
    if (note.length > SET_LIMITS.note || (problems.length > 0 && note.trim() === "")) return refuse("note-missing");

    if (!(await claimEdition(trx, edition, context.now()))) return refuse("changed-meanwhile");
    const chapters = lines.flatMap((line) => (line.kind === "chapter" ? [{ ...line.chapter, number: line.number }] : []));
    const fingerprint = sha256(canonicalJson(canonicalContent(contentOf(edition, lines))));
    const breathe = slices();
    await writeNumbers(trx, "requirement_chapter", chapters, breathe);
    await writeNumbers(trx, "requirement", requirements, breathe);
    const { id, seriesId, bodyId, tlp, version } = edition;
    if (!(await insertFreeze(trx, { setId: id, seriesId, lastRequirementId: last.id, fingerprint, tlp, note: note.trim(), by: personOf(context), at: context.now() }))) return refuse("frozen");
    await record(trx, context, { act: "requirement-set.freeze", bodyId, subject: { kind: "requirement_set", id }, payload: { slug, version, fingerprint, requirements: requirements.length, remarks: problems.length } });
    return accept({ version, fingerprint });
  });
}
