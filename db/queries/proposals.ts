import type { Actor } from "#app/domain/access/actor.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { Consultation } from "#app/domain/proposals/consultation.ts";
import type { Standing } from "#app/domain/proposals/lifecycle.ts";
import { stateAt, type Advice, type ProposalKind, type ProposalState, type ProposalText } from "#app/domain/proposals/proposal.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { prepared } from "../prepared.ts";
import { visibleTo } from "./visibility.ts";

/** A proposal as every page about it starts. `state` is the state now: a date that passed counts. */
export interface Proposal extends Standing {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly tlp: Tlp;
  readonly body: { readonly slug: string; readonly name: string };
  readonly currentVersion: number;
  readonly advice: Advice | null;
  readonly advicePoints: string | null;
  readonly question: string | null;
  readonly heldUntil: Day | null;
  readonly replacedBy: string | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly sharedAt: Instant | null;
  readonly consultation: Consultation | null;
}

/** One immutable version. Components, needs and areas are the slugs and numbers of the day it was written. */
export interface Version extends ProposalText {
  readonly id: string;
  readonly number: number;
  readonly components: readonly string[];
  readonly needs: readonly string[];
  readonly policyAreas: readonly string[];
  readonly controls: readonly string[];
  readonly why: string;
  readonly authorName: string;
  readonly createdAt: Instant;
  readonly textHash: string;
}

/** The proposal with this number, if the actor may see it. */
export async function findProposal(db: Db, actor: Actor, number: string, today: Day): Promise<Proposal | null> {
  const [row] = await visibleProposal(db, { actor, number });
  return row ? toProposal(row, await listAuthorIds(db, row.id), today) : null;
}

/** The proposal with this id, whoever asks: for commands that checked the right to what they do themselves. */
export async function findProposalById(db: Db, id: string, today: Day): Promise<Proposal | null> {
  const row = await proposals(db).where("proposal.id", "=", id).executeTakeFirst();
  return row ? toProposal(row, await listAuthorIds(db, row.id), today) : null;
}

/** Those of these numbers that the actor may see, by number; two queries however many there are. */
export async function listProposalsByNumber(db: Db, actor: Actor, numbers: readonly string[], today: Day): Promise<Proposal[]> {
  if (numbers.length === 0) return [];
  const rows = await proposals(db).where("proposal.number", "in", [...numbers]).where(visibleTo(actor, "proposal", { shared: "shared_at" })).orderBy("proposal.number").execute();
  if (rows.length === 0) return [];
  const authors = await db.selectFrom("proposal_author").select(["proposal_id", "person_id"]).where("proposal_id", "in", rows.map(({ id }) => id)).orderBy("person_id").execute();
  return rows.map((row) => toProposal(row, authors.filter(({ proposal_id }) => proposal_id === row.id).map(({ person_id }) => person_id), today));
}

export async function listAuthors(db: Db, proposalId: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom("proposal_author")
    .innerJoin("person", "person.id", "proposal_author.person_id")
    .select(["person.id", "person.name"])
    .where("proposal_author.proposal_id", "=", proposalId)
    .orderBy("person.name")
    .execute();
}

/** One version of a proposal that the caller already found; null when there is no such version. */
export const findVersion = async (db: Db, proposalId: string, number: number): Promise<Version | null> =>
  (await listVersionTexts(db, proposalId, [number])).get(number) ?? null;

/** The texts of these versions by number, in one query; a number without a version is left out. */
export async function listVersionTexts(db: Db, proposalId: string, numbers: readonly number[]): Promise<Map<number, Version>> {
  const wanted = [...new Set(numbers)].filter((number) => Number.isInteger(number) && number > 0 && number < 100_000);
  if (wanted.length === 0) return new Map();
  const rows = await versionTexts(db, { proposalId, wanted });
  return new Map(rows.map((row) => [row.number, toVersion(row)]));
}

export async function listVersions(db: Db, proposalId: string): Promise<{ number: number; title: string; authorName: string; createdAt: Instant; why: string }[]> {
  const rows = await db
    .selectFrom("proposal_version")
    .innerJoin("person", "person.id", "proposal_version.author_id")
    .select(["number", "title", "person.name", "proposal_version.created_at", "why"])
    .where("proposal_id", "=", proposalId)
    .orderBy("number")
    .execute();
  return rows.map((row) => ({ number: row.number, title: row.title, authorName: row.name, createdAt: row.created_at, why: row.why }));
}

/** Who saved a version: the id of the person. */
export async function findVersionAuthor(db: Db, proposalId: string, number: number): Promise<string | null> {
  const row = await db.selectFrom("proposal_version").select("author_id").where("proposal_id", "=", proposalId).where("number", "=", number).executeTakeFirst();
  return row?.author_id ?? null;
}

export interface MovedProposal {
  readonly id: string;
  readonly from: ProposalState;
  readonly to: ProposalState;
  readonly at: Instant;
  readonly advice?: Advice | null | undefined;
  readonly advicePoints?: string | null | undefined;
  readonly question?: string | null | undefined;
  readonly heldUntil?: Day | null | undefined;
  readonly replacedBy?: string | undefined;
}

/** False when the proposal was no longer in `from`: the update itself decides who was first. */
export async function moveProposalRow(trx: Trx, moved: MovedProposal): Promise<boolean> {
  const row = await trx
    .updateTable("proposal")
    .set({
      state: moved.to,
      updated_at: moved.at,
      ...(moved.advice !== undefined && { advice: moved.advice }),
      ...(moved.advicePoints !== undefined && { advice_points: moved.advicePoints }),
      ...(moved.question !== undefined && { question: moved.question }),
      ...(moved.heldUntil !== undefined && { on_hold_until: moved.heldUntil }),
      ...(moved.replacedBy !== undefined && { replaced_by: moved.replacedBy }),
    })
    .where("id", "=", moved.id)
    .where("state", "=", moved.from)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export interface Step {
  readonly id: string;
  readonly proposalId: string;
  readonly at: Instant;
  readonly act: string;
  readonly from: ProposalState | null;
  readonly to: ProposalState;
  readonly version: number;
  readonly actorId: string | null;
  readonly roundId?: string | undefined;
  readonly decisionId?: string | undefined;
  readonly initiativeId?: string | undefined;
  readonly note?: string | undefined;
}

export async function insertStep(trx: Trx, step: Step): Promise<void> {
  await trx
    .insertInto("proposal_step")
    .values({
      id: step.id,
      proposal_id: step.proposalId,
      at: step.at,
      act: step.act,
      from_state: step.from,
      to_state: step.to,
      version: step.version,
      actor_id: step.actorId,
      round_id: step.roundId ?? null,
      decision_id: step.decisionId ?? null,
      initiative_id: step.initiativeId ?? null,
      note: step.note ?? null,
    })
    .execute();
}

/** The stored state, which a passed date does not change: what `moveProposalRow` compares with. */
export const storedState = ({ state, heldUntil }: Proposal): ProposalState =>
  state === "in_portfolio" && heldUntil !== null ? "on_hold" : state;

const proposals = (db: Db) =>
  db.selectFrom("proposal").innerJoin("body", "body.id", "proposal.body_id").selectAll("proposal").select(["body.slug as body_slug", "body.name as body_name"]);

const versions = (db: Db) =>
  db
    .selectFrom("proposal_version")
    .innerJoin("person", "person.id", "proposal_version.author_id")
    .selectAll("proposal_version")
    .select("person.name as author_name");

const visibleProposal = prepared((db, { actor, number }: { actor: Actor; number: string }) =>
  proposals(db).where("proposal.number", "=", number).where(visibleTo(actor, "proposal", { shared: "shared_at" })),
);
const versionTexts = prepared((db, { proposalId, wanted }: { proposalId: string; wanted: readonly number[] }) =>
  versions(db).where("proposal_id", "=", proposalId).where("number", "in", [...wanted]),
);
const authorIds = prepared((db, { proposalId }: { proposalId: string }) =>
  db.selectFrom("proposal_author").select("person_id").where("proposal_id", "=", proposalId).orderBy("person_id"),
);

async function listAuthorIds(db: Db, proposalId: string): Promise<string[]> {
  const rows = await authorIds(db, { proposalId });
  return rows.map((row) => row.person_id);
}

const listOf = (json: string): string[] => JSON.parse(json) as string[];

type VersionRow = Awaited<ReturnType<ReturnType<typeof versions>["executeTakeFirstOrThrow"]>>;

function toVersion(row: VersionRow): Version {
  const { id, number, title, statement, rationale, acceptance, source, moscow, weight, why } = row;
  return {
    ...{ id, number, title, statement, rationale, acceptance, source, moscow, weight, why },
    components: listOf(row.components),
    needs: listOf(row.needs),
    policyAreas: listOf(row.policy_areas),
    controls: listOf(row.controls),
    authorName: row.author_name,
    createdAt: row.created_at,
    textHash: row.text_hash,
  };
}

type Row = Awaited<ReturnType<ReturnType<typeof proposals>["executeTakeFirstOrThrow"]>>;

function toProposal(row: Row, authorIds: readonly string[], today: Day): Proposal {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    kind: row.kind satisfies ProposalKind,
    state: stateAt(row.state, row.on_hold_until, today),
    tlp: row.tlp,
    bodyId: row.body_id,
    body: { slug: row.body_slug, name: row.body_name },
    authorIds,
    currentVersion: row.current_version,
    advice: row.advice as Advice | null,
    advicePoints: row.advice_points,
    question: row.question,
    heldUntil: row.on_hold_until,
    replacedBy: row.replaced_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    sharedAt: row.shared_at,
    consultation: row.consulted_from === null || row.consulted_until === null ? null : { from: row.consulted_from, until: row.consulted_until },
  };
}

