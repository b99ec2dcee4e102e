import { readFileSync } from "node:fs";
import type { Resources } from "#app/commands/context.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import { hashPassword } from "#app/platform/passwords.ts";
import { inTransaction, type Db, type Trx } from "#db/client.ts";
import { searchKey } from "#db/portable.ts";
import { insertBlock } from "#db/queries/building-blocks.ts";
import { indexBuildingBlock } from "#db/search-index.ts";
import { inventAdoption } from "./demo/adoption.ts";
import { DEMO_PASSWORD, PEOPLE } from "./demo/people.ts";
import { buildStage, type Stage } from "./demo/stage.ts";
import { tellFollows } from "./demo/tell-follows.ts";
import { tellMeetings } from "./demo/tell-meetings.ts";
import { tellNeeds } from "./demo/tell-needs.ts";
import { tellPortfolio } from "./demo/tell-portfolio.ts";
import { tellProposals } from "./demo/tell-proposals.ts";
import { tellRounds } from "./demo/tell-rounds.ts";
import { loadSchoolHolidays } from "./school-holidays.ts";
import { BUILDING_BLOCKS, CONTROLS } from "./reference/building-blocks.ts";
import { BODIES, COMPONENTS, NEEDS, POLICY_AREAS } from "./reference/reference.ts";

const LONG_AGO = "2024-01-01T00:00:00.000Z" as Instant;

/** Whether nothing was loaded yet. */
export const isEmptyPortal = async (db: Db): Promise<boolean> => (await db.selectFrom("body").select("id").executeTakeFirst()) === undefined;

/** Loads what every portal starts with, and with `isDemo` the demonstration: its people, and its story told through the commands. */
export async function seed(resources: Resources, { isDemo }: { isDemo: boolean }): Promise<void> {
  const { db, newId } = resources;
  const loaded = await inTransaction(db, (trx) => loadReference(trx, newId));
  await loadSchoolHolidays(db, newId);
  if (!isDemo) return;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const stage = buildStage(resources);
  await inTransaction(db, async (trx) => {
    await loadPeople(trx, newId, loaded.bodyIds, passwordHash, stage);
    await loadAdoption(trx);
  });
  tellProposals(stage, loaded.needs);
  tellRounds(stage, loaded.bodyIds);
  tellMeetings(stage, loaded.bodyIds);
  tellPortfolio(stage);
  tellNeeds(stage, loaded.bodyIds, loaded.needs);
  tellFollows(stage);
  await stage.play(() => {});
}

async function loadReference(trx: Trx, newId: () => string): Promise<{ bodyIds: Map<string, string>; needs: string[] }> {
  const components = new Map(COMPONENTS.map(({ slug }) => [slug as string, newId()]));
  await trx.insertInto("component").values(COMPONENTS.map((component, index) => ({ ...component, id: components.get(component.slug) ?? "", position: index + 1 }))).execute();
  await trx.insertInto("policy_area").values(POLICY_AREAS.map((area, index) => ({ ...area, id: newId(), position: index + 1 }))).execute();
  const bodyIds = new Map(BODIES.map(({ slug }) => [slug as string, newId()]));
  await trx
    .insertInto("body")
    .values(BODIES.map(({ slug, name, prefix, kind, purpose, tlp, component }, index) => ({ id: bodyIds.get(slug) ?? "", slug, name, prefix, kind, purpose, default_tlp: tlp, component_id: component === null ? null : (components.get(component) ?? null), position: index + 1, ended_at: null })))
    .execute();
  const needs: string[] = [];
  for (const [index, { title, components: served }] of NEEDS.entries()) {
    const [id, number] = [newId(), `BH-${String(index + 1).padStart(3, "0")}`];
    await trx
      .insertInto("need")
      .values({ id, number, title, statement: "", kind: "shared", state: "accepted", body_id: null, submitted_by: null, organisation_id: null, created_at: LONG_AGO, joined_to: null, answer: null, answered_by: null, answered_at: null })
      .execute();
    await trx.insertInto("need_component").values(served.map((slug) => ({ need_id: id, component_id: components.get(slug) ?? "" }))).execute();
    needs.push(number);
  }
  await trx.insertInto("counter").values({ name: "need", last: NEEDS.length }).onConflict((oc) => oc.column("name").doNothing()).execute();
  await loadMunicipalities(trx, newId);
  await loadBuildingBlocks(trx, newId, components);
  return { bodyIds, needs };
}

/** The library of building blocks with the controls they help with. */
async function loadBuildingBlocks(trx: Trx, newId: () => string, components: ReadonlyMap<string, string>): Promise<void> {
  const controls = new Map(CONTROLS.map(({ number }) => [number, newId()]));
  await trx
    .insertInto("control")
    .values(CONTROLS.map(({ number, title, mapsTo }) => ({ id: controls.get(number) ?? "", framework: "BIG", edition: "2018", number, title, summary: "", maps_to: mapsTo })))
    .execute();
  const areas = new Map((await trx.selectFrom("policy_area").select(["id", "slug"]).execute()).map(({ id, slug }) => [slug, id]));
  for (const [position, block] of BUILDING_BLOCKS.entries()) {
    const id = newId();
    const idsOf = (keys: readonly string[], known: ReadonlyMap<string, string>) => keys.map((key) => known.get(key) ?? "");
    const slug = searchKey(block.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    const linked = { areaIds: idsOf(block.areas, areas), componentIds: idsOf(block.components, components), controlIds: idsOf(block.controls ?? [], controls) };
    await insertBlock(trx, { id, code: block.code, slug, title: block.title, statement: block.statement, explanation: block.explanation, position: position + 1, ...linked }, LONG_AGO);
    await indexBuildingBlock(trx, id);
  }
}

/** Every gemeente of 2026 with its code, province and inhabitants, and its place in the map of tiles. */
async function loadMunicipalities(trx: Trx, newId: () => string): Promise<void> {
  const [, ...lines] = readFileSync(new URL("./reference/gemeenten-2026.csv", import.meta.url), "utf8").trim().split("\n");
  const rows = lines.map((line) => {
    const [, code = "", name = "", province = "", inhabitants = "", row = "", column = ""] = /^(\d{4}),"([^"]*)",([^,]*),(\d*),(\d*),(\d*)$/.exec(line.trim()) ?? [];
    if (code === "") throw new Error(`no gemeente: ${line}`);
    return { ...organisation(newId(), "gemeente", name), code, province, inhabitants: Number(inhabitants), tile_row: row === "" ? null : Number(row), tile_column: column === "" ? null : Number(column) };
  });
  for (let from = 0; from < rows.length; from += 50) await trx.insertInto("organisation").values(rows.slice(from, from + 50)).execute();
  await loadMerged(trx, newId, new Map(rows.map(({ code, id }) => [code, id])));
}

/** Gemeenten that merged since 2018 stay readable and point to what they went into. Source: CBS. */
async function loadMerged(trx: Trx, newId: () => string, idOf: Map<string, string>): Promise<void> {
  const [, ...lines] = readFileSync(new URL("./reference/gemeenten-merged.csv", import.meta.url), "utf8").trim().split("\n");
  const merged = lines.map((line) => {
    const [, code = "", name = "", province = "", inhabitants = "", until = "", successors = ""] = /^(\d{4}),"([^"]*)",([^,]*),(\d*),([\d-]{10}),([\d|]+)$/.exec(line.trim()) ?? [];
    if (code === "") throw new Error(`no merged gemeente: ${line}`);
    const id = newId();
    idOf.set(code, id);
    return { successors: successors.split("|"), row: { ...organisation(id, "gemeente", name), code, province, inhabitants: inhabitants === "" ? null : Number(inhabitants), valid_until: until as Day } };
  });
  await trx.insertInto("organisation").values(merged.map(({ row }) => row)).execute();
  const links = merged.flatMap(({ row, successors }) => successors.map((code) => ({ organisation_id: row.id, successor_id: idOf.get(code) ?? "" })));
  await trx.insertInto("organisation_successor").values(links).execute();
}

async function loadPeople(trx: Trx, newId: () => string, bodyIds: ReadonlyMap<string, string>, passwordHash: string, stage: Stage): Promise<void> {
  const known = new Map<string, string>();
  for (const row of await trx.selectFrom("organisation").select(["id", "code"]).execute()) if (row.code !== null) known.set(row.code, row.id);
  const seats = new Map<string, string>();
  for (const person of PEOPLE) {
    const key = "code" in person.organisation ? person.organisation.code : person.organisation.name;
    let organisationId = known.get(key);
    if (organisationId === undefined) {
      organisationId = newId();
      known.set(key, organisationId);
      await trx.insertInto("organisation").values(organisation(organisationId, key.startsWith("V") ? "vng" : "ketenpartner", key)).execute();
    }
    const id = newId();
    const email = `${person.handle}@demo.ggi`;
    await trx
      .insertInto("person")
      .values({ id, name: person.name, email, email_key: email, organisation_id: organisationId, job: person.job, password_hash: passwordHash, is_admin: person.isAdmin ? 1 : 0, is_municipal_admin: person.isMunicipalAdmin ? 1 : 0, is_demo: 1, disabled_at: null, created_at: LONG_AGO })
      .execute();
    stage.book.people.set(person.handle, id);
    if (!person.seat) continue;
    const place = `${person.seat.body}:${organisationId}:${person.seat.isVoting}:${person.seat.role}`;
    const seatId = seats.get(place) ?? newId();
    if (!seats.has(place)) {
      seats.set(place, seatId);
      await trx.insertInto("seat").values({ id: seatId, body_id: bodyIds.get(person.seat.body) ?? "", organisation_id: organisationId, is_voting: person.seat.isVoting ? 1 : 0, weight: 1, from: LONG_AGO, until: null }).execute();
    }
    await trx.insertInto("membership").values({ id: newId(), seat_id: seatId, person_id: id, role: person.seat.role, from: LONG_AGO, until: null }).execute();
  }
}

/** Invented figures, marked as such: which gemeente takes part in what. */
async function loadAdoption(trx: Trx): Promise<void> {
  const municipalities = await trx.selectFrom("organisation").select(["id", "code"]).where("kind", "=", "gemeente").where("valid_until", "is", null).orderBy("inhabitants", "desc").orderBy("code").execute();
  const components = await trx.selectFrom("component").select(["id", "slug"]).execute();
  const idOf = new Map(municipalities.flatMap(({ id, code }) => (code === null ? [] : [[code, id] as const])));
  for (const { slug } of COMPONENTS) {
    const component_id = components.find((one) => one.slug === slug)?.id ?? "";
    const rows = [...inventAdoption(slug, [...idOf.keys()])].map(([code, state]) => ({
      ...{ organisation_id: idOf.get(code) ?? "", component_id, state, since: null, step: null, note: null, is_fictional: 1 as const, changed_by: null, changed_at: LONG_AGO },
    }));
    for (let from = 0; from < rows.length; from += 50) await trx.insertInto("adoption").values(rows.slice(from, from + 50)).execute();
  }
}

const organisation = (id: string, kind: "gemeente" | "vng" | "ketenpartner", name: string) => ({
  ...{ id, kind, name, name_key: searchKey(name), code: null as string | null, province: null as string | null, inhabitants: null as number | null },
  ...{ valid_from: null as Day | null, valid_until: null as Day | null, tile_row: null as number | null, tile_column: null as number | null, contact: null },
});
