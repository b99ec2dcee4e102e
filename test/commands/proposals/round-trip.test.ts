import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkImport } from "#app/commands/proposals/import/check-import.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { MOSCOW } from "#app/domain/proposals/proposal.ts";
import { TLP } from "#app/domain/access/visibility.ts";
import { tidy } from "#app/platform/form.ts";
import { TABLE_FORMATS } from "#app/platform/export/write-table.ts";
import { proposalCells, proposalFileText } from "#app/text/proposal-file.ts";
import { exportProposals, type ExportedProposal } from "#db/queries/proposal-export.ts";
import { aDraftingTable } from "#test/support/drafting.ts";
import { imported } from "#test/support/importing.ts";
import { aTableFile } from "#test/support/tables.ts";
import type { Chamber } from "#test/support/voting.ts";

const AWKWARD = ["=1+1", "'=2", "- punt\n- nog een", '| a | b |\n|---|---|\n| "x" | y; |', "**vet** en `code`\n\n> citaat", "één ë € 🙂", "a;b,c\td", "@naam", "+31 6", "_x0041_", "Regel één\n\nRegel twee"];
const typedText = (max: number) => fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: "grapheme", maxLength: max })).map((text) => tidy(text).replace(/\p{Surrogate}/gu, "").replace(/[\u0080-\u009f\ufffe\uffff\ufffd]/gu, "").trim());
const oneLine = (max: number) => typedText(max).map((text) => text.replace(/\s*\n\s*/g, " ").slice(0, 100));

const aDrafted = fc.record({
  title: oneLine(40).map((text) => text || "Titel"),
  statement: typedText(80).map((text) => text || "Tekst"),
  rationale: typedText(60),
  acceptance: typedText(60),
  source: oneLine(30),
  moscow: fc.constantFrom(...MOSCOW),
  weight: fc.integer({ min: 1, max: 100 }),
  kind: fc.constantFrom("eis" as const, "wens" as const),
  tlp: fc.constantFrom(...TLP),
  components: fc.subarray(["ggi-veilig", "ggi-netwerk"]),
  needs: fc.subarray(["BEH-001"]),
  policyAreas: fc.subarray(["informatieveiligheid"]),
  controls: fc.uniqueArray(oneLine(20).filter((text) => text !== ""), { maxLength: 3 }),
});

/** Everything that a proposal says; not its number, its dates or why the version came. */
const said = ({ title, statement, rationale, acceptance, source, moscow, weight, kind, tlp, components, needs, policyAreas, controls }: ExportedProposal) => ({ title, statement, rationale, acceptance, source, moscow, weight, kind, tlp, components, needs, policyAreas, controls });

async function exported(chamber: Chamber): Promise<ExportedProposal[]> {
  const { actor } = await chamber.as("sam");
  const all: ExportedProposal[] = [];
  for await (const proposal of exportProposals(chamber.db, actor, { today: "2026-11-05" as never }, "number")) all.push(proposal);
  return all;
}

describe.each(TABLE_FORMATS)("proposals downloaded as %s", (format) => {
  test("and imported again are the same proposals", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aDrafted, { minLength: 1, maxLength: 4 }), async (drafts) => {
        const chamber = await aDraftingTable();
        const secretary = await chamber.as("sam");
        for (const draft of drafts) {
          const made = await draftProposal(secretary, { ...draft, body: "veilig" });
          if (!made.ok) throw new Error(made.refusal);
        }
        const before = await exported(chamber);
        const file = await aTableFile(format, proposalFileText.head, before.map(proposalCells));
        expect(await imported(secretary, file, { fileName: `voorstellen.${format}` })).toMatchObject({ ok: true, value: { count: drafts.length } });
        const after = (await exported(chamber)).slice(before.length);
        expect(after.map(said)).toEqual(before.map(said));
      }),
      { numRuns: 8 },
    );
  });
});

test("a file with a wrong row names it and leaves the check to be done again", async () => {
  const chamber = await aDraftingTable();
  expect(await checkImport(await chamber.as("sam"), { id: "weg", mapping: [], defaults: { kind: "eis", moscow: "must", weight: null, tlp: "CLEAR" } })).toEqual({ ok: false, refusal: "not-found" });
});
