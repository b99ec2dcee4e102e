import type { CommandContext, Resources } from "#app/commands/context.ts";
import { STRANGER, type Actor, type Role } from "#app/domain/access/actor.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { instant, later, type Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "#db/client.ts";
import { searchKey } from "#db/portable.ts";
import { actorOf } from "#db/queries/people.ts";
import { flag } from "#db/schema/flag.ts";
import { freshDatabase, type Around } from "#test/support/database.ts";

/** A moment on the day most tests live in, or on another: `at("19:30")`, `at("2026-04-01T08:00")`. UTC. */
export const at = (time: string): Instant => instant(new Date(time.includes("T") ? `${time}:00Z` : `2026-03-05T${time}:00Z`));

export type Portal = Awaited<ReturnType<typeof aPortal>>;

/**
 * A small portal with a clock you can set: five bodies, four components, two needs, and for each body
 * a voorzitter and a secretaris (advisory seats) and some leden (voting seats, each of a gemeente of its own).
 * People are known by their demonstration names: "voorzitter.veilig", "secretaris.veilig", "lid1.veilig" …,
 * "gemeente1" (an account without a seat), "gemeentebeheerder1", "beheer", and "stranger".
 */
export async function aPortal({ members = 3, around }: { members?: number; around?: Around } = {}) {
  const db = await freshDatabase(around);
  let clock = at("12:00");
  let serial = 0;
  const resources: Resources = { db, now: () => clock, newId: () => `id-${String(++serial).padStart(6, "0")}` };
  await furnish(db, members);

  const actor = (who: string): Promise<Actor> => (who === "stranger" ? Promise.resolve(STRANGER) : actorOf(db, who, clock));
  return {
    db,
    resources,
    actor,
    now: () => clock,
    /** Sets the clock: `clockStrikes("20:00")` or a full moment. */
    clockStrikes: (time: string) => void (clock = at(time)),
    clockAdvances: (milliseconds: number) => void (clock = later(clock, milliseconds)),
    async actingAs(who: string): Promise<CommandContext> {
      return { ...resources, actor: await actor(who) };
    },
  };
}

const START = at("2026-01-01T00:00");

export const BODIES = [
  { slug: "adviesraad", name: "GGI-Adviesraad", prefix: "ADV", kind: "adviesraad", tlp: "CLEAR" },
  { slug: "netwerk", name: "Expertgroep GGI-Netwerk", prefix: "NET", kind: "expertgroep", tlp: "CLEAR" },
  { slug: "veilig", name: "Expertgroep GGI-Veilig", prefix: "VEI", kind: "expertgroep", tlp: "GREEN" },
  { slug: "services", name: "Expertgroep GGI-Services", prefix: "SER", kind: "expertgroep", tlp: "CLEAR" },
  { slug: "taskforce", name: "Taskforce Samen Organiseren", prefix: "TSO", kind: "taskforce", tlp: "CLEAR" },
] as const satisfies readonly { slug: string; name: string; prefix: string; kind: string; tlp: Tlp }[];

const COMPONENTS = ["GGI-Netwerk", "GGI-Veilig", "GGI-Services", "GGI-Afspraken"];

/** Ids in tests speak for themselves: body "veilig", component "ggi-veilig", need "need-1", person "lid1.veilig", seat "seat-lid1.veilig". */
async function furnish(db: Db, members: number): Promise<void> {
  await db
    .insertInto("component")
    .values(COMPONENTS.map((name, position) => ({ id: name.toLowerCase(), slug: name.toLowerCase(), name, summary: "", position })))
    .execute();
  await db.insertInto("policy_area").values([{ id: "area-1", slug: "informatieveiligheid", name: "Informatieveiligheid", position: 1 }]).execute();
  await db
    .insertInto("body")
    .values(
      BODIES.map(({ slug, name, prefix, kind, tlp }, position) => ({
        id: slug, slug, name, prefix, kind, purpose: "", default_tlp: tlp, position, ended_at: null,
        component_id: kind === "expertgroep" ? `ggi-${slug}` : null,
      })),
    )
    .execute();
  await insertOrganisation(db, "vng-realisatie", "VNG Realisatie", "vng");
  for (let number = 1; number <= 5; number++) await insertOrganisation(db, `gemeente-${number}`, `Gemeente ${number}`, "gemeente", `900${number}`);

  for (const { slug } of BODIES) {
    await insertMember(db, slug, `voorzitter.${slug}`, "chair", "vng-realisatie", false);
    await insertMember(db, slug, `secretaris.${slug}`, "secretary", "vng-realisatie", false);
    for (let number = 1; number <= members; number++) {
      const organisation = `gemeente-${slug}-${number}`;
      await insertOrganisation(db, organisation, `Testgemeente ${slug} ${number}`, "gemeente", `${BODIES.findIndex((body) => body.slug === slug) + 1}${String(number).padStart(3, "0")}`);
      await insertMember(db, slug, `lid${number}.${slug}`, "member", organisation, true);
    }
  }
  await insertPerson(db, "gemeente1", "gemeente-1");
  await insertPerson(db, "gemeente2", "gemeente-2");
  await insertPerson(db, "gemeentebeheerder1", "gemeente-1", { isMunicipalAdmin: true });
  await insertPerson(db, "beheer", null, { isAdmin: true });
  await db
    .insertInto("need")
    .values(
      [1, 2].map((number) => ({
        id: `need-${number}`, number: `BH-00${number}`, title: `Behoefte ${number}`, statement: `Tekst van behoefte ${number}`, kind: "shared" as const, state: "accepted" as const,
        body_id: null, submitted_by: null, organisation_id: null, created_at: START, joined_to: null, answer: null, answered_by: null, answered_at: null,
      })),
    )
    .execute();
  await db.insertInto("counter").values({ name: "need", last: 2 }).execute();
  await db.insertInto("need_component").values([{ need_id: "need-1", component_id: "ggi-veilig" }]).execute();
}

async function insertOrganisation(db: Db, id: string, name: string, kind: "gemeente" | "vng", code: string | null = null): Promise<void> {
  await db
    .insertInto("organisation")
    .values({ id, kind, name, name_key: searchKey(name), code, province: kind === "gemeente" ? "Utrecht" : null, inhabitants: kind === "gemeente" ? 50_000 : null, valid_from: null, valid_until: null, tile_row: null, tile_column: null, contact: null })
    .execute();
}

export async function insertPerson(db: Db, id: string, organisationId: string | null, { isAdmin = false, isMunicipalAdmin = false } = {}): Promise<void> {
  const email = `${id}@test.ggi`;
  await db
    .insertInto("person")
    .values({ id, name: `Persoon ${id}`, email, email_key: email, organisation_id: organisationId, job: null, password_hash: null, is_admin: flag(isAdmin), is_municipal_admin: flag(isMunicipalAdmin), is_demo: 0, disabled_at: null, created_at: START })
    .execute();
}

/** A person with a seat of their own: seat id `seat-<person>`. */
export async function insertMember(db: Db, bodyId: string, personId: string, role: Role, organisationId: string, isVoting: boolean): Promise<void> {
  await insertPerson(db, personId, organisationId);
  await db.insertInto("seat").values({ id: `seat-${personId}`, body_id: bodyId, organisation_id: organisationId, is_voting: flag(isVoting), weight: 1, from: START, until: null }).execute();
  await db.insertInto("membership").values({ id: `membership-${personId}`, seat_id: `seat-${personId}`, person_id: personId, role, from: START, until: null }).execute();
}
