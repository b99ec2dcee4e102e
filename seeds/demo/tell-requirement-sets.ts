import type { CommandContext } from "#app/commands/context.ts";
import { addChapter } from "#app/commands/requirement-sets/add-chapter.ts";
import { addRequirements } from "#app/commands/requirement-sets/add-requirements.ts";
import { freezeRequirementSet } from "#app/commands/requirement-sets/freeze-requirement-set.ts";
import { moveRequirement } from "#app/commands/requirement-sets/move-requirement.ts";
import { removeRequirement } from "#app/commands/requirement-sets/remove-requirement.ts";
import { startRequirementSet } from "#app/commands/requirement-sets/start-requirement-set.ts";
import { succeedRequirementSet } from "#app/commands/requirement-sets/succeed-requirement-set.ts";
import { findWholeOutline } from "#db/queries/requirement-outlines.ts";
import { findConcept } from "#db/queries/requirement-sets.ts";
import { SETS, type StoryChapter, type StoryNext, type StorySet } from "./requirement-sets.ts";
import { known, must, type Stage } from "./stage.ts";

/** The programma's van eisen: begun, filled with what was adopted, frozen, and succeeded. */
export function tellRequirementSets(stage: Stage): void {
  for (const set of SETS) {
    let slug = "";
    stage.at(set.begun, 10, async ({ as }) => void (slug = await begin(stage, await as(set.keeper), set)));
    if (set.frozen !== undefined) stage.at(set.frozen.day, 15, async ({ as }) => freeze(await as(set.keeper), slug, set.frozen?.note ?? ""));
    const { next } = set;
    if (next === undefined) continue;
    stage.at(next.begun, 10, async ({ as }) => change(stage, await as(set.keeper), slug, next));
    stage.at(next.frozen.day, 15, async ({ as }) => freeze(await as(set.keeper), slug, next.frozen.note));
  }
}

async function begin(stage: Stage, context: CommandContext, { component, title, lot = "", intro, tlp, chapters }: StorySet): Promise<string> {
  const { slug } = must(await startRequirementSet(context, { component, title, lot, intro, tlp }), title);
  for (const chapter of chapters) await fill(stage, context, slug, chapter, null);
  return slug;
}

async function fill(stage: Stage, context: CommandContext, slug: string, { title, intro = "", requirements, sections = [] }: StoryChapter, parentId: string | null): Promise<void> {
  const { id } = must(await addChapter(context, { slug, title, intro, parentId }), title);
  await add(stage, context, slug, id, requirements);
  for (const section of sections) await fill(stage, context, slug, section, id);
}

async function add(stage: Stage, context: CommandContext, slug: string, chapterId: string, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) must(await addRequirements(context, { slug, chapterId, proposals: keys.map((key) => known(stage.book.proposals, key).number) }), `requirements of ${slug}`);
}

async function change(stage: Stage, context: CommandContext, slug: string, { removed, added, moved }: StoryNext): Promise<void> {
  must(await succeedRequirementSet(context, { slug }), `next version of ${slug}`);
  const lines = async () => findWholeOutline(context.db, (await conceptOf(context, slug)).id);
  const requirement = async (key: string): Promise<string> => {
    const { number } = known(stage.book.proposals, key);
    return (await lines()).flatMap((line) => (line.kind === "requirement" && line.requirement.proposal === number ? [line.requirement.id] : []))[0] ?? "";
  };
  for (const key of removed) must(await removeRequirement(context, { slug, requirementId: await requirement(key) }), key);
  for (const [title, keys] of Object.entries(added)) {
    const present = (await lines()).flatMap((line) => (line.kind === "chapter" && line.chapter.title === title ? [line.chapter.id] : []))[0];
    await add(stage, context, slug, present ?? must(await addChapter(context, { slug, title, intro: "", parentId: null }), title).id, keys);
  }
  for (const [key, title] of Object.entries(moved)) {
    const chapterId = (await lines()).flatMap((line) => (line.kind === "chapter" && line.chapter.title === title ? [line.chapter.id] : []))[0] ?? "";
    must(await moveRequirement(context, { slug, requirementId: await requirement(key), to: { chapterId } }), key);
  }
}

async function freeze(context: CommandContext, slug: string, note: string): Promise<void> {
  must(await freezeRequirementSet(context, { slug, note, seen: (await conceptOf(context, slug)).revision }), `freezing ${slug}`);
}

async function conceptOf({ db, actor }: CommandContext, slug: string) {
  const concept = await findConcept(db, actor, slug);
  if (!concept) throw new Error(`${slug} has no concept`);
  return concept;
}
