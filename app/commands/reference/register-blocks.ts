import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { sha256 } from "#db/hash.ts";
import { insertBlock, type NewBlock } from "#db/queries/building-blocks.ts";
import { insertControls } from "#db/queries/reference.ts";
import { indexBuildingBlock } from "#db/search-index.ts";

interface Library {
  readonly controls: readonly { readonly id: string; readonly framework: string; readonly edition: string; readonly number: string; readonly title: string; readonly summary: string; readonly mapsTo: string | null }[];
  readonly blocks: readonly NewBlock[];
}

/** Loads the library of building blocks with the controls they help with: one record in the log, with a hash over the texts. */
export function registerBlocks(context: CommandContext, { controls, blocks }: Library): Promise<Result<number, "not-allowed">> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "block.register")) return refuse("not-allowed");
    await insertControls(trx, controls);
    for (const block of blocks) {
      await insertBlock(trx, block, context.now());
      await indexBuildingBlock(trx, block.id);
    }
    const hash = sha256(canonicalJson(blocks.map(({ code, title, statement, explanation }) => ({ code, title, statement, explanation }))));
    await record(trx, context, { act: "block.register", bodyId: null, subject: { kind: "reference", id: "bouwstenen" }, payload: { count: blocks.length, hash } });
    return accept(blocks.length);
  });
}
