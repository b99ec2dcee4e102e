import { expect, test } from "vitest";
import { changeAccount } from "#app/commands/access/change-account.ts";
import { disableAccount } from "#app/commands/access/disable-account.ts";
import { addMembership } from "#app/commands/bodies/add-membership.ts";
import { addSeat } from "#app/commands/bodies/add-seat.ts";
import { changeBody } from "#app/commands/bodies/change-body.ts";
import { endSeat } from "#app/commands/bodies/end-seat.ts";
import { setAdoption } from "#app/commands/municipalities/set-adoption.ts";
import { addOrganisation } from "#app/commands/organisations/add-organisation.ts";
import { addPartner } from "#app/commands/organisations/add-partner.ts";
import { endPartner } from "#app/commands/organisations/end-partner.ts";
import { mergeMunicipality } from "#app/commands/organisations/merge-municipality.ts";
import { DAY, later, type Day } from "#app/domain/shared/instant.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { anApp } from "#test/support/app.ts";
import { aText } from "#test/support/drafting.ts";
import { aPortal, at, insertPerson, type Portal } from "#test/support/portal.ts";
import { readable } from "#test/support/walk.ts";

const none = { code: null, province: null, inhabitants: null, contact: null, accountManager: null };

async function aRegion(portal: Portal, ...codes: string[]): Promise<string> {
  const admin = await portal.actingAs("beheer");
  const made = await addOrganisation(admin, { ...none, kind: "samenwerkingsverband", name: "Regio Oost" });
  if (!made.ok) throw new Error(made.refusal);
  for (const municipality of codes) expect(await addPartner(admin, { id: made.value.id, municipality, from: portal.now(), until: null })).toEqual({ ok: true, value: true });
  return made.value.id;
}

test("a samenwerkingsverband that is connected counts for each of its gemeenten, once, until they leave", async () => {
  const portal = await aPortal();
  const admin = await portal.actingAs("beheer");
  const id = await aRegion(portal, "9001", "9002");
  const state = (state: "aangesloten" | "besloten") => [{ component: "ggi-netwerk", state, note: "" }];
  expect((await setAdoption(admin, { code: "9001", states: state("besloten") })).ok).toBe(true);
  expect((await setAdoption(admin, { code: id, states: state("aangesloten") })).ok).toBe(true);

  const stranger = anApp(portal).as("stranger");
  expect(readable(await stranger.page("/gemeenten"))).toMatch(/GGI-Netwerk 18 0 0 0 2/);
  expect(readable(await stranger.page("/gemeenten?onderdeel=ggi-netwerk&stand=aangesloten"))).toContain("2 gemeenten");
  expect(readable(await stranger.page("/gemeenten?onderdeel=ggi-netwerk&stand=besloten"))).toContain("0 gemeenten");
  expect(readable(await stranger.page("/gemeenten/9001"))).toContain("Aangesloten via Regio Oost");
  expect(readable(await stranger.page(`/organisaties/${id}`))).toContain("Gemeente 1");

  expect((await endPartner(admin, { id, municipalityId: "gemeente-2" })).ok).toBe(true);
  portal.clockAdvances(1);
  expect(readable(await stranger.page("/gemeenten"))).toMatch(/GGI-Netwerk 19 0 0 0 1/);
});

test("a gemeente does not get a second voice through its samenwerkingsverband, whatever the order", async () => {
  const portal = await aPortal();
  const admin = await portal.actingAs("beheer");
  await aRegion(portal, "9001");
  expect((await addSeat(admin, { body: "veilig", organisation: "Regio Oost", isVoting: true })).ok).toBe(true);
  expect(await addSeat(admin, { body: "veilig", organisation: "9001", isVoting: true })).toEqual({ ok: false, refusal: "municipality-twice" });
  expect((await addSeat(admin, { body: "veilig", organisation: "9001", isVoting: false })).ok).toBe(true);
});

test("a gemeente that merged stays readable, points to its successor, and its seats end", async () => {
  const portal = await aPortal();
  const admin = await portal.actingAs("beheer");
  const input = { id: "gemeente-veilig-1", day: "2026-01-01" as Day, successors: ["9001"] };
  expect(await mergeMunicipality(admin, { ...input, successors: ["9999"] })).toEqual({ ok: false, refusal: "successor-unknown" });
  expect(await mergeMunicipality(admin, { ...input, day: "2027-01-01" as Day })).toEqual({ ok: false, refusal: "day-in-future" });
  expect(await mergeMunicipality(await portal.actingAs("secretaris.veilig"), input)).toEqual({ ok: false, refusal: "not-allowed" });
  expect(await mergeMunicipality(admin, input)).toEqual({ ok: true, value: true });
  expect(await mergeMunicipality(admin, input)).toEqual({ ok: false, refusal: "already-merged" });

  portal.clockAdvances(1);
  expect((await portal.actor("lid1.veilig")).memberships).toEqual([]);
  const page = readable(await anApp(portal).as("stranger").page("/gemeenten/3001"));
  expect(page).toContain("Deze gemeente bestaat niet meer sinds 1 januari 2026.");
  expect(page).toContain("Gaat verder als Gemeente 1");
  expect((await portal.db.selectFrom("event").select(["chain", "act"]).orderBy("chain").execute())).toEqual([{ chain: "portaal", act: "organisation.merge" }, { chain: "veilig", act: "seat.end" }]);
});

test("a seat and a membership in the future begin on their day, and may be ended before", async () => {
  const portal = await aPortal();
  const admin = await portal.actingAs("beheer");
  const [from, until] = [later(portal.now(), 10 * DAY), later(portal.now(), 20 * DAY)];
  const seat = await addSeat(admin, { body: "veilig", organisation: "9001", isVoting: true, from, until });
  if (!seat.ok) throw new Error(seat.refusal);
  expect((await addMembership(admin, { seatId: seat.value.id, email: "gemeente1@test.ggi", role: "member" })).ok).toBe(true);
  expect(await addMembership(admin, { seatId: seat.value.id, email: "gemeente1@test.ggi", role: "observer" })).toEqual({ ok: false, refusal: "already-member" });
  expect((await portal.actor("gemeente1")).memberships).toEqual([]);
  expect(readable(await anApp(portal).as("stranger").page("/gremia/veilig"))).not.toContain("Persoon gemeente1");
  expect(readable(await anApp(portal).as("beheer").page("/beheer/gremia/veilig"))).toContain("(begint nog)");
  portal.clockAdvances(10 * DAY);
  expect((await portal.actor("gemeente1")).memberships).toHaveLength(1);
  portal.clockAdvances(10 * DAY);
  expect((await portal.actor("gemeente1")).memberships).toEqual([]);

  const other = await addSeat(admin, { body: "veilig", organisation: "9002", isVoting: true, from: later(portal.now(), DAY) });
  expect((await endSeat(admin, { id: other.ok ? other.value.id : "" })).ok).toBe(true);
  expect(await endSeat(admin, { id: other.ok ? other.value.id : "" })).toEqual({ ok: false, refusal: "already-ended" });
  expect((await addSeat(admin, { body: "veilig", organisation: "9002", isVoting: true })).ok).toBe(true);
});

test("the prefix of a body changes until a proposal carries it", async () => {
  const portal = await aPortal();
  const admin = await portal.actingAs("beheer");
  const input = { slug: "services", name: "Expertgroep Diensten", prefix: "DIE", purpose: "Anders", defaultTlp: "CLEAR" as const };
  expect(await changeBody(admin, { ...input, prefix: "VEI" })).toEqual({ ok: false, refusal: "body-taken" });
  expect(await changeBody(admin, input)).toEqual({ ok: true, value: true });
  const drafted = await draftProposal(await portal.actingAs("lid1.services"), { ...aText({ title: "Een eis", statement: "Dit moet.", needs: ["BH-001"] }), body: "services", kind: "eis" });
  expect(drafted.ok && drafted.value.number).toBe("DIE-001");
  expect(await changeBody(admin, { ...input, prefix: "SER" })).toEqual({ ok: false, refusal: "prefix-used" });
  expect(await changeBody(admin, { ...input, name: "Weer anders" })).toEqual({ ok: true, value: true });
});

test("another right or address ends the sessions of an account; a new name does not; one beheerder stays", async () => {
  const portal = await aPortal();
  const admin = await portal.actingAs("beheer");
  const session = () => portal.db.insertInto("session").values({ id: "s", person_id: "gemeente1", created_at: at("11:00"), last_seen_at: at("11:00"), auth_at: at("11:00"), expires_at: at("23:00"), device: null }).execute();
  await session();
  const same = { id: "gemeente1", name: "Persoon gemeente1", email: "gemeente1@test.ggi", job: null, organisation: "9001", isAdmin: false, isMunicipalAdmin: false };
  expect(await changeAccount(admin, { ...same, name: "Andere Naam", job: "Adviseur" })).toEqual({ ok: true, value: { sessionsEnded: false } });
  for (const changes of [{ email: "nieuw@test.ggi" }, { email: "nieuw@test.ggi", isMunicipalAdmin: true }, { email: "nieuw@test.ggi", isMunicipalAdmin: true, organisation: "9002" }]) {
    expect(await changeAccount(admin, { ...same, ...changes })).toEqual({ ok: true, value: { sessionsEnded: true } });
    expect(await portal.db.selectFrom("session").select("id").execute()).toEqual([]);
    await session();
  }
  expect(await changeAccount(admin, { ...same, email: "GEMEENTE2@test.ggi" })).toEqual({ ok: false, refusal: "email-taken" });
  expect(await changeAccount(admin, { ...same, id: "beheer", email: "beheer@test.ggi" })).toEqual({ ok: false, refusal: "last-admin" });
  await insertPerson(portal.db, "beheer2", null, { isAdmin: true });
  const answers = await Promise.all([changeAccount(admin, { ...same, id: "beheer", email: "beheer@test.ggi" }), changeAccount(await portal.actingAs("beheer2"), { ...same, id: "beheer2", email: "beheer2@test.ggi" })]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test("blocking and giving access again are two acts in the log", async () => {
  const portal = await aPortal();
  const admin = await portal.actingAs("beheer");
  for (const disabled of [true, false]) await disableAccount(admin, { id: "gemeente1", disabled });
  expect((await portal.db.selectFrom("event").select("act").orderBy("sequence").execute()).map(({ act }) => act)).toEqual(["account.disable", "account.enable"]);
});
