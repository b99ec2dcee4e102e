import { sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import type { CheckedRequirement } from "#app/domain/requirement-sets/completeness.ts";
import { ENDORSED_STATES, type RequirementKind } from "#app/domain/requirement-sets/requirement-set.ts";
import type { Db, Trx } from "../client.ts";
import { sha256 } from "../hash.ts";
import { countRows, keyPattern, searchKey } from "../portable.ts";
import type { Line } from "./requirement-outlines.ts";
import { visibleTo } from "./visibility.ts";

/** A proposal that may become a requirement: adopted, an eis or a wens, and not in the set yet. */
export interface Candidate {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: RequirementKind;
  readonly state: ProposalState;
  readonly tlp: Tlp;
  readonly version: number;
  readonly weight: number | null;
  readonly bodyName: string;
}

export interface CandidateFilter {
  readonly q?: string | undefined;
  readonly kind?: RequirementKind | undefined;
  readonly component?: string | undefined;
  /** slug */
  readonly body?: string | undefined;
}

/** What the picker offers: as far as the actor may see it, by number. */
export async function listCandidates(db: Db, actor: Actor, setId: string, filter: CandidateFilter, limit: number): Promise<Candidate[]> {
  const rows = await filtered(db, actor, setId, filter).orderBy("proposal.number").limit(limit).execute();
  return rows.map(toCandidate);
}

/** The same for these numbers, whoever chose them: what is no longer ready is left out. */
export async function listChosen(trx: Trx, actor: Actor, setId: string, numbers: readonly string[]): Promise<Candidate[]> {
  if (numbers.length === 0) return [];
  const rows = await filtered(trx, actor, setId, {}).where("proposal.number", "in", [...numbers]).orderBy("proposal.number").execute();
  return rows.map(toCandidate);
}

export async function countCandidates(db: Db, actor: Actor, setId: string, filter: CandidateFilter): Promise<number> {
  const row = await filtered(db, actor, setId, filter).clearSelect().select(countRows().as("amount")).executeTakeFirstOrThrow();
  return row.amount;
}

/** Everything that the completeness check looks at, per requirement in the order of reading. */
export async function listChecked(db: Db, setId: string, lines: readonly Line[]): Promise<CheckedRequirement[]> {
  const texts = new Map(
    (
      await db
        .selectFrom("requirement")
        .innerJoin("proposal_version as version", (join) => join.onRef("version.proposal_id", "=", "requirement.proposal_id").onRef("version.number", "=", "requirement.version"))
        .select(["requirement.id", "version.title", "version.statement", sql<number>`case when trim(version.acceptance) = '' then 0 else 1 end`.as("has_acceptance")])
        .where("requirement.set_id", "=", setId)
        .execute()
    ).map(({ id, title, statement, has_acceptance }) => [id, { titleKey: searchKey(title), textKey: sha256(searchKey(statement)), hasAcceptance: has_acceptance === 1 }]),
  );
  const adopted = await db
    .selectFrom("proposal_step")
    .innerJoin("requirement", "requirement.proposal_id", "proposal_step.proposal_id")
    .select(["requirement.id", "proposal_step.version"])
    .where("requirement.set_id", "=", setId)
    .where("proposal_step.to_state", "=", "adopted")
    .execute();
  const suspect = await db
    .selectFrom("proposal_link")
    .innerJoin("requirement", "requirement.proposal_id", "proposal_link.from_id")
    .innerJoin("proposal as upstream", "upstream.id", "proposal_link.to_id")
    .select(["requirement.id", countRows().as("amount")])
    .where("requirement.set_id", "=", setId)
    .whereRef("upstream.current_version", ">", "proposal_link.reviewed_version")
    .groupBy("requirement.id")
    .execute();
  const [versions, links] = [new Map<string, number[]>(), new Map(suspect.map(({ id, amount }) => [id, amount]))];
  for (const { id, version } of adopted) versions.set(id, [...(versions.get(id) ?? []), version]);
  return lines.flatMap((line) => {
    const text = line.kind === "requirement" ? texts.get(line.requirement.id) : undefined;
    if (line.kind !== "requirement" || !text) return [];
    const { id, proposal, version, kind, weight, tlp, state, currentVersion } = line.requirement;
    return [{ id, number: line.number, proposal, version, kind, weight, tlp, state, currentVersion, ...text, adoptedVersions: versions.get(id) ?? [], suspectLinks: links.get(id) ?? 0 }];
  });
}

const filtered = (db: Db, actor: Actor, setId: string, { q = "", kind, component, body }: CandidateFilter) =>
  db
    .selectFrom("proposal")
    .innerJoin("body", "body.id", "proposal.body_id")
    .innerJoin("proposal_version as version", (join) => join.onRef("version.proposal_id", "=", "proposal.id").onRef("version.number", "=", "proposal.current_version"))
    .select(["proposal.id", "proposal.number", "proposal.title", "proposal.kind", "proposal.state", "proposal.tlp", "proposal.current_version", "version.weight", "body.name as body_name"])
    .where("proposal.state", "in", [...ENDORSED_STATES])
    .where("proposal.kind", "in", ["eis", "wens"])
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom("requirement").select("requirement.id").where("requirement.set_id", "=", setId).whereRef("requirement.proposal_id", "=", "proposal.id"))))
    .$if(kind !== undefined, (query) => query.where("proposal.kind", "=", kind ?? "eis"))
    .$if(body !== undefined, (query) => query.where("body.slug", "=", body ?? ""))
    .$if(component !== undefined, (query) =>
      query.where("proposal.id", "in", (eb) => eb.selectFrom("proposal_component").innerJoin("component", "component.id", "proposal_component.component_id").select("proposal_component.proposal_id").where("component.slug", "=", component ?? "")),
    )
    .$if(searchKey(q) !== "", (query) => query.where((eb) => eb.or([eb("proposal.title_key", "like", keyPattern(q)), eb("proposal.number", "like", `${q.trim().toUpperCase().replace(/[^A-Z0-9-]/g, "") || "-"}%`)])));

type Row = Awaited<ReturnType<ReturnType<typeof filtered>["executeTakeFirstOrThrow"]>>;

const toCandidate = ({ id, number, title, kind, state, tlp, current_version, weight, body_name }: Row): Candidate => ({ id, number, title, kind: kind === "wens" ? "wens" : "eis", state, tlp, version: current_version, weight, bodyName: body_name });
