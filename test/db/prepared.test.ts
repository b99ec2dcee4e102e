import { expect, test } from "vitest";
import { STRANGER } from "#app/domain/access/actor.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { keptUntilCommit, prepared } from "#db/prepared.ts";
import { visibleTo } from "#db/queries/visibility.ts";
import { runsOnPostgres } from "#test/support/database.ts";
import { aPortal } from "#test/support/portal.ts";

let built = 0;
const peopleNamed = prepared((db, { names, id }: { names: readonly string[]; id: string | null }, { isSorted = true }: { isSorted?: boolean }) => {
  built++;
  const query = db.selectFrom("person").select("id").where((eb) => eb.or([eb("name", "in", [...names]), eb("id", "=", id)]));
  return isSorted ? query.orderBy("id") : query;
});
const meetingsFor = prepared((db, { actor }: { actor: Actor }) => db.selectFrom("meeting").select("id").where(visibleTo(actor, "meeting")).orderBy("id"));

test("a prepared query is written once per shape and filled in anew each time, on its own database, also inside a transaction", async () => {
  const [one, two] = [await aPortal(), await aPortal()];
  built = 0;
  const found = [
    await peopleNamed(one.db, { names: ["Persoon beheer"], id: null }),
    await peopleNamed(one.db, { names: ["Persoon gemeente1"], id: "gemeente2" }),
    await one.db.transaction().execute((trx) => peopleNamed(trx, { names: ["niemand"], id: "beheer" })),
  ];
  expect(found.map((rows) => rows.map(({ id }) => id))).toEqual([["beheer"], ["gemeente1", "gemeente2"], ["beheer"]]);
  expect(built).toBe(1);
  await peopleNamed(one.db, { names: ["Persoon gemeente1", "Persoon beheer"], id: null });
  await peopleNamed(one.db, { names: ["Persoon gemeente1"], id: null }, { isSorted: false });
  await peopleNamed(two.db, { names: ["Persoon gemeente1"], id: null });
  expect(built).toBe(4);
});

test("who may see what is filled in for each reader: one reader's bodies are never another's", async () => {
  const portal = await aPortal();
  const row = { title: "", starts_at: portal.now(), ends_at: portal.now(), location: "", state: "gepland" as const, source: null, created_by: "beheer", created_at: portal.now(), minutes_revision: 0 };
  await portal.db
    .insertInto("meeting")
    .values((["netwerk", "veilig"] as const).flatMap((bodyId) => (["CLEAR", "RED"] as const).map((tlp) => ({ ...row, id: `${bodyId}-${tlp}`, body_id: bodyId, tlp }))))
    .execute();
  const seen = async (who: string) => (await meetingsFor(portal.db, { actor: who === "stranger" ? STRANGER : await portal.actor(who) })).map(({ id }) => id);
  expect([await seen("lid1.netwerk"), await seen("lid1.veilig"), await seen("stranger"), await seen("gemeente1"), await seen("lid1.netwerk")]).toEqual([
    ["netwerk-CLEAR", "netwerk-RED", "veilig-CLEAR"],
    ["netwerk-CLEAR", "veilig-CLEAR", "veilig-RED"],
    ["netwerk-CLEAR", "veilig-CLEAR"],
    ["netwerk-CLEAR", "veilig-CLEAR"],
    ["netwerk-CLEAR", "netwerk-RED", "veilig-CLEAR"],
  ]);
});

test("a kept answer is given again until anybody commits, each reader's beside the others'", async () => {
  const portal = await aPortal();
  let asked = 0;
  const kept = keptUntilCommit<{ id: string }, { actor: Actor }>((db, args) => (asked++, meetingsFor(db, args)));
  const [netwerk, gemeente] = [await portal.actor("lid1.netwerk"), await portal.actor("gemeente1")];
  const row = { title: "", starts_at: portal.now(), ends_at: portal.now(), location: "", state: "gepland" as const, source: null, created_by: "beheer", created_at: portal.now(), minutes_revision: 0, tlp: "RED" as const, body_id: "netwerk" };
  const add = (id: string, db = portal.db) => db.insertInto("meeting").values({ ...row, id }).execute();
  const seen = async (actor: Actor) => (await kept(portal.db, { actor })).map(({ id }) => id);

  expect([await seen(netwerk), await seen(netwerk), await seen(gemeente), await seen(gemeente)]).toEqual([[], [], [], []]);
  expect(asked).toBe(runsOnPostgres ? 4 : 2);
  await add("eerste");
  expect([await seen(netwerk), await seen(gemeente)]).toEqual([["eerste"], []]);
  await portal.db.transaction().execute(async (trx) => {
    await add("tweede", trx);
    expect((await kept(trx, { actor: netwerk })).length).toBe(2);
  });
  expect([await seen(netwerk), await seen(gemeente)]).toEqual([["eerste", "tweede"], []]);
  await expect(portal.db.transaction().execute(async (trx) => (await add("derde", trx), await kept(trx, { actor: netwerk }), Promise.reject(new Error("toch niet"))))).rejects.toThrow("toch niet");
  expect(await seen(netwerk)).toEqual(["eerste", "tweede"]);
});
