import { describe, expect, test } from "vitest";
import { changeTlp } from "#app/commands/proposals/change-tlp.ts";
import { moveProposal, type ProposalMove } from "#app/commands/proposals/move-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { resubmitProposal } from "#app/commands/proposals/resubmit-proposal.ts";
import { sendToAdvice } from "#app/commands/proposals/send-to-advice.ts";
import { sendToPortfolio } from "#app/commands/proposals/send-to-portfolio.ts";
import { withdrawProposal } from "#app/commands/proposals/withdraw-proposal.ts";
import { linkProposals } from "#app/commands/proposals/link-proposals.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { inTransaction } from "#db/client.ts";
import { findProposal } from "#db/queries/proposals.ts";
import { aDraft, aDraftingTable, aProposal, aText, theLog } from "#test/support/drafting.ts";
import type { Chamber } from "#test/support/voting.ts";

const today = "2026-11-05" as Day;
const stateOf = async (chamber: Chamber, number: string) => (await findProposal(chamber.db, (await chamber.as("sam")).actor, number, today))?.state;
const idOf = async (chamber: Chamber, number: string) => (await findProposal(chamber.db, (await chamber.as("sam")).actor, number, today))?.id ?? "";
const put = (chamber: Chamber, number: string, state: ProposalState) => chamber.db.updateTable("proposal").set({ state }).where("number", "=", number).execute();
const move = async (chamber: Chamber, number: string, input: Omit<ProposalMove, "proposalId">) => {
  const [context, proposalId] = [await chamber.as("sam"), await idOf(chamber, number)];
  return inTransaction(chamber.db, (trx) => moveProposal(trx, context, { proposalId, ...input }));
};

describe("the steps that people take", () => {
  test("the voorzitter puts a draft under discussion, a member does not", async () => {
    const chamber = await aDraftingTable();
    const number = await aDraft(chamber);

    expect(await putUnderDiscussion(await chamber.as("lid1"), { number })).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await putUnderDiscussion(await chamber.as("vera"), { number })).toEqual({ ok: true, value: "under_discussion" });
    expect(await theLog(chamber)).toEqual(["lid1 proposal.draft", "vera proposal.discuss"]);
  });

  test("of two people who click at the same moment, one is told it was done", async () => {
    const chamber = await aDraftingTable();
    const number = await aDraft(chamber);
    const [vera, sam] = [await chamber.as("vera"), await chamber.as("sam")];

    const answers = await Promise.all([putUnderDiscussion(vera, { number }), putUnderDiscussion(sam, { number })]);

    expect(answers.map((answer) => (answer.ok ? "done" : answer.refusal)).sort()).toEqual(["done", "wrong-state"]);
  });

  test("a proposal that somebody may not see does not exist for them", async () => {
    const chamber = await aDraftingTable();
    const number = await aDraft(chamber);

    expect(await putUnderDiscussion(await chamber.as("rita"), { number })).toEqual({ ok: false, refusal: "not-found" });
  });

  test("an author withdraws a draft with a reason; it stays there to read", async () => {
    const chamber = await aDraftingTable();
    const number = await aDraft(chamber);

    expect(await withdrawProposal(await chamber.as("lid1"), { number, reason: "" })).toEqual({ ok: false, refusal: "reason-missing" });
    expect((await withdrawProposal(await chamber.as("lid1"), { number, reason: "Dubbel met VEI-009" })).ok).toBe(true);
    expect(await stateOf(chamber, number)).toBe("withdrawn");
    expect(await findProposal(chamber.db, STRANGER, number, today)).toBeNull();
  });

  test("what is under discussion the secretaris withdraws, at the request of an author who is named", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const sam = await chamber.as("sam");

    expect(await withdrawProposal(await chamber.as("lid1"), { number, reason: "Klaar" })).toEqual({ ok: false, refusal: "wrong-state" });
    expect(await withdrawProposal(sam, { number, reason: "Klaar", askedBy: "lid2" })).toEqual({ ok: false, refusal: "author-missing" });
    expect(await withdrawProposal(sam, { number, reason: "Klaar", askedBy: "lid1" })).toEqual({ ok: true, value: "withdrawn" });
  });

  test("an adopted eis goes by the Adviesraad, and with its advice to the Taskforce", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const sam = await chamber.as("sam");
    await put(chamber, number, "adopted");

    expect(await sendToPortfolio(sam, { number })).toEqual({ ok: false, refusal: "wrong-kind" });
    expect(await sendToAdvice(sam, { number })).toEqual({ ok: true, value: "in_advice" });
    expect(await move(chamber, number, { move: "advise", advice: "negative" })).toEqual({ ok: true, value: "advised" });
    expect(await sendToPortfolio(sam, { number })).toEqual({ ok: true, value: "in_portfolio" });
    expect((await findProposal(chamber.db, STRANGER, number, today))?.advice).toBe("negative");
  });

  test("a proposal at another body stays one of the body that wrote it: number, authors and origin do not move", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    await put(chamber, number, "adopted");
    await sendToAdvice(await chamber.as("sam"), { number });
    const [there, rita] = [await findProposal(chamber.db, STRANGER, number, today), await chamber.as("rita")];

    expect(there).toMatchObject({ number, state: "in_advice", bodyId: "veilig", authorIds: ["lid1"] });
    expect(await sendToPortfolio(rita, { number })).toEqual({ ok: false, refusal: "not-allowed" });
    await move(chamber, number, { move: "refer-back-by-advice", reason: "Hoe snel kan het?" });
    expect(await findProposal(chamber.db, STRANGER, number, today)).toMatchObject({ state: "referred_back", bodyId: "veilig", question: "Hoe snel kan het?" });
    expect(await resubmitProposal(rita, { ...aText({ statement: "Binnen 30 minuten." }), number, basedOn: 1, why: "Antwoord" })).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await resubmitProposal(await chamber.as("lid1"), { ...aText({ statement: "Binnen 30 minuten." }), number, basedOn: 1, why: "Antwoord" })).toMatchObject({ ok: true });
  });

  test("what was referred back returns with a new version that answers the question", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    await put(chamber, number, "in_portfolio");
    await move(chamber, number, { move: "refer-back", reason: "Te duur", question: "Kan het goedkoper?" });
    const next = { ...aText({ statement: "Binnen 45 minuten." }), number, basedOn: 1, why: "Goedkoper" };

    expect((await findProposal(chamber.db, STRANGER, number, today))?.question).toBe("Kan het goedkoper?");
    expect(await resubmitProposal(await chamber.as("sam"), next)).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await resubmitProposal(await chamber.as("lid1"), next)).toEqual({ ok: true, value: { version: 2 } });
    expect(await findProposal(chamber.db, STRANGER, number, today)).toMatchObject({ state: "under_discussion", currentVersion: 2, question: null });
    expect((await theLog(chamber)).slice(-2)).toEqual(["lid1 proposal.edit", "lid1 proposal.resubmit"]);
  });
});

describe("moves by a round or a portfolio decision", () => {
  test("are written as a step with their cause, and logged", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);

    expect(await move(chamber, number, { move: "open-vote", roundId: "r1" })).toEqual({ ok: true, value: "in_vote" });

    const step = await chamber.db.selectFrom("proposal_step").selectAll().where("act", "=", "open-vote").executeTakeFirst();
    expect(step).toMatchObject({ from_state: "under_discussion", to_state: "in_vote", round_id: "r1", version: 1 });
    expect((await theLog(chamber)).at(-1)).toBe("sam proposal.move");
  });

  test("follow the same table: nothing is adopted that is not in a vote", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);

    expect(await move(chamber, number, { move: "adopt" })).toEqual({ ok: false, refusal: "wrong-state" });
  });

  test("an adoption makes what it replaces superseded, with a link to its successor", async () => {
    const chamber = await aDraftingTable();
    const [old, fresh] = [await aProposal(chamber), await aProposal(chamber, { title: "Opvolger" })];
    await put(chamber, old, "planned");
    await linkProposals(await chamber.as("lid1"), { number: fresh, other: old, kind: "replaces" });
    await move(chamber, fresh, { move: "open-vote" });

    await move(chamber, fresh, { move: "adopt" });

    expect(await findProposal(chamber.db, STRANGER, old, today)).toMatchObject({ state: "superseded", replacedBy: await idOf(chamber, fresh) });
  });

  test("what is on hold until a day is in the portfolio again on that day, without anybody acting", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    await put(chamber, number, "in_portfolio");
    await move(chamber, number, { move: "hold", reason: "Wacht op budget", heldUntil: "2026-12-01" as Day });

    expect(await stateOf(chamber, number)).toBe("on_hold");
    expect((await findProposal(chamber.db, STRANGER, number, "2026-12-01" as Day))?.state).toBe("in_portfolio");
  });
});

describe("the label", () => {
  test("gets stricter at once", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);

    expect(await changeTlp(await chamber.as("sam"), { number, tlp: "RED", reason: "Gevoelig" })).toEqual({ ok: true, value: "changed" });
    expect(await findProposal(chamber.db, STRANGER, number, today)).toBeNull();
  });

  test("gets looser only when voorzitter and secretaris both ask for it", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber, { tlp: "GREEN" });
    const [sam, vera] = [await chamber.as("sam"), await chamber.as("vera")];
    const looser = { number, tlp: "CLEAR", reason: "Mag iedereen weten" } as const;

    expect(await changeTlp(sam, looser)).toEqual({ ok: true, value: "waiting" });
    expect(await changeTlp(sam, looser)).toEqual({ ok: false, refusal: "second-person-needed" });
    expect(await findProposal(chamber.db, STRANGER, number, today)).toBeNull();
    expect(await changeTlp(vera, looser)).toEqual({ ok: true, value: "changed" });
    expect(await findProposal(chamber.db, STRANGER, number, today)).not.toBeNull();
    expect((await theLog(chamber)).slice(-2)).toEqual(["sam proposal.relabel", "vera proposal.relabel"]);
  });

  test("is not for authors to change", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);

    expect(await changeTlp(await chamber.as("lid1"), { number, tlp: "GREEN", reason: "Liever niet" })).toEqual({ ok: false, refusal: "not-allowed" });
  });
});
