import type { CommandContext } from "#app/commands/context.ts";
import type { FiledRequirement } from "#app/text/requirement-set-file.ts";
import { findOutline, listDecisionsBehind, listRequirementTexts, namesOfTargets, type OutlineChapter } from "#db/queries/requirement-outlines.ts";
import type { Edition } from "#db/queries/requirement-sets.ts";

const PAGE = 100;

export type FiledLine =
  | { readonly kind: "chapter"; readonly number: string; readonly depth: 1 | 2; readonly chapter: OutlineChapter }
  | { readonly kind: "requirement"; readonly id: string; readonly depth: 1 | 2; readonly requirement: FiledRequirement };

/** An edition line by line with every text, a hundred requirements at a time: the whole of it never stands in memory. */
export async function* filedLines({ db, actor, now }: CommandContext, edition: Edition): AsyncGenerator<FiledLine> {
  const { lines } = await findOutline(db, actor, edition.id);
  const names = await namesOfTargets(db);
  let chapter = "";
  for (let from = 0; from < lines.length; from += PAGE) {
    const page = lines.slice(from, from + PAGE);
    const own = page.flatMap((line) => (line.kind === "requirement" ? [line.requirement] : []));
    const texts = await listRequirementTexts(db, own.map(({ id }) => id));
    const decisions = await listDecisionsBehind(db, actor, own.map(({ proposalId }) => proposalId), now());
    for (const line of page) {
      if (line.kind === "chapter") {
        chapter = `${line.number} ${line.chapter.title}`;
        yield { kind: "chapter", number: line.number, depth: line.depth, chapter: line.chapter };
        continue;
      }
      const { id, proposal, proposalId, version, kind, weight, tlp } = line.requirement;
      const text = texts.get(id);
      if (!text) continue;
      const named = (slugs: readonly string[]): string[] => slugs.map((slug) => names.get(slug) ?? slug);
      yield {
        ...{ kind: "requirement", id, depth: line.depth },
        requirement: {
          ...{ at: line.number, chapter, proposal, version, kind, weight, tlp, title: text.title, statement: text.statement, rationale: text.rationale, acceptance: text.acceptance, source: text.source, moscow: text.moscow },
          ...{ components: named(text.components), needs: text.needs, policyAreas: named(text.policyAreas), controls: text.controls },
          decisions: decisions.filter((one) => one.proposalId === proposalId).map(({ number }) => number),
        },
      };
    }
  }
}

/** Only the requirements, for a table. */
export async function* filedRequirements(context: CommandContext, edition: Edition): AsyncGenerator<FiledRequirement> {
  for await (const line of filedLines(context, edition)) if (line.kind === "requirement") yield line.requirement;
}
