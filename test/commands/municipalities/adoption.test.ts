import { expect, test } from "vitest";
import { setAdoption } from "#app/commands/municipalities/set-adoption.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { aPortal } from "#test/support/portal.ts";

const STATES = [{ component: "ggi-veilig", state: "besloten" as const, note: "De raad besloot in mei." }];
const input = { code: "9001", states: STATES };

test("a gemeentebeheerder says how far the own gemeente is; it takes the place of an invented figure", async () => {
  const portal = await aPortal();
  await portal.db
    .insertInto("adoption")
    .values({ organisation_id: "gemeente-1", component_id: "ggi-veilig", state: "niet", since: null, step: null, note: null, is_fictional: 1, changed_by: null, changed_at: portal.now() })
    .execute();
  expect((await setAdoption(await portal.actingAs("gemeentebeheerder1"), input)).ok).toBe(true);

  const row = await portal.db.selectFrom("adoption").select(["state", "note", "is_fictional", "changed_by"]).executeTakeFirst();
  expect(row).toEqual({ state: "besloten", note: "De raad besloot in mei.", is_fictional: 0, changed_by: "gemeentebeheerder1" });
  expect(await portal.db.selectFrom("event").select(["act", "chain"]).execute()).toEqual([{ act: "adoption.set", chain: "portaal" }]);
});

test("others than the own gemeentebeheerder and the beheerder are refused, and nothing is written", async () => {
  const portal = await aPortal();
  for (const who of ["stranger", "gemeente1", "gemeente2", "secretaris.veilig"]) {
    expect(await setAdoption(await portal.actingAs(who), input)).toEqual({ ok: false, refusal: "not-allowed" });
  }
  expect(await setAdoption(await portal.actingAs("gemeentebeheerder1"), { ...input, code: "9002" })).toEqual({ ok: false, refusal: "not-allowed" });
  expect(await portal.db.selectFrom("adoption").select("state").execute()).toEqual([]);
});

test("a gemeente that merged, an unknown one and an unknown component are refused whole", async () => {
  const portal = await aPortal();
  const context = await portal.actingAs("beheer");
  expect(await setAdoption(context, { ...input, code: "0000" })).toMatchObject({ refusal: "not-found" });
  expect(await setAdoption(context, { ...input, states: [...STATES, { component: "ggi-anders", state: "niet", note: "" }] })).toMatchObject({ refusal: "component-unknown" });
  await portal.db.updateTable("organisation").set({ valid_until: "2026-01-01" as Day }).where("id", "=", "gemeente-1").execute();
  expect(await setAdoption(context, input)).toMatchObject({ refusal: "merged" });
  expect(await portal.db.selectFrom("adoption").select("state").execute()).toEqual([]);
});

test("changing one component leaves an invented figure of another marked as invented", async () => {
  const portal = await aPortal();
  const invented = { organisation_id: "gemeente-1", since: null, step: null, note: null, is_fictional: 1 as const, changed_by: null, changed_at: portal.now() };
  await portal.db.insertInto("adoption").values([{ ...invented, component_id: "ggi-veilig", state: "niet" }, { ...invented, component_id: "ggi-netwerk", state: "aangesloten" }]).execute();
  await setAdoption(await portal.actingAs("gemeentebeheerder1"), { code: "9001", states: [...STATES, { component: "ggi-netwerk", state: "aangesloten", note: "" }] });
  expect(await portal.db.selectFrom("adoption").select(["component_id", "is_fictional"]).orderBy("component_id").execute()).toEqual([
    { component_id: "ggi-netwerk", is_fictional: 1 },
    { component_id: "ggi-veilig", is_fictional: 0 },
  ]);
  await setAdoption(await portal.actingAs("gemeentebeheerder1"), { code: "9001", states: STATES });
  expect(await portal.db.selectFrom("event").select("act").execute()).toHaveLength(1);
});
