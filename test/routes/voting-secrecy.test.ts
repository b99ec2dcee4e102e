import { expect, test } from "vitest";
import { acceptProxy } from "#app/commands/voting/accept-proxy.ts";
import { giveProxy } from "#app/commands/voting/give-proxy.ts";
import { recordReceivedBallot } from "#app/commands/voting/record-received-ballot.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { anApp, routeTable } from "#test/support/app.ts";
import { aChamber, aRound, vote, type Chamber } from "#test/support/voting.ts";

const CANARY = "zilverreiger";
const PHRASE = /zilverreiger (?:van|met|per|als)/;
/** A seat that nobody but its own holder may see the words of; the others said something else. */
const ROLES = ["stranger", "gemeente", "beheer", "raad1", "rita", "rob", "lid5", "vera", "sam"];
const REPRESENTATIONS = ["", "?narekenen=1", "?onderdeel=1", "?stap=controle", "?zetel=seat-lid1", "?pagina=1", "?_data=routes%2Fvoting%2Fresult"];

async function anOpenRoundFullOfCanaries(kind: "peiling" | "besluit" | "stilte" | "prioritering") {
  const chamber = await aChamber({ seats: 5 });
  for (const serial of [1, 2]) await chamber.proposal(serial);
  const roundId = await aRound(chamber, { kind, proposalIds: ["p1", "p2"] });
  const against = { peiling: "niet_akkoord", besluit: "tegen", stilte: "bezwaar", prioritering: '[["VEI-002"],["VEI-001"]]' }[kind];
  await vote(chamber, roundId, "lid1", against, { motivation: `${CANARY} van lid1` });
  if (kind === "peiling") await vote(chamber, roundId, "lid2", "akkoord_mits", { motivation: `${CANARY} van lid2`, condition: `${CANARY} als voorwaarde` });
  const given = await giveProxy(await chamber.as("lid3"), { bodyId: "veilig", fromSeatId: "seat-lid3", toSeatId: "seat-lid2", scope: "ronde", subjectId: roundId });
  await acceptProxy(await chamber.as("lid2"), { bodyId: "veilig", proxyId: given.ok ? given.value.id : "" });
  await vote(chamber, roundId, "lid2", against, { seatId: "seat-lid3", motivation: `${CANARY} met volmacht` });
  const [item] = await listItems(chamber.db, roundId);
  if (kind !== "prioritering") await recordReceivedBallot(await chamber.as("sam"), { roundId, seatId: "seat-lid4", itemId: item?.id ?? "", nonce: "p", textHash: item?.textHash ?? "", choice: against, motivation: `${CANARY} per telefoon`, note: "telefonisch" });
  return { chamber, roundId, figures: figuresOf(kind) };
}

/** How a page would say the count, were it to; each round holds enough against votes to be told apart. */
const figuresOf = (kind: string): RegExp =>
  ({
    peiling: /\d+ niet akkoord|zetels gaven hun mening|"niet_akkoord":\s*[1-9]/,
    besluit: /stemden? voor en|stemmen voor nodig|"against":\s*[1-9]/,
    stilte: /zetels? maakten? bezwaar|vastgesteld zonder bezwaar|"objections":\s*[0-9]/,
    prioritering: /Schulze|"pairwise"|"order":/,
  })[kind] ?? /$^/;

const fill = (path: string | undefined, roundId: string): string =>
  `/${path ?? ""}`.replace(/^\/\//, "/").replace(/:([A-Za-z]+)/g, (_, name: string) => ({ id: roundId, slug: "veilig", number: "VEI-001", version: "1", code: "9001" })[name] ?? "bestaat-niet");

/** Every address about this round; the pages that show figures afterwards in every representation. */
function addressesOf(roundId: string): string[] {
  const filled = routeTable.flatMap(({ module, path }) => ("loader" in module ? [fill(path, roundId)] : [])).filter((address) => address.includes(roundId));
  return filled.flatMap((address) => (/uitslag$|stembiljet$|rangschikking$/.test(address) ? REPRESENTATIONS.map((tail) => `${address}${tail}`) : [address]));
}

/** What leaks from these addresses to these people. A search says back what was searched for, so the canaries are whole phrases. */
async function leaksOf(chamber: Chamber, people: readonly string[], addresses: readonly string[], figures: RegExp): Promise<string[]> {
  const leaks: string[] = [];
  for (const person of people) {
    const browser = anApp({ actingAs: chamber.as }).as(person);
    for (const address of addresses) {
      const text = (await (await browser.get(address)).text()).replaceAll("<!-- -->", "");
      if (PHRASE.test(text) || figures.test(text)) leaks.push(`${person} ${address}`);
    }
  }
  return leaks;
}

test.each(["peiling", "besluit", "stilte", "prioritering"] as const)(
  "while a %s is open no address of it, in no representation, tells anybody else a choice, a motivation or a count",
  async (kind) => {
    const { chamber, roundId, figures } = await anOpenRoundFullOfCanaries(kind);
    expect(await leaksOf(chamber, ROLES, addressesOf(roundId), figures)).toEqual([]);
  },
  120_000,
);

test("and neither does any other page, feed, file or search of the portal", async () => {
  const { chamber, roundId, figures } = await anOpenRoundFullOfCanaries("besluit");
  const elsewhere = routeTable.flatMap(({ module, path }) => ("loader" in module ? [fill(path, roundId)] : [])).filter((address) => !address.includes(roundId));
  expect(await leaksOf(chamber, ["stranger", "lid5", "sam"], [...elsewhere, `/zoeken?q=${CANARY}`, `/voorstellen?q=${CANARY}`], figures)).toEqual([]);
}, 120_000);

test("the same looks find the canaries once the round has closed, so they would have found them before", async () => {
  const { chamber, roundId, figures } = await anOpenRoundFullOfCanaries("besluit");
  chamber.clockStrikes("11:00");
  const text = await page(chamber, "lid5", `/stemrondes/${roundId}/uitslag`);
  expect(PHRASE.test(text)).toBe(true);
  expect(figures.test(text)).toBe(true);
});

const page = async (chamber: Chamber, person: string, address: string): Promise<string> => (await (await anApp({ actingAs: chamber.as }).as(person).get(address)).text()).replaceAll("<!-- -->", "");

test("who holds a volmacht never sees what the seat itself voted, only that it did", async () => {
  for (const kind of ["besluit", "prioritering"] as const) {
    const chamber = await aChamber();
    for (const serial of [1, 2]) await chamber.proposal(serial);
    const roundId = await aRound(chamber, { kind, proposalIds: ["p1", "p2"] });
    await withVolmacht(chamber, roundId);
    const cast = await vote(chamber, roundId, "lid1", kind === "besluit" ? "tegen" : '[["VEI-002"],["VEI-001"]]', { motivation: `${CANARY} van lid1` });
    expect(cast.ok).toBe(true);
    for (const tail of ["", "&stap=controle", "&pagina=1"]) {
      const shown = await page(chamber, "lid2", `/stemrondes/${roundId}/${kind === "besluit" ? "stembiljet" : "rangschikking"}?zetel=seat-lid1${tail}`);
      expect(shown).toContain("Deze zetel heeft hier zelf gestemd.");
      expect(shown).not.toMatch(/zilverreiger|value="tegen"[^>]*checked|checked[^>]*value="tegen"|<input[^>]*value="[12]"/);
    }
    expect(await page(chamber, "lid1", `/stemrondes/${roundId}/${kind === "besluit" ? "stembiljet" : "rangschikking"}`)).toMatch(/zilverreiger van lid1|<input[^>]*value="[12]"/);
  }
});

/** lid2 votes for lid1 too. */
async function withVolmacht(chamber: Chamber, roundId: string): Promise<void> {
  const given = await giveProxy(await chamber.as("lid1"), { bodyId: "veilig", fromSeatId: "seat-lid1", toSeatId: "seat-lid2", scope: "ronde", subjectId: roundId });
  await acceptProxy(await chamber.as("lid2"), { bodyId: "veilig", proxyId: given.ok ? given.value.id : "" });
}
const DATA = "&_data=routes%2Fvoting%2Fballot";

test("nor does a volmacht show the condition that the seat made, also beside one of its own", async () => {
  const chamber = await aChamber();
  for (const serial of [1, 2]) await chamber.proposal(serial);
  const roundId = await aRound(chamber, { kind: "peiling", proposalIds: ["p1", "p2"] });
  await withVolmacht(chamber, roundId);
  await vote(chamber, roundId, "lid1", "akkoord_mits", { condition: `${CANARY} als voorwaarde` });
  expect((await vote(chamber, roundId, "lid2", "akkoord_mits", { seatId: "seat-lid1", position: 2, condition: "mits met volmacht" })).ok).toBe(true);
  for (const tail of ["", "&stap=controle", DATA]) {
    const shown = await page(chamber, "lid2", `/stemrondes/${roundId}/stembiljet?zetel=seat-lid1${tail}`);
    expect(shown).toContain("mits met volmacht");
    expect(shown).not.toContain(CANARY);
  }
});
