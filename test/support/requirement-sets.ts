import { addChapter } from "#app/commands/requirement-sets/add-chapter.ts";
import { addRequirements } from "#app/commands/requirement-sets/add-requirements.ts";
import { freezeRequirementSet } from "#app/commands/requirement-sets/freeze-requirement-set.ts";
import { startRequirementSet, type NewSet } from "#app/commands/requirement-sets/start-requirement-set.ts";
import { draftProposal, type Draft } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { findConcept, findNewestEdition, type Edition } from "#db/queries/requirement-sets.ts";
import { aText } from "#test/support/drafting.ts";
import { done } from "#test/support/meeting.ts";
import { aPortal, type Portal } from "#test/support/portal.ts";

/** An adopted proposal of Expertgroep GGI-Netwerk; how it was adopted is what the tests of voting show. Answers its number. */
export async function adopted(portal: Portal, title: string, changes: Partial<Draft> = {}): Promise<string> {
  const input = { ...aText({ title, statement: `De leverancier regelt dit: ${title}.`, components: ["ggi-netwerk"], needs: ["BH-001"] }), body: "netwerk", kind: "eis" as const, tlp: "CLEAR" as const, ...changes };
  const { number } = done(await draftProposal(await portal.actingAs(`lid1.${input.body}`), input));
  done(await putUnderDiscussion(await portal.actingAs(`voorzitter.${input.body}`), { number }));
  await portal.db.updateTable("proposal").set({ state: "adopted" }).where("number", "=", number).execute();
  return number;
}

export const aSet = (changes: Partial<NewSet> = {}): NewSet => ({ component: "ggi-netwerk", title: "GGI-Netwerk koppeling", lot: "", intro: "Voor leveranciers.", tlp: "CLEAR", ...changes });

/** A portal with a concept of two chapters, the second with a section, and a requirement in the first chapter and in the section. */
export async function aProgramme(changes: Partial<NewSet> = {}) {
  const portal = await aPortal();
  const secretary = await portal.actingAs("secretaris.netwerk");
  const [first, second] = [await adopted(portal, "Koppeling werkt altijd"), await adopted(portal, "Storing binnen het uur melden")];
  const { slug } = done(await startRequirementSet(secretary, aSet(changes)));
  const chapter = async (title: string, parentId: string | null = null) => done(await addChapter(secretary, { slug, title, intro: "", parentId })).id;
  const general = await chapter("Algemeen");
  const reporting = await chapter("Melden");
  const section = await chapter("Storingen", reporting);
  done(await addRequirements(secretary, { slug, chapterId: general, proposals: [first] }));
  done(await addRequirements(secretary, { slug, chapterId: section, proposals: [second] }));
  return { ...portal, secretary, slug, first, second, chapters: { general, reporting, section } };
}

export type Programme = Awaited<ReturnType<typeof aProgramme>>;

export async function conceptOf({ db, secretary, slug }: Pick<Programme, "db" | "secretary" | "slug">): Promise<Edition> {
  const concept = await findConcept(db, secretary.actor, slug);
  if (!concept) throw new Error("there is no concept");
  return concept;
}

/** Freezes the concept as it is now. */
export async function frozen(programme: Pick<Programme, "db" | "secretary" | "slug">, note = "Voor de aanbesteding."): Promise<Edition> {
  const { revision } = await conceptOf(programme);
  done(await freezeRequirementSet(programme.secretary, { slug: programme.slug, note, seen: revision }));
  const edition = await findNewestEdition(programme.db, programme.secretary.actor, programme.slug);
  if (!edition) throw new Error("nothing was frozen");
  return edition;
}
