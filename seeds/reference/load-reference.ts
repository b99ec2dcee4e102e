import { readFileSync } from "node:fs";
import { addBody } from "#app/commands/bodies/add-body.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { registerBlocks } from "#app/commands/reference/register-blocks.ts";
import { registerComponents } from "#app/commands/reference/register-components.ts";
import { registerMunicipalities } from "#app/commands/reference/register-municipalities.ts";
import { registerNeed } from "#app/commands/reference/register-need.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { searchKey } from "#db/portable.ts";
import { listBodies } from "#db/queries/bodies.ts";
import type { ReferenceMunicipality } from "#db/queries/reference.ts";
import { must } from "../demo/stage.ts";
import { BUILDING_BLOCKS } from "./building-blocks.ts";
import { CONTROLS } from "./controls.ts";
import { BODIES, COMPONENTS, NEEDS, POLICY_AREAS } from "./reference.ts";

export interface Loaded {
  /** by slug */
  readonly bodyIds: ReadonlyMap<string, string>;
  readonly componentIds: ReadonlyMap<string, string>;
  /** gemeenten of today, by CBS code */
  readonly municipalities: readonly ReferenceMunicipality[];
  /** numbers of the shared needs */
  readonly needs: readonly string[];
}

/** What every portal starts with, through the commands that keep it: it stands in the log like everything after it. */
export async function loadReference(context: CommandContext): Promise<Loaded> {
  const withIds = <Item>(items: readonly Item[]) => items.map((item) => ({ ...item, id: context.newId() }));
  const [components, areas] = [withIds(COMPONENTS), withIds(POLICY_AREAS)];
  must(await registerComponents(context, { components, areas }), "components");
  const componentIds = new Map<string, string>(components.map(({ slug, id }) => [slug, id]));
  const idsOf = (keys: readonly string[], known: ReadonlyMap<string, string>) => keys.map((key) => known.get(key) ?? "");
  for (const { tlp, component, ...body } of BODIES) must(await addBody(context, { ...body, defaultTlp: tlp, componentId: component === null ? null : (componentIds.get(component) ?? null) }), body.slug);
  const needs: string[] = [];
  for (const { title, components: served } of NEEDS) needs.push(must(await registerNeed(context, { title, componentIds: idsOf(served, componentIds) }), title).number);
  const municipalities = await loadMunicipalities(context);

  const controls = withIds(CONTROLS);
  const [areaIds, controlIds] = [new Map<string, string>(areas.map(({ slug, id }) => [slug, id])), new Map<string, string>(controls.flatMap(({ framework, number, id }) => (framework === "BIG" ? [[number, id] as const] : [])))];
  const blocks = withIds(BUILDING_BLOCKS).map(({ areas: inAreas, components: forComponents, controls: helps = [], ...block }, place) => ({
    ...{ ...block, slug: searchKey(block.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""), position: place + 1 },
    ...{ areaIds: idsOf(inAreas, areaIds), componentIds: idsOf(forComponents, componentIds), controlIds: idsOf(helps, controlIds) },
  }));
  must(await registerBlocks(context, { controls, blocks }), "building blocks");
  return { bodyIds: new Map((await listBodies(context.db, context.now())).map(({ slug, id }) => [slug, id])), componentIds, municipalities, needs };
}

/** Every gemeente of 2026 with its place in the map of tiles, and those that merged since 2018 with what they went into. Source: CBS. */
async function loadMunicipalities(context: CommandContext): Promise<ReferenceMunicipality[]> {
  const linesOf = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8").trim().split("\n").slice(1).map((line) => line.trim());
  const fieldsOf = (line: string, shape: RegExp): string[] => shape.exec(line)?.slice(1) ?? [];
  const present = linesOf("./gemeenten-2026.csv").map((line): ReferenceMunicipality => {
    const [code, name = "", province = "", inhabitants, row, column] = fieldsOf(line, /^(\d{4}),"([^"]*)",([^,]*),(\d*),(\d*),(\d*)$/);
    if (code === undefined) throw new Error(`no gemeente: ${line}`);
    return { id: context.newId(), code, name, province, inhabitants: Number(inhabitants), validUntil: null, tile: row && column ? { row: Number(row), column: Number(column) } : null };
  });
  const merged = linesOf("./gemeenten-merged.csv").map((line) => {
    const [code, name = "", province = "", inhabitants, until, successors = ""] = fieldsOf(line, /^(\d{4}),"([^"]*)",([^,]*),(\d*),([\d-]{10}),([\d|]+)$/);
    if (code === undefined) throw new Error(`no merged gemeente: ${line}`);
    return { successors: successors.split("|"), municipality: { id: context.newId(), code, name, province, inhabitants: inhabitants ? Number(inhabitants) : null, validUntil: until as Day, tile: null } };
  });
  const all = [...present, ...merged.map(({ municipality }) => municipality)];
  const idOf = new Map(all.map(({ code, id }) => [code, id]));
  const successions = merged.flatMap(({ municipality, successors }) => successors.map((code) => ({ id: municipality.id, successorId: idOf.get(code) ?? "" })));
  must(await registerMunicipalities(context, { municipalities: all, successions }), "gemeenten");
  return present;
}
