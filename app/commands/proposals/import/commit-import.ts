import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { proposalNumber } from "#app/domain/proposals/number.ts";
import { LIMITS } from "#app/domain/proposals/proposal.ts";
import { later, MINUTE } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { slices } from "#app/platform/export/slices.ts";
import { inLargeTransaction } from "#db/large-transaction.ts";
import { recordAll } from "#db/queries/audit-batch.ts";
import { findControlIds } from "#db/queries/controls.ts";
import { lastOfNext } from "#db/queries/counters.ts";
import { insertDrafts, titleKeyOf, type ReadyDraft } from "#db/queries/proposal-import-writes.ts";
import { claimImport, findImport, finishImport, reopenImport, saveProgress, type ProposalImport } from "#db/queries/proposal-imports.ts";
import { findTargets } from "#db/queries/proposal-writes.ts";
import { versionHash } from "#db/queries/version-hash.ts";
import { readRows } from "./check-import.ts";
import { makeImportedSet } from "./make-imported-set.ts";

export type CommitRefusal = "not-found" | "not-allowed" | "import-closed" | "rows-wrong";
export interface Committed {
  readonly count: number;
  readonly first: string;
  readonly last: string;
}

interface Input {
  readonly id: string;
  /** the sentence for the chain that says from which file and row a proposal came; `original` is its number there, or "" */
  readonly origin: (fileName: string, place: number, original: string) => string;
}

/** An import that runs this long was cut off: the server stopped in the middle of it, and nothing of it was kept. */
export const STUCK_AFTER = 2 * MINUTE;
const BATCH = 40;
const PROGRESS_EVERY = 500;

/**
 * Makes a draft of every row, or of none. Everything that can be worked out beforehand is done in slices outside the
 * transaction; the transaction itself only writes, forty drafts per statement, with a record for each in the log.
 */
export async function commitImport(context: CommandContext, { id, origin }: Input): Promise<Result<Committed, CommitRefusal>> {
  const found = await findImport(context.db, id, personOf(context));
  if (!found) return refuse("not-found");
  if (!may(context.actor, "proposal.import", { bodyId: found.bodyId })) return refuse("not-allowed");
  if (found.problemCount > 0) return refuse("rows-wrong");
  if (!(await claimImport(context.db, id, context.now(), later(context.now(), -STUCK_AFTER)))) return refuse("import-closed");
  try {
    const drafts = await prepare(context, found, origin);
    const written = drafts === null || drafts.length === 0 ? null : await write(context, found, drafts);
    if (written) return accept(written);
    await reopenImport(context.db, id, context.now());
    return refuse("rows-wrong");
  } catch (error) {
    await reopenImport(context.db, id, context.now());
    throw error;
  }
}

/** Every row as a draft that is ready to be written; null when a row has become wrong since the check. */
async function prepare({ db, newId }: CommandContext, found: ProposalImport, origin: Input["origin"]): Promise<(ReadyDraft & { readonly place: number })[] | null> {
  const drafts: (ReadyDraft & { readonly place: number })[] = [];
  const ids = { components: new Map<string, string>(), needs: new Map<string, string>(), policyAreas: new Map<string, string>() };
  for await (const { row, proposal, problems } of readRows(db, found)) {
    if (problems.length > 0) return null;
    const { kind, tlp, original, ...text } = proposal;
    for (const list of ["components", "needs", "policyAreas"] as const) {
      for (const word of text[list]) {
        if (ids[list].has(word)) continue;
        const targets = await findTargets(db, { components: [], needs: [], policyAreas: [], [list]: [word] });
        const [target] = targets ? [...targets.components, ...targets.needs, ...targets.areas] : [];
        if (target === undefined) return null;
        ids[list].set(word, target);
      }
    }
    const of = (list: keyof typeof ids): string[] => text[list].map((word) => ids[list].get(word) ?? "");
    const targets = { components: of("components"), needs: of("needs"), areas: of("policyAreas"), controls: [] };
    const why = origin(found.fileName, row.place, original).slice(0, LIMITS.reason);
    drafts.push({ ...{ id: newId(), versionId: newId(), stepId: newId(), kind, tlp, text, targets, why }, place: row.place, titleKey: titleKeyOf(text.title), textHash: versionHash(text) });
    if (drafts.length % PROGRESS_EVERY === 0) await saveProgress(db, found.id, drafts.length);
  }
  const controls = await findControlIds(db, drafts.flatMap(({ text }) => text.controls));
  return drafts.map((draft) => ({ ...draft, targets: { ...draft.targets, controls: [...new Set(draft.text.controls.flatMap((name) => controls.get(name) ?? []))] } }));
}

function write(context: CommandContext, found: ProposalImport, drafts: readonly (ReadyDraft & { readonly place: number })[]): Promise<Committed | null> {
  return inLargeTransaction(context.db, async (trx) => {
    const breathe = slices();
    const { prefix } = found.body;
    const lastSerial = await lastOfNext(trx, `proposal:${prefix}`, drafts.length);
    const numbered = drafts.map((draft, index) => ({ ...draft, number: proposalNumber(prefix, lastSerial - drafts.length + index + 1) }));
    const [first, last] = [numbered[0]?.number ?? "", numbered.at(-1)?.number ?? ""];
    const at = context.now();
    if (!(await finishImport(trx, found.id, { first, last, at }))) return null;
    for (let from = 0; from < numbered.length; from += BATCH) {
      await insertDrafts(trx, numbered.slice(from, from + BATCH), { bodyId: found.bodyId, authorId: personOf(context), at });
      await breathe();
    }
    const drafted = numbered.map(({ id, number, kind, tlp, textHash, why }) => ({ act: "proposal.draft" as const, subject: { kind: "proposal", id }, payload: { number, kind, tlp, version: 1, textHash, origin: why, import: found.id } }));
    const imported = { act: "proposal.import" as const, subject: { kind: "import", id: found.id }, payload: { file: found.fileName, fileHash: found.fileHash, count: drafts.length, first, last } };
    await recordAll(trx, context, found.bodyId, [imported, ...drafted], breathe);
    if (found.outline !== null) await makeImportedSet(trx, context, found, numbered);
    return { count: drafts.length, first, last };
  });
}
