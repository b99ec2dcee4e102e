import type { Actor } from "#app/domain/access/actor.ts";
import { controlSlug, readControl, withoutZeros, type ControlName } from "#app/domain/proposals/control.ts";
import { stateAt, type ProposalKind, type ProposalState } from "#app/domain/proposals/proposal.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { countRows } from "../portable.ts";
import { visibleTo } from "./visibility.ts";

export interface Control extends ControlName {
  readonly id: string;
  readonly edition: string;
  readonly title: string;
  /** in our own words */
  readonly summary: string;
  readonly mapsTo: string | null;
}

/** The ids of the controls that these texts name; a text that names none that the portal knows is left out. */
export async function listControlIds(db: Db, names: readonly string[]): Promise<string[]> {
  const known = await findControlIds(db, names);
  return [...new Set(names.flatMap((name) => known.get(name) ?? []))];
}

/** By text the id of the control that it names. */
export async function findControlIds(db: Db, names: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(names)].flatMap((name) => {
    const control = readControl(name);
    return control ? [{ name, control }] : [];
  });
  const ids = new Map<string, string>();
  for (let from = 0; from < wanted.length; from += 500) {
    const part = wanted.slice(from, from + 500);
    const rows = await db.selectFrom("control").select(["id", "framework", "number"]).where("number", "in", [...new Set(part.flatMap(({ control }) => spellingsOf(control.number)))]).execute();
    const found = new Map(rows.map((row) => [controlSlug(row), row.id]));
    for (const { name, control } of part) ids.set(name, found.get(controlSlug(control)) ?? "");
  }
  return new Map([...ids].filter(([, id]) => id !== ""));
}

/** The ways in which a norm may write this number: BIO2 has 8.07 where ISO has 8.7. */
export const spellingsOf = (number: string): string[] => [...new Set([withoutZeros(number), padded(withoutZeros(number))])];

const padded = (number: string): string => number.replace(/\.(\d)$/, ".0$1");

/** Every control with how many proposals that this actor may see, and how many building blocks, name it. */
export async function listControls(db: Db, actor: Actor): Promise<(Control & { readonly proposals: number; readonly blocks: number })[]> {
  const rows = await db.selectFrom("control").selectAll().execute();
  const proposals = await db
    .selectFrom("proposal_control")
    .innerJoin("proposal", "proposal.id", "proposal_control.proposal_id")
    .select(["proposal_control.control_id", countRows().as("count")])
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .groupBy("proposal_control.control_id")
    .execute();
  const blocks = await db.selectFrom("building_block_control").select(["control_id", countRows().as("count")]).groupBy("control_id").execute();
  const [named, helped] = [new Map(proposals.map((row) => [row.control_id, row.count])), new Map(blocks.map((row) => [row.control_id, row.count]))];
  return rows.map((row) => ({ ...toControl(row), proposals: named.get(row.id) ?? 0, blocks: helped.get(row.id) ?? 0 })).sort(byPlace);
}

/** What a form about a text offers to choose from. */
export async function listControlNames(db: Db): Promise<{ value: string; label: string }[]> {
  const rows = await db.selectFrom("control").selectAll().execute();
  return rows.map(toControl).sort(byPlace).map(({ framework, number, title }) => ({ value: `${framework} ${number}`, label: title }));
}

export async function findControl(db: Db, { framework, number }: ControlName): Promise<Control | null> {
  const rows = await db.selectFrom("control").selectAll().where("framework", "=", framework).where("number", "in", spellingsOf(number)).execute();
  const [row] = rows;
  return row ? toControl(row) : null;
}

const MOST_LISTED = 100;

/** The proposals that name a control in their newest version, as far as this actor may see them; the newest hundred. */
export async function listProposalsNaming(db: Db, actor: Actor, controlId: string, today: Day): Promise<{ number: string; title: string; kind: ProposalKind; state: ProposalState }[]> {
  const rows = await db
    .selectFrom("proposal_control")
    .innerJoin("proposal", "proposal.id", "proposal_control.proposal_id")
    .select(["proposal.number", "proposal.title", "proposal.kind", "proposal.state", "proposal.on_hold_until"])
    .where("proposal_control.control_id", "=", controlId)
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .orderBy("proposal.updated_at", "desc")
    .limit(MOST_LISTED)
    .execute();
  return rows.map(({ number, title, kind, state, on_hold_until }) => ({ number, title, kind, state: stateAt(state, on_hold_until, today) }));
}

export const listBlocksNaming = (db: Db, controlId: string): Promise<{ slug: string; title: string }[]> =>
  db
    .selectFrom("building_block_control")
    .innerJoin("building_block", "building_block.id", "building_block_control.block_id")
    .select(["building_block.slug", "building_block.title"])
    .where("building_block_control.control_id", "=", controlId)
    .orderBy("building_block.position")
    .execute();

/** The controls of an older norm that are shown beside this one: whose mapping names it. */
export async function listMappedFrom(db: Db, framework: string): Promise<Control[]> {
  const rows = await db.selectFrom("control").selectAll().where("maps_to", "like", `${framework} %`).execute();
  return rows.map(toControl).sort(byPlace);
}

const ORDER = ["BIO2", "BIO", "BIG"];
const placeOf = (framework: string): number => (ORDER.includes(framework) ? ORDER.indexOf(framework) : ORDER.length);

function byPlace(one: ControlName, other: ControlName): number {
  const norm = placeOf(one.framework) - placeOf(other.framework);
  if (norm !== 0) return norm;
  const [left, right] = [one.number.split(".").map(Number), other.number.split(".").map(Number)];
  for (let part = 0; part < 4; part++) if ((left[part] ?? -1) !== (right[part] ?? -1)) return (left[part] ?? -1) - (right[part] ?? -1);
  return 0;
}

const toControl = (row: { id: string; framework: string; edition: string; number: string; title: string; summary: string; maps_to: string | null }): Control => ({ id: row.id, framework: row.framework, edition: row.edition, number: row.number, title: row.title, summary: row.summary, mapsTo: row.maps_to });
