import type { Actor } from "#app/domain/access/actor.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { ProposalText } from "#app/domain/proposals/proposal.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { listProposals, type ListedProposal, type ProposalFilter, type Sort } from "./proposal-lists.ts";

const PAGE = 250;

/** A proposal with everything that its newest version says; lists by the words of the portal: names, and numbers of needs. */
export interface ExportedProposal extends ProposalText, Pick<ListedProposal, "number" | "kind" | "state" | "bodyName" | "version" | "updatedAt"> {
  readonly tlp: Tlp;
  readonly components: readonly string[];
  readonly needs: readonly string[];
  readonly policyAreas: readonly string[];
  readonly controls: readonly string[];
  readonly why: string;
  readonly authorName: string;
  readonly versionAt: Instant;
}

/** Every proposal of a list that this actor may see, in its order, a page at a time: a long list never stands in memory whole. */
export async function* exportProposals(db: Db, actor: Actor, filter: ProposalFilter, sort: Sort): AsyncGenerator<ExportedProposal> {
  const names = await namesBySlug(db);
  for (let after: string | null = null; ; ) {
    const { proposals, next } = await listProposals(db, actor, filter, { sort, after, size: PAGE });
    const texts = await listTexts(db, proposals.map(({ number }) => number));
    for (const { number, kind, state, bodyName, version, updatedAt, tlp } of proposals) {
      const text = texts.get(number);
      if (!text) continue;
      const listOf = (json: string): string[] => JSON.parse(json) as string[];
      const named = (json: string): string[] => listOf(json).map((slug) => names.get(slug) ?? slug);
      yield {
        ...{ number, kind, state, bodyName, version, updatedAt, tlp, title: text.title, statement: text.statement, rationale: text.rationale, acceptance: text.acceptance, source: text.source },
        ...{ moscow: text.moscow, weight: text.weight, components: named(text.components), needs: listOf(text.needs), policyAreas: named(text.policy_areas), controls: listOf(text.controls) },
        ...{ why: text.why, authorName: text.author_name, versionAt: text.created_at },
      };
    }
    if (next === null) return;
    after = next;
  }
}

async function listTexts(db: Db, numbers: readonly string[]) {
  if (numbers.length === 0) return new Map<string, never>();
  const rows = await db
    .selectFrom("proposal")
    .innerJoin("proposal_version as version", (join) => join.onRef("version.proposal_id", "=", "proposal.id").onRef("version.number", "=", "proposal.current_version"))
    .innerJoin("person", "person.id", "version.author_id")
    .select(["proposal.number as proposal_number", "version.title", "version.statement", "version.rationale", "version.acceptance", "version.source", "version.moscow", "version.weight"])
    .select(["version.components", "version.needs", "version.policy_areas", "version.controls", "version.why", "version.created_at", "person.name as author_name"])
    .where("proposal.number", "in", [...numbers])
    .execute();
  return new Map(rows.map((row) => [row.proposal_number, row]));
}

async function namesBySlug(db: Db): Promise<Map<string, string>> {
  const components = await db.selectFrom("component").select(["slug", "name"]).execute();
  const areas = await db.selectFrom("policy_area").select(["slug", "name"]).execute();
  return new Map([...components, ...areas].map(({ slug, name }) => [slug, name]));
}
