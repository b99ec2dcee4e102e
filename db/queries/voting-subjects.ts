import type { Actor } from "#app/domain/access/actor.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import type { InitiativeState } from "#app/domain/portfolio/initiative.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import { RANKABLE } from "#app/domain/voting/settlement.ts";
import type { Db } from "../client.ts";
import { sha256 } from "../hash.ts";
import { listWholeAgenda } from "./agenda-items.ts";
import { initiativeStateAt, listProposalsIn, type InitiativeProposal } from "./portfolio-writes.ts";
import { visibleTo } from "./visibility.ts";
import { listProposalsForRound } from "./voting-items.ts";

/** Anything that a round can be about, with its text as it stands now. */
export type Subject = SubjectText &
  (
    | { readonly kind: "proposal"; readonly state: ProposalState }
    | { readonly kind: "initiative"; readonly state: InitiativeState; readonly proposals: readonly InitiativeProposal[]; readonly hasRoadmapItem: boolean }
    | { readonly kind: "minutes"; readonly state: string }
  );

interface SubjectText {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly statement: string;
  readonly version: number | null;
  readonly textHash: string;
  readonly tlp: Tlp;
  readonly bodyId: string;
}

/** The subjects of these items, by id; whoever asks and whatever their state: for commands that check both. */
export async function loadSubjects(trx: Db, items: readonly { readonly subjectKind: string; readonly subjectId: string | null }[], today: Day): Promise<Map<string, Subject>> {
  const idsOf = (kind: string) => items.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind && subjectId !== null ? [subjectId] : []));
  const proposals = await listProposalsForRound(trx, idsOf("proposal"));
  const found: Subject[] = proposals.map((proposal) => ({ ...proposal, kind: "proposal" }));
  for (const id of idsOf("initiative")) found.push(...(await initiativeText(trx, id, today)));
  for (const id of idsOf("minutes")) found.push(...(await minutesText(trx, id)));
  return new Map(found.map((subject) => [subject.id, subject]));
}

/** An initiative as one text: its own, and the number and version of each proposal in it. */
async function initiativeText(trx: Db, id: string, today: Day): Promise<Subject[]> {
  const row = await trx.selectFrom("initiative").select(["id", "number", "title", "summary", "body_id", "state", "on_hold_until", "tlp"]).where("id", "=", id).executeTakeFirst();
  if (!row) return [];
  const proposals = await listProposalsIn(trx, id, today, null);
  const onRoadmap = await trx.selectFrom("roadmap_item").select("id").where("initiative_id", "=", id).where("standing", "=", "voorgesteld").executeTakeFirst();
  const members = proposals.map(({ number, version }) => ({ number, version }));
  return [
    {
      ...{ kind: "initiative", id, number: row.number, title: row.title, statement: row.summary, version: null, tlp: row.tlp, bodyId: row.body_id },
      ...{ state: initiativeStateAt(row.state, row.on_hold_until, today), proposals, hasRoadmapItem: onRoadmap !== undefined },
      textHash: sha256(canonicalJson({ title: row.title, statement: row.summary, proposals: members })),
    },
  ];
}

/** The minutes of a meeting as one text; the version is their revision. */
async function minutesText(trx: Db, id: string): Promise<Subject[]> {
  const row = await trx.selectFrom("meeting").select(["id", "title", "body_id", "state", "tlp", "minutes_revision"]).where("id", "=", id).executeTakeFirst();
  if (!row) return [];
  const agenda = await listWholeAgenda(trx, id);
  const statement = agenda.flatMap(({ title, minutes }) => (minutes === "" ? [] : [`${title}\n${minutes}`])).join("\n\n");
  const textHash = sha256(canonicalJson({ title: row.title, statement }));
  return [{ kind: "minutes", id, number: null, title: row.title, statement, version: row.minutes_revision, textHash, tlp: row.tlp, bodyId: row.body_id, state: row.state }];
}

export interface Choosable {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
}

/** Proposals of any body that a prioritering can put in order, as far as this actor may see them. */
export const listRankable = (db: Db, actor: Actor): Promise<Choosable[]> =>
  db.selectFrom("proposal").select(["id", "number", "title"]).where("state", "in", [...RANKABLE]).where(visibleTo(actor, "proposal", { shared: "shared_at" })).orderBy("number").limit(500).execute();

/** Initiatives on which the Taskforce can decide. */
export const listChoosableInitiatives = (db: Db, actor: Actor, bodyId: string): Promise<Choosable[]> =>
  db.selectFrom("initiative").select(["id", "number", "title"]).where("body_id", "=", bodyId).where("state", "=", "voorgesteld").where(visibleTo(actor, "initiative")).orderBy("number").limit(200).execute();

/** Minutes of a body that wait for adoption. */
export async function listChoosableMinutes(db: Db, bodyId: string): Promise<Choosable[]> {
  const rows = await db.selectFrom("meeting").select(["id", "title"]).where("body_id", "=", bodyId).where("state", "=", "notulen_concept").orderBy("starts_at").limit(50).execute();
  return rows.map((row) => ({ ...row, number: null }));
}
