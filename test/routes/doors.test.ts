import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { anApp, routeTable, type Door } from "#test/support/app.ts";
import { aText } from "#test/support/drafting.ts";
import { aPortal } from "#test/support/portal.ts";

const ROLES = ["stranger", "gemeente1", "gemeentebeheerder1", "lid1.netwerk", "lid1.veilig", "voorzitter.veilig", "secretaris.veilig", "secretaris.taskforce", "beheer"];

const sourceOf = ({ file }: Door): string => readFileSync(new URL(`../../app/${file}`, import.meta.url), "utf8");

/** How a door opens: who guards its loader or action on the first line, or null when it has none. */
function guardOf(door: Door, side: "loader" | "action"): "visitor" | "requireActor" | "closed" | "missing" | null {
  const code = sourceOf(door);
  if (new RegExp(`export const ${side} = \\(\\): (?:never|Promise<never>) => notFound\\(\\)`).test(code)) return "closed";
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
/** Parameters that point at what exists, and at what does not. */
const addressesOf = (door: Door, number: string): string[] => {
  const fill = (values: Record<string, string>) => `/${door.path ?? ""}`.replace(/^\/\//, "/").replace(/:([A-Za-z]+)/g, (_, name: string) => values[name] ?? "bestaat-niet");
  return [...new Set([fill({ number, slug: "veilig", version: "1", code: "9001" }), fill({})])];
};

async function aGuardedPortal() {
  const portal = await aPortal();
  const author = await portal.actingAs("lid1.veilig");
  const drafted: string[] = [];
  for (const tlp of ["GREEN", "AMBER", "RED"] as const) {
    const made = await draftProposal(author, { ...aText({ title: `${CANARY} ${tlp}`, statement: `De ${CANARY} blijft binnen ${tlp}.`, needs: ["BH-001"] }), body: "veilig", kind: "eis", tlp });
    if (!made.ok) throw new Error(made.refusal);
    const shared = await putUnderDiscussion(await portal.actingAs("voorzitter.veilig"), { number: made.value.number });
    if (!shared.ok) throw new Error(shared.refusal);
    drafted.push(made.value.number);
  }
  return { portal, drafted };
}

test("no page, feed, file or list shows a stranger a text that is not CLEAR", async () => {
  const { portal, drafted } = await aGuardedPortal();
  const stranger = anApp(portal).as("stranger");
  const leaks: string[] = [];
  for (const door of routeTable.filter(({ module }) => "loader" in module)) {
    for (const number of drafted) {
      for (const address of addressesOf(door, number)) {
        const text = await (await stranger.get(address)).text();
        if (text.includes(CANARY)) leaks.push(address);
      }
    }
  }
  for (const address of [`/zoeken?q=${CANARY}`, `/voorstellen?q=${CANARY}`]) {
    const text = await stranger.page(address);
    if (/zilverreiger (GREEN|AMBER|RED)/.test(text)) leaks.push(address);
  }
  expect(leaks).toEqual([]);
});

test("a member of another body does not read RED, whichever door is tried", async () => {
  const { portal, drafted } = await aGuardedPortal();
  const leaks: string[] = [];
  for (const who of ["gemeente1", "lid1.netwerk", "beheer"]) {
    const browser = anApp(portal).as(who);
    for (const door of routeTable.filter(({ module }) => "loader" in module)) {
      for (const address of addressesOf(door, drafted[2] ?? "")) {
        const text = await (await browser.get(address)).text();
        if (text.includes(`${CANARY} RED`)) leaks.push(`${who} ${address}`);
      }
    }
  }
  expect(leaks).toEqual([]);
});

test("every door answers every role with a page, a way to sign in, or a refusal: never an error", async () => {
  const { portal, drafted } = await aGuardedPortal();
  const surprises: string[] = [];
  for (const who of ROLES) {
    const browser = anApp(portal).as(who);
    for (const door of routeTable) {
      for (const address of addressesOf(door, drafted[0] ?? "")) {
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
