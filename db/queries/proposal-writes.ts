import type { Tlp } from "#app/domain/access/visibility.ts";
import type { ProposalKind, ProposalText } from "#app/domain/proposals/proposal.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { searchKey } from "../portable.ts";
import { indexProposal } from "../search-index.ts";
import { listControlIds } from "./controls.ts";

export interface NewProposal {
  readonly id: string;
  readonly number: string;
  readonly bodyId: string;
  readonly kind: ProposalKind;
  readonly tlp: Tlp;
  readonly title: string;
  readonly authorId: string;
  readonly at: Instant;
}

export async function insertProposal(trx: Trx, proposal: NewProposal): Promise<void> {
  await trx
    .insertInto("proposal")
    .values({
      id: proposal.id,
      number: proposal.number,
      body_id: proposal.bodyId,
      kind: proposal.kind,
      state: "draft",
      tlp: proposal.tlp,
      title: proposal.title,
      title_key: searchKey(proposal.title),
      current_version: 1,
      created_by: proposal.authorId,
      created_at: proposal.at,
      updated_at: proposal.at,
    })
    .execute();
  await trx.insertInto("proposal_author").values({ proposal_id: proposal.id, person_id: proposal.authorId }).execute();
}

/** A text with everything it names, by the words people use for it: slugs, numbers, "BIO2 8.16". */
export interface VersionText extends ProposalText {
  readonly components: readonly string[];
  readonly needs: readonly string[];
  readonly policyAreas: readonly string[];
  readonly controls: readonly string[];
}

export interface NewVersion extends VersionText {
  readonly id: string;
  readonly proposalId: string;
  readonly number: number;
  readonly why: string;
  readonly authorId: string;
  readonly at: Instant;
  readonly textHash: string;
}

/** Keeps a version for ever; the table refuses every change. */
export async function insertVersion(trx: Trx, version: NewVersion): Promise<void> {
  const { id, number, title, statement, rationale, acceptance, source, moscow, weight, why } = version;
  await trx
    .insertInto("proposal_version")
    .values({
      ...{ id, number, title, statement, rationale, acceptance, source, moscow, weight, why },
      proposal_id: version.proposalId,
      components: JSON.stringify(version.components),
      needs: JSON.stringify(version.needs),
      policy_areas: JSON.stringify(version.policyAreas),
      controls: JSON.stringify(version.controls),
      author_id: version.authorId,
      created_at: version.at,
      text_hash: version.textHash,
    })
    .execute();
  await indexProposal(trx, version.proposalId);
}

/** Makes version n+1 the current one. False when somebody else was first: the update itself decides. */
export async function advanceVersion(trx: Trx, { proposalId, basedOn, title, at }: { proposalId: string; basedOn: number; title: string; at: Instant }): Promise<boolean> {
  const row = await trx
    .updateTable("proposal")
    .set({ current_version: basedOn + 1, title, title_key: searchKey(title), updated_at: at })
    .where("id", "=", proposalId)
    .where("current_version", "=", basedOn)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** From now on others than its own body may see it, as far as its label allows. */
export async function shareProposal(trx: Trx, proposalId: string, at: Instant): Promise<void> {
  await trx.updateTable("proposal").set({ shared_at: at }).where("id", "=", proposalId).where("shared_at", "is", null).execute();
  await indexProposal(trx, proposalId);
}

/** The ids behind slugs and numbers, in the same order; null when one of them is unknown. Only accepted needs count. */
export async function findTargets(db: Db, text: Pick<VersionText, "components" | "needs" | "policyAreas"> & { readonly controls?: readonly string[] }): Promise<Targets | null> {
  const components = await idsOf(text.components, (slugs) => db.selectFrom("component").select(["id", "slug as word"]).where("slug", "in", slugs).execute());
  const needs = await idsOf(text.needs, (numbers) =>
    db.selectFrom("need").select(["id", "number as word"]).where("number", "in", numbers).where("state", "=", "accepted").execute(),
  );
  const areas = await idsOf(text.policyAreas, (slugs) => db.selectFrom("policy_area").select(["id", "slug as word"]).where("slug", "in", slugs).execute());
  return components && needs && areas ? { components, needs, areas, controls: await listControlIds(db, text.controls ?? []) } : null;
}

export interface Targets {
  readonly components: readonly string[];
  readonly needs: readonly string[];
  readonly areas: readonly string[];
  /** only those that the portal knows: a version may name others in words */
  readonly controls: readonly string[];
}

/** What the current version names: lists, filters and the matrix of needs look here. */
export async function replaceTargets(trx: Trx, proposalId: string, { components, needs, areas, controls }: Targets): Promise<void> {
  await trx.deleteFrom("proposal_component").where("proposal_id", "=", proposalId).execute();
  await trx.deleteFrom("proposal_need").where("proposal_id", "=", proposalId).execute();
  await trx.deleteFrom("proposal_policy_area").where("proposal_id", "=", proposalId).execute();
  await trx.deleteFrom("proposal_control").where("proposal_id", "=", proposalId).execute();
  const rows = <Column extends string>(ids: readonly string[], column: Column) =>
    ids.map((id) => ({ proposal_id: proposalId, [column]: id }) as { proposal_id: string } & Record<Column, string>);
  if (components.length > 0) await trx.insertInto("proposal_component").values(rows(components, "component_id")).execute();
  if (needs.length > 0) await trx.insertInto("proposal_need").values(rows(needs, "need_id")).execute();
  if (areas.length > 0) await trx.insertInto("proposal_policy_area").values(rows(areas, "policy_area_id")).execute();
  if (controls.length > 0) await trx.insertInto("proposal_control").values(rows(controls, "control_id")).execute();
}

/** The proposal in which this one goes on. */
export async function saveSuccessor(trx: Trx, proposalId: string, successorId: string): Promise<void> {
  await trx.updateTable("proposal").set({ replaced_by: successorId }).where("id", "=", proposalId).execute();
}

export async function updateLabel(trx: Trx, proposalId: string, tlp: Tlp, at: Instant): Promise<void> {
  await trx.updateTable("proposal").set({ tlp, updated_at: at }).where("id", "=", proposalId).execute();
  await trx.deleteFrom("proposal_label_request").where("proposal_id", "=", proposalId).execute();
  await indexProposal(trx, proposalId);
}

/** From when until when every gemeente may react. */
export async function setConsultation(trx: Trx, proposalId: string, { from, until }: { from: Instant; until: Instant }): Promise<void> {
  await trx.updateTable("proposal").set({ consulted_from: from, consulted_until: until }).where("id", "=", proposalId).execute();
}

export interface LabelRequest {
  readonly tlp: Tlp;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedRole: "chair" | "secretary";
  readonly askedByName: string;
  readonly askedAt: Instant;
}

/** A looser label that one of voorzitter and secretaris asked for and the other still has to grant. */
export async function findLabelRequest(db: Db, proposalId: string): Promise<LabelRequest | null> {
  const row = await db
    .selectFrom("proposal_label_request")
    .innerJoin("person", "person.id", "proposal_label_request.asked_by")
    .select(["tlp", "reason", "asked_by", "asked_role", "asked_at", "person.name"])
    .where("proposal_id", "=", proposalId)
    .executeTakeFirst();
  return row ? { tlp: row.tlp, reason: row.reason, askedBy: row.asked_by, askedRole: row.asked_role, askedByName: row.name, askedAt: row.asked_at } : null;
}

export async function saveLabelRequest(trx: Trx, request: { proposalId: string; tlp: Tlp; reason: string; askedBy: string; askedRole: LabelRequest["askedRole"]; askedAt: Instant }): Promise<void> {
  const { proposalId, tlp, reason, askedBy, askedRole, askedAt } = request;
  await trx
    .insertInto("proposal_label_request")
    .values({ proposal_id: proposalId, tlp, reason, asked_by: askedBy, asked_role: askedRole, asked_at: askedAt })
    .onConflict((oc) => oc.column("proposal_id").doUpdateSet({ tlp, reason, asked_by: askedBy, asked_role: askedRole, asked_at: askedAt }))
    .execute();
}

async function idsOf(words: readonly string[], find: (words: string[]) => Promise<{ id: string; word: string }[]>): Promise<string[] | null> {
  const wanted = [...new Set(words)];
  if (wanted.length === 0) return [];
  const found = new Map((await find(wanted)).map(({ id, word }) => [word, id]));
  const ids = wanted.flatMap((word) => found.get(word) ?? []);
  return ids.length === wanted.length ? ids : null;
}
