import { expect } from "vitest";
import { paths } from "#app/paths.ts";

export type Name = keyof typeof paths;
export const ROLES = [null, "lid1.veilig", "secretaris.veilig", "voorzitter.veilig", "secretaris.adviesraad", "secretaris.taskforce", "lid1.taskforce", "gemeentebeheerder1", "beheer"] as const;
export type Role = (typeof ROLES)[number];

export interface Visit {
  readonly role: Role;
  readonly path: string;
  readonly status: number;
}

/** Where people find what there is: the lists, and below them the pages that lead on. */
const LISTS = ["/gremia", "/behoeften", "/voorstellen?gremium=veilig", "/voorstellen", "/stemrondes", "/vergaderingen", "/vergaderingen?wanneer=geweest", "/besluiten", "/toezeggingen", "/actiepunten?van=alle", "/programma-van-eisen", "/portfolio", "/portfolio/scenarios", "/roadmap", "/adviezen", "/gemeenten", "/organisaties", "/bouwstenen", "/mijn", "/beheer/accounts", "/beheer/gremia", "/beheer/organisaties?soort=samenwerkingsverband", "/beheer/organisaties"];
const DEEPER = [{ page: /^\/vergaderingen\/[0-9a-f-]{36}$/, leads: ["", "/agenda", "/tijdens", "/notulen/verbeteringen"] }, { page: /^\/voorstellen\/[A-Z]+-\d+$/, leads: ["", "/wijzigingsvoorstellen"] }, { page: /^\/programma-van-eisen\/(?!nieuw)[a-z0-9-]+$/, leads: ["", "/indeling"] }, { page: /^\/roadmap\/RM-\d+$/, leads: [""] }];

/** The roles at the door of a portal, without a browser: each signs in once, through the demonstration. */
export function visitorsOf(url: string) {
  const cookies = new Map<Role, string>([[null, ""]]);
  const send = async (role: Role, path: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(url + path, { method: "POST", redirect: "manual", headers: { origin: url, cookie: await cookieOf(role) }, body: new URLSearchParams(fields) });
  async function cookieOf(role: Role): Promise<string> {
    const known = cookies.get(role);
    if (known !== undefined) return known;
    const answer = await send(null, paths.demoAccount, { account: `${role}@demo.ggi`, naar: "/" });
    const made = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
    cookies.set(role, made);
    return made;
  }
  return { cookieOf, send, ask: async (role: Role, path: string): Promise<Response> => fetch(url + path, { redirect: "manual", headers: { cookie: await cookieOf(role) } }) };
}
type Visitors = ReturnType<typeof visitorsOf>;

/** For every page an address that exists, and somebody who may see it: found as people find it, by the links on the lists. */
export async function findVisits(visitors: Visitors, pages: readonly Name[]): Promise<{ visits: Visit[]; missing: Name[] }> {
  const links = new Map<Role, Set<string>>(ROLES.map((role) => [role, new Set()]));
  const follow = async (role: Role, addresses: readonly string[]): Promise<void> => {
    const texts = await Promise.all(addresses.map(async (address) => (await visitors.ask(role, address)).text()));
    for (const [, link = ""] of texts.join().matchAll(/(?:href|action)="(\/[^"#?]*)/g)) links.get(role)?.add(link);
  };
  const found = new Map<Name, Visit>();
  const search = async (): Promise<Name[]> => {
    for (const name of pages) if (!found.has(name)) await addressFor(visitors, name, links).then((visit) => visit && found.set(name, visit));
    return pages.filter((name) => !found.has(name));
  };
  await aPartnership(visitors);
  for (const role of ROLES) await follow(role, LISTS);
  if ((await search()).length > 0) {
    for (const role of ROLES) await follow(role, DEEPER.flatMap(({ page, leads }) => [...(links.get(role) ?? [])].filter((link) => page.test(link)).slice(0, 30).flatMap((link) => leads.map((lead) => link + lead))));
  }
  return { missing: await search(), visits: [...found.values()] };
}

/** The demonstration has no samenwerkingsverband: the beheerder makes one. */
async function aPartnership(visitors: Visitors): Promise<void> {
  const { status } = await visitors.send("beheer", paths.adminNewOrganisation, { kind: "samenwerkingsverband", name: "Samen aan de Plas" });
  expect(status).toBe(302);
}

async function addressFor(visitors: Visitors, name: Name, links: ReadonlyMap<Role, ReadonlySet<string>>): Promise<Visit | null> {
  const path: string = paths[name];
  const block = [...(links.get(null) ?? [])].find((link) => /^\/bouwstenen\/(?!samen)/.test(link))?.split("/")[2] ?? "";
  const query = name === "proposalComparison" ? "?van=1&naar=2" : name === "search" ? "?q=netwerk" : name === "auditVerification" ? "?keten=veilig" : /^note/.test(name) ? `?b=${block}` : "";
  for (const role of ROLES) {
    for (const candidate of (path.includes(":") ? candidatesFor(path, [...(links.get(role) ?? [])]) : [path]).slice(0, 40)) {
      const { status } = await visitors.ask(role, candidate + query);
      if (status === 200) return { role, path: candidate + query, status };
      // Whoever is a stranger here is a stranger to all of these.
      if (role === null && status === 302) break;
    }
  }
  return null;
}

/** `/stemrondes/:id/uitslag` with every id that the links know. */
function candidatesFor(path: string, links: readonly string[]): string[] {
  const [, start = "", , rest = ""] = /^(.*?\/)(:[A-Za-z]+)(.*)$/.exec(path) ?? [];
  const own = new RegExp(`^${path.replace(/:[A-Za-z]+/g, "[^/]+")}$`);
  const values = new Set(links.filter((link) => link.startsWith(start)).map((link) => link.slice(start.length).split("/")[0] ?? "").filter((value) => /^(?:[A-Z]+-[\d-]+|[0-9a-f-]{36}|\d{4})$/.test(value) || !["nieuw", "samenstellen", "capaciteit", "importeren", "stappen", "dekking", "weergaven", "bestand", "lijkt-op", "", "agenda", "reeksen", "criteria", "rangorde", "scenarios", "wat-als", "afdruk", "inbedden"].includes(value)));
  return [...links.filter((link) => own.test(link) && !/\/(?:nieuw|verwerken|importeren|capaciteit|samenstellen|criteria|rangorde|scenarios|wat-als|afdruk|inbedden)$/.test(link)), ...(rest.includes(":") ? [...values].map((value) => `${start}${value}${rest.replace(/:version/, "1")}`).filter((link) => !link.includes(":")) : [...values].map((value) => `${start}${value}${rest}`))];
}
