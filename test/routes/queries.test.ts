import Database from "better-sqlite3";
import { Kysely, sql } from "kysely";
import { expect, test } from "vitest";
import { runGenerate } from "#db/cli/generate.ts";
import type { Db } from "#db/client.ts";
import { migrateToLatest } from "#db/migrate.ts";
import type { Schema } from "#db/schema.ts";
import { sqliteDialect } from "#db/sqlite-dialect.ts";
import { seed } from "#seeds/seed.ts";
import { actorOf } from "#db/queries/people.ts";
import { instant } from "#app/domain/shared/instant.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import { runsOnPostgres } from "#test/support/database.ts";
import { anApp } from "#test/support/app.ts";

const MOST = 12;
/** Session, person and memberships: asked before the page itself by whoever sends a session along. */
const OF_SESSION = 3;
const NOW = instant(new Date("2026-11-25T10:00:00Z"));

interface Asked {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The demonstration with two thousand more proposals, and a note of everything that is asked of it. */
async function aBusyPortal() {
  const asked: Asked[] = [];
  const db: Db = new Kysely<Schema>({ dialect: sqliteDialect(new Database(":memory:")), log: ({ query }) => void asked.push(query) });
  await migrateToLatest(db);
  let serial = 0;
  const newId = () => `id-${String(++serial).padStart(6, "0")}`;
  await seed({ db, now: () => NOW, newId }, { isDemo: true });
  await runGenerate(["--proposals", "2000", "--seats", "0"], { out: () => {}, err: () => {}, open: () => Promise.resolve(db), now: () => NOW });
  const actingAs = async (email: string) => {
    const person = await db.selectFrom("person").select("id").where("email_key", "=", email).executeTakeFirst();
    return { db, now: () => NOW, newId, actor: person ? await actorOf(db, person.id, NOW) : STRANGER };
  };
  const app = anApp({ actingAs });
  return {
    db,
    /** What one page asks, without finding out who is there: that is the session's. */
    async queriesOf(address: string, who: string): Promise<readonly Asked[]> {
      const context = await actingAs(who);
      const mine = anApp({ actingAs: () => Promise.resolve(context) });
      asked.length = 0;
      const answer = await mine.as(who).get(address);
      if (answer.status !== 200) throw new Error(`${who} ${address}: ${answer.status}`);
      return [...asked];
    },
    app,
  };
}

/** A page of each kind that lists or shows; the longest of what there is. */
async function addressesOf(db: Db): Promise<string[]> {
  const busiest = await db.selectFrom("proposal_step").innerJoin("proposal", "proposal.id", "proposal_step.proposal_id").where("proposal.tlp", "=", "CLEAR").select("number").groupBy("number").orderBy((eb) => eb.fn.countAll(), "desc").executeTakeFirstOrThrow();
  const one = async (table: "meeting" | "decision" | "initiative" | "roadmap_item", column: "id" | "number") => {
    const { rows } = await sql<{ word: string }>`select ${sql.ref(column)} as word from ${sql.table(table)} where tlp = 'CLEAR' limit 1`.execute(db);
    return rows[0]?.word ?? "";
  };
  const sets = await db.selectFrom("requirement_series").innerJoin("requirement_set", "requirement_set.series_id", "requirement_series.id").innerJoin("requirement_freeze", "requirement_freeze.set_id", "requirement_set.id").select("slug").where("requirement_series.tlp", "=", "CLEAR").executeTakeFirstOrThrow();
  const rounds = await db.selectFrom("round").select(["id", "state"]).where("tlp", "=", "CLEAR").execute();
  const published = await db.selectFrom("meeting").select("id").where("state", "=", "gepubliceerd").where("tlp", "=", "CLEAR").orderBy("starts_at", "desc").executeTakeFirstOrThrow();
  const roundIn = (state: string) => rounds.find((round) => round.state === state)?.id ?? "";
  return [
    ...["/", "/voorstellen", "/voorstellen?q=koppeling", "/voorstellen?sort=nummer", "/zoeken?q=koppeling", "/besluiten", "/vergaderingen", "/stemrondes", "/roadmap", "/roadmap?weergave=nu", "/roadmap/wat-als?ja=RM-016", "/roadmap/inbedden", "/portfolio", "/portfolio?weergave=tabel", "/portfolio/criteria", "/adviezen", "/behoeften", "/gemeenten", "/gremia", "/programma-van-eisen", "/bouwstenen", "/actiepunten"],
    ...[`/voorstellen/${busiest.number}`, `/gremia/veilig`, `/stemrondes/${roundIn("open")}`, `/stemrondes/${roundIn("gepubliceerd")}`, `/stemrondes/${roundIn("gepubliceerd")}/uitslag`],
    "/toezeggingen",
    `/vergaderingen/${published.id}/notulen`,
    ...[`/programma-van-eisen/${sets.slug}`, `/programma-van-eisen/${sets.slug}/vergelijk`],
    ...[`/vergaderingen/${await one("meeting", "id")}`, `/besluiten/${await one("decision", "number")}`, `/portfolio/${await one("initiative", "number")}`, `/roadmap/${await one("roadmap_item", "number")}`],
  ];
}

/** Pages for the own body only: minutes in concept, with corrections and versions. */
async function ownAddressesOf(db: Db): Promise<string[]> {
  const { meeting_id: id } = await db.selectFrom("minutes_correction").select("meeting_id").executeTakeFirstOrThrow();
  return ["", "/verbeteringen", "/versies"].map((page) => `/vergaderingen/${id}/notulen${page}`);
}

test.skipIf(runsOnPostgres)(`no page asks the database more than ${MOST} times, whatever it shows and whoever reads`, { timeout: 240_000 }, async () => {
  const { db, queriesOf } = await aBusyPortal();
  const many: string[] = [];
  for (const address of await addressesOf(db)) {
    for (const who of ["", "gemeente1@demo.ggi", "lid1.veilig@demo.ggi", "secretaris.veilig@demo.ggi"]) {
      if (who === "" && address === "/actiepunten") continue;
      const { length } = await queriesOf(address, who);
      if (length > (who === "" ? MOST : MOST - OF_SESSION)) many.push(`${who} ${address}: ${length}`);
    }
  }
  for (const address of await ownAddressesOf(db)) {
    for (const who of ["lid1.veilig@demo.ggi", "secretaris.veilig@demo.ggi"]) {
      const { length } = await queriesOf(address, who);
      if (length > MOST - OF_SESSION) many.push(`${who} ${address}: ${length}`);
    }
  }
  const open = await db.selectFrom("round").innerJoin("body", "body.id", "round.body_id").select(["round.id", "body.slug"]).where("round.state", "=", "open").executeTakeFirstOrThrow();
  const ballot = (await queriesOf(`/stemrondes/${open.id}/stembiljet`, `lid1.${open.slug}@demo.ggi`)).length;
  if (ballot > MOST - OF_SESSION) many.push(`stembiljet: ${ballot}`);
  expect(many).toEqual([]);
});

/** Tables that grow with use; a look through all of one of them is a page that gets slower every year. */
const GROWING = /^SCAN (proposal|proposal_version|proposal_step|proposal_author|comment|condition|ballot|round_item|round_seat|event|decision|meeting|agenda_item|attendance|action_item|search_entry|requirement|requirement_chapter|follow|session|policy_note|roadmap_move|minutes_correction|minutes_version|commitment|erratum|annex|noted_outcome|cover_note)\b(?! USING (?:COVERING )?INDEX)/;

test.skipIf(runsOnPostgres)("no list, detail, search or register looks through a whole table that grows", { timeout: 240_000 }, async () => {
  const { db, queriesOf } = await aBusyPortal();
  const scans = new Set<string>();
  const own = await ownAddressesOf(db);
  for (const address of [...(await addressesOf(db)), ...own]) {
    for (const who of ["", "lid1.veilig@demo.ggi"]) {
      if (who === "" && (address === "/actiepunten" || own.includes(address))) continue;
      for (const query of await queriesOf(address, who)) {
        const { rows } = await db.executeQuery<{ detail: string }>({ sql: `explain query plan ${query.sql}`, parameters: query.parameters, query: { kind: "RawNode", sqlFragments: [], parameters: [] } as never, queryId: { queryId: "plan" } });
        for (const { detail } of rows) if (GROWING.test(detail)) scans.add(`${address}: ${detail}: ${query.sql.slice(0, 400)}`);
      }
    }
  }
  expect([...scans]).toEqual([]);
});
