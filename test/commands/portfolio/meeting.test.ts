import { expect, test } from "vitest";
import { addAgendaItem } from "#app/commands/meetings/add-agenda-item.ts";
import { planMeeting } from "#app/commands/meetings/plan-meeting.ts";
import { sendAgenda } from "#app/commands/meetings/send-agenda.ts";
import { startMeeting } from "#app/commands/meetings/start-meeting.ts";
import { decideOnInitiative } from "#app/commands/portfolio/decide-on-initiative.ts";
import { anApp } from "#test/support/app.ts";
import { done } from "#test/support/meeting.ts";
import { aPortfolio, proposed } from "#test/support/portfolio.ts";
import { at } from "#test/support/portal.ts";
import { readable } from "#test/support/walk.ts";

const inFavour = { outcome: "opnemen", dictum: "Wij nemen dit op.", motivation: "Past.", until: null } as const;

/** A meeting of this body at three, with one item. */
async function aMeeting(portfolio: Awaited<ReturnType<typeof aPortfolio>>, bodyId: string, isClosed = false) {
  const secretary = await portfolio.actingAs(`secretaris.${bodyId}`);
  const { id: meetingId } = done(await planMeeting(secretary, { bodyId, title: "Overleg", startsAt: at("15:00"), endsAt: at("16:00"), location: "Online" }));
  const { id: agendaItemId } = done(await addAgendaItem(secretary, { meetingId, title: "Samen sneller", kind: "besluit", isClosed, notes: "" }));
  done(await sendAgenda(secretary, { meetingId }));
  return { meetingId, agendaItemId, start: async () => done(await startMeeting(secretary, { meetingId })) };
}

test("a decision taken in a meeting stands with that meeting, on its day", async () => {
  const portfolio = await aPortfolio();
  const { initiative: number } = await proposed(portfolio, [portfolio.first]);
  const { start, ...item } = await aMeeting(portfolio, "taskforce");
  await start();
  portfolio.clockStrikes("2026-03-09T10:00");
  const board = anApp(portfolio).as("secretaris.taskforce");
  const [form, chosen] = [await board.page(`/portfolio/${number}/besluit`), `${item.meetingId}:${item.agendaItemId}`];
  expect(form).toContain(`value="${chosen}"`);
  const answer = await board.post(`/portfolio/${number}/besluit`, { outcome: "opnemen", item: chosen, dictum: "Wij nemen dit op.", motivation: "Past.", until: "", question: "", for: "", against: "", abstain: "" });

  expect(answer.status).toBe(302);
  expect(await portfolio.db.selectFrom("decision").select(["decided_on", "meeting_id", "agenda_item_id"]).executeTakeFirst()).toEqual({ decided_on: "2026-03-05", meeting_id: item.meetingId, agenda_item_id: item.agendaItemId });
  expect(readable(await board.page(`/vergaderingen/${item.meetingId}`))).toContain("B-2026-001");
});

test("a meeting that has not begun, or of another body, is not where it was decided; nothing is written", async () => {
  const portfolio = await aPortfolio();
  const { initiative: number } = await proposed(portfolio, [portfolio.first]);
  const board = await portfolio.board();
  const [planned, other] = [await aMeeting(portfolio, "taskforce"), await aMeeting(portfolio, "netwerk")];
  await other.start();

  for (const item of [planned, other]) expect(await decideOnInitiative(board, { ...inFavour, number, item })).toEqual({ ok: false, refusal: "item-not-found" });
  expect(await portfolio.db.selectFrom("decision").select("id").execute()).toEqual([]);
  expect(await portfolio.db.selectFrom("initiative").select("state").executeTakeFirst()).toEqual({ state: "voorgesteld" });
});

test("a decision under a closed item stays within the Taskforce", async () => {
  const portfolio = await aPortfolio();
  const { initiative: number } = await proposed(portfolio, [portfolio.first]);
  const item = await aMeeting(portfolio, "taskforce", true);
  await item.start();
  expect((await decideOnInitiative(await portfolio.board(), { ...inFavour, number, item })).ok).toBe(true);

  expect((await anApp(portfolio).as("stranger").get("/besluiten/B-2026-001")).status).toBe(404);
  expect((await anApp(portfolio).as("lid1.taskforce").get("/besluiten/B-2026-001")).status).toBe(200);
});
