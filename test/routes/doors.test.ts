import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { addAgendaItem } from "#app/commands/meetings/add-agenda-item.ts";
import { planMeeting } from "#app/commands/meetings/plan-meeting.ts";
import { sendAgenda } from "#app/commands/meetings/send-agenda.ts";
import { createInitiative } from "#app/commands/portfolio/create-initiative.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { addChapter } from "#app/commands/requirement-sets/add-chapter.ts";
import { addRequirements } from "#app/commands/requirement-sets/add-requirements.ts";
import { freezeRequirementSet } from "#app/commands/requirement-sets/freeze-requirement-set.ts";
import { startRequirementSet } from "#app/commands/requirement-sets/start-requirement-set.ts";
import { openRound } from "#app/commands/voting/open-round.ts";
import { prepareRound } from "#app/commands/voting/prepare-round.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { anApp, routeTable, type Door } from "#test/support/app.ts";
import { aText } from "#test/support/drafting.ts";
import { done } from "#test/support/meeting.ts";
import { anInitiative } from "#test/support/portfolio.ts";
import { aPortal, at } from "#test/support/portal.ts";

const ROLES = ["stranger", "gemeente1", "gemeentebeheerder1", "lid1.netwerk", "lid1.veilig", "voorzitter.veilig", "secretaris.veilig", "secretaris.taskforce", "beheer"];

const sourceOf = ({ file }: Door): string => readFileSync(new URL(`../../app/${file}`, import.meta.url), "utf8");

/** How a door opens: who guards its loader or action on the first line, or null when it has none. */
function guardOf(door: Door, side: "loader" | "action"): "visitor" | "requireActor" | "closed" | "missing" | null {
  const code = sourceOf(door);
  if (new RegExp(`export const ${side} = \\(\\): (?:never|Promise<never>) => notFound\\(\\)`).test(code)) return "closed";
  if (side === "loader" && code.includes("export { nothingToRead as loader } from")) return "closed";
  if (!new RegExp(`export (?:async function|function|const|\\{)[^\\n]*\\b${side}\\b`).test(code)) return null;
  if (/^export \{ loader \} from/.test(code)) return side === "loader" ? "visitor" : null;
  const first = new RegExp(`export async function ${side}\\(args: \\w+\\)[^{]*\\{\\s*(?:const [^;]+|\\w+\\()?\\bawait (visitor|requireActor)\\(args\\)[^;]*;`).exec(code);
  return (first?.[1] as "visitor" | "requireActor" | undefined) ?? "missing";
}

/** Every act that a stranger may try. Adding to this list is a decision; forgetting the guard is not. */
const OPEN_ACTIONS = ["routes/personal/mail-preference.tsx", "routes/access/login.tsx", "routes/access/set-password.tsx", "routes/building-blocks/note-composer.tsx", "routes/demo/demo-account.ts"];

describe("the first line of every loader and action says who may come in", () => {
  test.each(routeTable.map((door) => [door.file, door] as const))("%s", (_, door) => {
    for (const side of ["loader", "action"] as const) expect([side, guardOf(door, side)]).not.toEqual([side, "missing"]);
  });
});

test("only the acts on the list are open to a stranger", () => {
  const open = routeTable.filter((door) => guardOf(door, "action") === "visitor").map(({ file }) => file);
  expect(open.filter((file) => !OPEN_ACTIONS.includes(file))).toEqual([]);
});

const CANARY = "zilverreiger";
type Secrets = Awaited<ReturnType<typeof aGuardedPortal>>["secrets"][number];

/** Parameters that point at a secret, and at what does not exist. */
const addressesOf = (door: Door, { number, round, meeting, initiative, set, chapter }: Secrets): string[] => {
  const path = `/${door.path ?? ""}`.replace(/^\/\//, "/");
  const fill = (values: Record<string, string>) => path.replace(/:([A-Za-z]+)/g, (_, name: string) => values[name] ?? "bestaat-niet");
  const known = { number: path.startsWith("/portfolio") ? initiative : number, id: path.startsWith("/vergaderingen") ? meeting : round, slug: path.startsWith("/programma-van-eisen") ? set : "veilig", version: "1", code: "9001", chapterId: chapter, format: "csv" };
  return [...new Set([fill(known), fill({})])];
};

/** Per label: a proposal, a round about it, a meeting with it on the agenda, an initiative for it and a frozen programma van eisen, all with the canary and the label in their words. */
async function aGuardedPortal() {
  const portal = await aPortal();
  const [author, chair, secretary, board] = [await portal.actingAs("lid1.veilig"), await portal.actingAs("voorzitter.veilig"), await portal.actingAs("secretaris.veilig"), await portal.actingAs("secretaris.taskforce")];
  const secrets = [];
  for (const tlp of ["GREEN", "AMBER", "RED"] as const) {
    const title = `${CANARY} ${tlp}`;
    const drafted = await Promise.all([0, 1].map(async () => done(await draftProposal(author, { ...aText({ title, statement: `De ${CANARY} ${tlp} blijft binnen.`, needs: ["BH-001"] }), body: "veilig", kind: "eis", tlp })).number));
    const [number = "", second = ""] = drafted;
    for (const one of drafted) done(await putUnderDiscussion(chair, { number: one }));
    const { id: proposalId } = await portal.db.selectFrom("proposal").select("id").where("number", "=", number).executeTakeFirstOrThrow();
    const { id: round } = done(await prepareRound(secretary, { bodyId: "veilig", title, explanation: title, kind: "besluit", proposalIds: [proposalId], rule: ruleOf("gewoon"), visibility: "openbaar", opensAt: portal.now(), closesAt: at("18:00") }));
    done(await openRound(secretary, { roundId: round }));
    const { id: meeting } = done(await planMeeting(secretary, { bodyId: "veilig", title, startsAt: at("13:00"), endsAt: at("14:00"), location: title, tlp }));
    done(await addAgendaItem(secretary, { meetingId: meeting, title, kind: "bespreking", isClosed: true, notes: title }));
    done(await sendAgenda(secretary, { meetingId: meeting }));
    let initiative = "geen";
    if (tlp !== "RED") {
      await portal.db.updateTable("proposal").set({ state: "in_portfolio" }).where("number", "=", second).execute();
      initiative = done(await createInitiative(board, anInitiative({ title, summary: title, proposals: [second] }))).number;
    }
    const { slug: set } = done(await startRequirementSet(secretary, { component: "ggi-veilig", title, lot: title, intro: title, tlp }));
    const { id: chapter } = done(await addChapter(secretary, { slug: set, title, intro: title, parentId: null }));
    const third = done(await draftProposal(author, { ...aText({ title, statement: `Ook de ${CANARY} ${tlp} blijft binnen.`, needs: ["BH-001"] }), body: "veilig", kind: "eis", tlp })).number;
    done(await putUnderDiscussion(chair, { number: third }));
    await portal.db.updateTable("proposal").set({ state: "adopted" }).where("number", "=", third).execute();
    done(await addRequirements(secretary, { slug: set, chapterId: chapter, proposals: [third] }));
    done(await freezeRequirementSet(secretary, { slug: set, note: title, seen: 3 }));
    secrets.push({ tlp, number, round, meeting, initiative, set, chapter });
  }
  return { portal, secrets };
}

/** What each reader may never meet, whichever door is tried and however the answer is asked for. */
const HIDDEN: Readonly<Record<string, readonly string[]>> = {
  stranger: ["GREEN", "AMBER", "RED"],
  gemeente1: ["AMBER", "RED"],
  gemeentebeheerder1: ["AMBER", "RED"],
  "lid1.netwerk": ["RED"],
  "secretaris.taskforce": ["RED"],
  beheer: ["RED"],
};

test.each(Object.entries(HIDDEN))("no page, feed, file, list or loader's data shows %s a text above what they may read", async (who, labels) => {
  const { portal, secrets } = await aGuardedPortal();
  const browser = anApp(portal).as(who);
  const leaks: string[] = [];
  const isLeak = (text: string) => labels.some((label) => text.includes(`${CANARY} ${label}`));
  for (const door of routeTable.filter((one) => ["visitor", "requireActor"].includes(guardOf(one, "loader") ?? ""))) {
    for (const address of new Set(secrets.map((secret) => addressesOf(door, secret)[0] ?? ""))) {
      if (isLeak(await browser.page(address))) leaks.push(address);
      const data = await browser.get(`${address}?_data=${encodeURIComponent(door.id)}`);
      if (isLeak(await data.text())) leaks.push(`${address} as data`);
    }
  }
  const found = ["/zoeken", "/voorstellen", "/stemrondes", "/vergaderingen", "/besluiten", "/portfolio", "/programma-van-eisen"].map((list) => `${list}?q=${CANARY}`);
  for (const address of found) if (isLeak(await browser.page(address))) leaks.push(address);
  expect(leaks).toEqual([]);
}, 120_000);

test("the canary is there for who may read it: the tests above look in the right places", async () => {
  const { portal, secrets } = await aGuardedPortal();
  const reader = anApp(portal).as("lid1.veilig");
  for (const { tlp, number, round, meeting, set } of secrets) {
    for (const path of [`/voorstellen/${number}`, `/stemrondes/${round}`, `/vergaderingen/${meeting}`, `/programma-van-eisen/${set}`, `/programma-van-eisen/${set}.csv`]) expect([path, (await reader.page(path)).includes(`${CANARY} ${tlp}`)]).toEqual([path, true]);
  }
});

test("HEAD answers as GET does, without a body, and data is refused where the page is", async () => {
  const { portal, secrets } = await aGuardedPortal();
  const differences: string[] = [];
  for (const who of ["stranger", "lid1.netwerk"]) {
    const browser = anApp(portal).as(who);
    for (const door of routeTable.filter((one) => guardOf(one, "loader") !== null)) {
      for (const address of addressesOf(door, secrets[2] as Secrets)) {
        const [page, head, data] = [await browser.get(address), await browser.head(address), await browser.get(`${address}?_data=${encodeURIComponent(door.id)}`)];
        if (head.status !== page.status || (await head.text()) !== "") differences.push(`${who} HEAD ${address}: ${head.status}, not ${page.status}`);
        const isRefused = page.status >= 300;
        const refusesData = data.headers.has("X-Remix-Redirect") || data.headers.has("Location") || data.status >= 300;
        if (isRefused !== refusesData) differences.push(`${who} data of ${address}: ${data.status}, page ${page.status}`);
      }
    }
  }
  expect(differences).toEqual([]);
}, 120_000);

test("every door answers every role with a page, a way to sign in, or a refusal: never an error", async () => {
  const { portal, secrets } = await aGuardedPortal();
  const surprises: string[] = [];
  for (const who of ROLES) {
    const browser = anApp(portal).as(who);
    for (const door of routeTable) {
      for (const address of addressesOf(door, secrets[0] as Secrets)) {
        const guards = { get: guardOf(door, "loader"), post: guardOf(door, "action") };
        for (const method of ["get", "post"] as const) {
          if (guards[method] === null || (method === "post" && /uitloggen|demo/.test(address))) continue;
          const answer = await browser[method](address);
          const mustSignIn = who === "stranger" && guards[method] === "requireActor";
          const isFine = mustSignIn
            ? answer.status === 302 && answer.headers.get("Location")?.startsWith("/inloggen?naar=")
            : [200, 302, 303, 304, 400, 403, 404, 409, 415, 422, 429].includes(answer.status);
          if (!isFine) surprises.push(`${who} ${method} ${address}: ${answer.status}`);
        }
      }
    }
  }
  expect(surprises).toEqual([]);
}, 240_000);
