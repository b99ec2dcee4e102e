import { addMembership } from "#app/commands/bodies/add-membership.ts";
import { addSeat } from "#app/commands/bodies/add-seat.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { addDemoAccount } from "#app/commands/demo/add-demo-account.ts";
import { registerAdoption } from "#app/commands/demo/register-adoption.ts";
import { addOrganisation } from "#app/commands/organisations/add-organisation.ts";
import { COMPONENTS } from "../reference/reference.ts";
import type { Loaded } from "../reference/load-reference.ts";
import { inventAdoption } from "./adoption.ts";
import { emailOf, PEOPLE } from "./people.ts";
import { must, type Stage } from "./stage.ts";

/** The people of the demonstration with their organisations, seats and memberships. */
export async function loadPeople(context: CommandContext, loaded: Loaded, passwordHash: string, stage: Stage): Promise<void> {
  const organisations = new Map(loaded.municipalities.map(({ code, id }) => [code, id]));
  const seats = new Map<string, string>();
  for (const { handle, name, job, organisation, isAdmin = false, isMunicipalAdmin = false, seat } of PEOPLE) {
    const key = "code" in organisation ? organisation.code : organisation.name;
    const none = { code: null, province: null, inhabitants: null, contact: null, accountManager: null };
    if (!organisations.has(key)) organisations.set(key, must(await addOrganisation(context, { ...none, kind: key.startsWith("V") ? "vng" : "ketenpartner", name: key }), key).id);
    const { id } = must(await addDemoAccount(context, { name, email: emailOf(handle), organisationId: organisations.get(key) ?? "", job, passwordHash, isAdmin, isMunicipalAdmin }), handle);
    stage.book.people.set(handle, id);
    if (!seat) continue;
    const place = `${seat.body}:${key}:${seat.isVoting}`;
    const seatId = seats.get(place) ?? must(await addSeat(context, { body: seat.body, organisation: key, isVoting: seat.isVoting }), place).id;
    seats.set(place, seatId);
    must(await addMembership(context, { seatId, email: emailOf(handle), role: seat.role }), handle);
  }
}

/** Invented figures, marked as such: which gemeente takes part in what. */
export async function loadAdoption(context: CommandContext, { municipalities, componentIds }: Loaded): Promise<void> {
  const large = [...municipalities].sort((a, b) => (b.inhabitants ?? 0) - (a.inhabitants ?? 0) || (a.code < b.code ? -1 : 1));
  const idOf = new Map(large.map(({ code, id }) => [code, id]));
  for (const { slug } of COMPONENTS) {
    const states = [...inventAdoption(slug, [...idOf.keys()])].map(([code, state]) => ({ organisationId: idOf.get(code) ?? "", state }));
    must(await registerAdoption(context, { componentId: componentIds.get(slug) ?? "", states }), slug);
  }
}
