import { expect, test } from "vitest";
import { changeInitiative } from "#app/commands/portfolio/change-initiative.ts";
import { decideOnInitiative } from "#app/commands/portfolio/decide-on-initiative.ts";
import { changeTlp } from "#app/commands/proposals/change-tlp.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { countDecisions } from "#db/queries/decisions.ts";
import { findInitiative, listInitiatives } from "#db/queries/portfolio.ts";
import { findRoadmapItem } from "#db/queries/roadmap.ts";
import { anInitiative, aPortfolio, inPortfolio, proposed } from "#test/support/portfolio.ts";

type Portfolio = Awaited<ReturnType<typeof aPortfolio>>;

/** What a stranger may know: how many initiatives, roadmap items and decisions of the first of each. */
async function publicly({ db, now }: Portfolio): Promise<{ initiatives: number; items: number; decisions: number }> {
  return {
    initiatives: (await listInitiatives(db, STRANGER, {}, dutchDay(now()))).length,
    items: (await findRoadmapItem(db, STRANGER, "RM-001")) === null ? 0 : 1,
    decisions: await countDecisions(db, STRANGER, {}, now()),
  };
}

test("a proposal that becomes stricter takes its initiative, the place on the roadmap and the decision along", async () => {
  const portfolio = await aPortfolio();
  const { initiative } = await proposed(portfolio, [portfolio.first, portfolio.second]);
  await decideOnInitiative(await portfolio.board(), { number: initiative, outcome: "opnemen", dictum: "Ja.", motivation: "Past.", until: null });
  expect(await publicly(portfolio)).toEqual({ initiatives: 1, items: 1, decisions: 1 });

  const changed = await changeTlp(await portfolio.actingAs("secretaris.netwerk"), { number: portfolio.first, tlp: "AMBER", reason: "Toch gevoelig" });
  expect(changed).toEqual({ ok: true, value: "changed" });
  expect(await publicly(portfolio)).toEqual({ initiatives: 0, items: 0, decisions: 0 });
  expect(await findInitiative(portfolio.db, await portfolio.actor("lid1.veilig"), initiative, dutchDay(portfolio.now()))).toMatchObject({ tlp: "AMBER" });
});

test("a looser label opens the initiative again once nothing strict is left in it, and leaves the decision as strict as it was", async () => {
  const portfolio = await aPortfolio();
  const amber = await inPortfolio(portfolio, "Vertrouwelijke eis", "AMBER");
  const { initiative } = await proposed(portfolio, [portfolio.first, amber]);
  await decideOnInitiative(await portfolio.board(), { number: initiative, outcome: "opnemen", dictum: "Ja.", motivation: "Past.", until: null });
  const loosen = { number: amber, tlp: "CLEAR", reason: "Mag openbaar" } as const;
  await changeTlp(await portfolio.actingAs("secretaris.netwerk"), loosen);
  expect(await publicly(portfolio)).toEqual({ initiatives: 0, items: 0, decisions: 0 });

  await changeTlp(await portfolio.actingAs("voorzitter.netwerk"), loosen);
  expect(await publicly(portfolio)).toEqual({ initiatives: 1, items: 1, decisions: 0 });
});

test("an initiative that is changed before the decision gives its new words and label to its place on the roadmap", async () => {
  const portfolio = await aPortfolio();
  const amber = await inPortfolio(portfolio, "Vertrouwelijke eis", "AMBER");
  const { initiative, item } = await proposed(portfolio, [portfolio.first]);
  await changeInitiative(await portfolio.board(), { ...anInitiative({ title: "Nieuwe naam", proposals: [portfolio.first, amber] }), number: initiative });

  expect(await findRoadmapItem(portfolio.db, STRANGER, item)).toBeNull();
  expect(await findRoadmapItem(portfolio.db, await portfolio.actor("lid1.veilig"), item)).toMatchObject({ title: "Nieuwe naam" });
});
