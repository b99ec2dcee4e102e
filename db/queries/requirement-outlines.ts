import { sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { ProposalState, ProposalText } from "#app/domain/proposals/proposal.ts";
import { outlineOf, type OutlineLine } from "#app/domain/requirement-sets/outline.ts";
import type { RequirementKind } from "#app/domain/requirement-sets/requirement-set.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { knownTo } from "./decisions.ts";
import { visibleTo } from "./visibility.ts";

export interface OutlineChapter {
  readonly id: string;
  readonly originId: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly title: string;
  readonly intro: string;
}

export interface OutlineRequirement {
  readonly id: string;
  readonly chapterId: string;
  readonly position: number;
  readonly proposalId: string;
  readonly proposal: string;
  readonly title: string;
  readonly version: number;
  readonly kind: RequirementKind;
  readonly weight: number | null;
  readonly tlp: Tlp;
  readonly state: ProposalState;
  readonly currentVersion: number;
  readonly textHash: string;
}

export type Line = OutlineLine<OutlineChapter, OutlineRequirement>;

/** An edition in the order of reading, without the long texts. */
export interface Outline {
  readonly lines: readonly Line[];
  /** requirements that are numbered along but not shown, for their label has become stricter than this reader may see */
  readonly hidden: number;
}

/** The whole outline of an edition that the caller may read, numbered; a requirement that the actor may not see keeps its number and is left out. */
export async function findOutline(db: Db, actor: Actor, setId: string): Promise<Outline> {
  const chapters = await listChapters(db, setId);
  const isSeen = sql<number>`case when ${visibleTo(actor, "proposal", { shared: "shared_at" })} then 1 else 0 end`;
  const requirements = await placements(db, setId).select(isSeen.as("is_seen")).execute();
  const seen = new Set(requirements.flatMap(({ id, is_seen }) => (is_seen === 1 ? [id] : [])));
  const lines = outlineOf(chapters, requirements.map(toRequirement));
  return { lines: lines.filter((line) => line.kind === "chapter" || seen.has(line.requirement.id)), hidden: requirements.length - seen.size };
}

/** The same for commands and the check, which count every requirement. */
export async function findWholeOutline(db: Db, setId: string): Promise<Line[]> {
  return outlineOf(await listChapters(db, setId), (await placements(db, setId).execute()).map(toRequirement));
}

export async function listChapters(db: Db, setId: string): Promise<OutlineChapter[]> {
  return db.selectFrom("requirement_chapter").select(["id", "origin_id as originId", "parent_id as parentId", "position", "title", "intro"]).where("set_id", "=", setId).orderBy("position").orderBy("id").execute();
}

/** What a requirement says, with where it came from. */
export interface RequirementText extends ProposalText {
  readonly components: readonly string[];
  readonly needs: readonly string[];
  readonly policyAreas: readonly string[];
  readonly controls: readonly string[];
  readonly textHash: string;
}

/** The texts of these requirements by their id: one page of an edition at a time. */
export async function listRequirementTexts(db: Db, ids: readonly string[]): Promise<Map<string, RequirementText>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("requirement")
    .innerJoin("proposal_version as version", (join) => join.onRef("version.proposal_id", "=", "requirement.proposal_id").onRef("version.number", "=", "requirement.version"))
    .select(["requirement.id", "version.title", "version.statement", "version.rationale", "version.acceptance", "version.source", "version.moscow", "version.weight", "version.text_hash"])
    .select(["version.components", "version.needs", "version.policy_areas", "version.controls"])
    .where("requirement.id", "in", [...ids])
    .execute();
  const list = (json: string): string[] => JSON.parse(json) as string[];
  return new Map(
    rows.map(({ id, title, statement, rationale, acceptance, source, moscow, weight, text_hash, ...row }) => [
      id,
      { title, statement, rationale, acceptance, source, moscow, weight, textHash: text_hash, components: list(row.components), needs: list(row.needs), policyAreas: list(row.policy_areas), controls: list(row.controls) },
    ]),
  );
}

export interface DecisionBehind {
  readonly proposalId: string;
  readonly number: string;
  readonly decidedOn: string;
  readonly bodyName: string;
}

/** The decisions about these proposals that the actor may know of, oldest first: why each requirement is one. */
export async function listDecisionsBehind(db: Db, actor: Actor, proposalIds: readonly string[], now: Instant): Promise<DecisionBehind[]> {
  if (proposalIds.length === 0) return [];
  const rows = await db
    .selectFrom("decision")
    .innerJoin("body", "body.id", "decision.body_id")
    .select(["decision.proposal_id", "decision.number", "decision.decided_on", "body.name"])
    .where("decision.proposal_id", "in", [...proposalIds])
    .where(knownTo(actor, now))
    .where(visibleTo(actor, "decision"))
    .orderBy("decision.decided_on")
    .orderBy("decision.number")
    .execute();
  return rows.flatMap(({ proposal_id, number, decided_on, name }) => (proposal_id === null ? [] : [{ proposalId: proposal_id, number, decidedOn: decided_on, bodyName: name }]));
}

/** The names by which people know components and policy areas. */
export async function namesOfTargets(db: Db): Promise<Map<string, string>> {
  const [components, areas] = [await db.selectFrom("component").select(["slug", "name"]).execute(), await db.selectFrom("policy_area").select(["slug", "name"]).execute()];
  return new Map([...components, ...areas].map(({ slug, name }) => [slug, name]));
}

const placements = (db: Db, setId: string) =>
  db
    .selectFrom("requirement")
    .innerJoin("proposal", "proposal.id", "requirement.proposal_id")
    .innerJoin("proposal_version as version", (join) => join.onRef("version.proposal_id", "=", "requirement.proposal_id").onRef("version.number", "=", "requirement.version"))
    .select(["requirement.id", "requirement.chapter_id", "requirement.position", "requirement.proposal_id", "requirement.version", "requirement.weight"])
    .select(["proposal.number", "proposal.kind", "proposal.tlp", "proposal.state", "proposal.current_version", "version.title", "version.text_hash"])
    .where("requirement.set_id", "=", setId)
    .orderBy("requirement.position")
    .orderBy("requirement.id");

type Row = Awaited<ReturnType<ReturnType<typeof placements>["executeTakeFirstOrThrow"]>>;

const toRequirement = (row: Row): OutlineRequirement => ({
  ...{ id: row.id, chapterId: row.chapter_id, position: row.position, proposalId: row.proposal_id, proposal: row.number, title: row.title, version: row.version },
  ...{ kind: row.kind === "wens" ? "wens" : "eis", weight: row.weight, tlp: row.tlp, state: row.state, currentVersion: row.current_version, textHash: row.text_hash },
});
