import { describe, expect, test } from "vitest";
import { addVersion } from "#app/commands/proposals/add-version.ts";
import { commentOnVersion } from "#app/commands/proposals/comment-on-version.ts";
import { followSubject } from "#app/commands/following/follow-subject.ts";
import { markNewsSeen } from "#app/commands/following/mark-news-seen.ts";
import { unfollowSubject } from "#app/commands/following/unfollow-subject.ts";
import { changeTlp } from "#app/commands/proposals/change-tlp.ts";
import { listNews } from "#db/queries/following.ts";
import { aDraft, aDraftingTable, aProposal, aText, theLog } from "#test/support/drafting.ts";
import type { Chamber } from "#test/support/voting.ts";

const newsOf = async (chamber: Chamber, who: string) =>
  (await listNews(chamber.db, (await chamber.as(who)).actor, chamber.resources.now())).map((entry) => `${entry.kind} ${entry.number}`);

async function anEventfulProposal(chamber: Chamber, number: string) {
  chamber.clockStrikes("10:00");
  await addVersion(await chamber.as("lid1"), { ...aText({ statement: "Binnen 30 minuten." }), number, basedOn: 1, why: "Korter" });
  chamber.clockStrikes("10:05");
  await commentOnVersion(await chamber.as("lid2"), { number, version: 2, statement: "Goed zo" });
}

describe("following", () => {
  test("a gemeente account follows a proposal and sees what changed since the last visit, newest first", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    await followSubject(await chamber.as("gemeente"), { kind: "proposal", reference: number });

    expect(await newsOf(chamber, "gemeente")).toEqual([]);
    await anEventfulProposal(chamber, number);
    expect(await newsOf(chamber, "gemeente")).toEqual([`comment ${number}`, `version ${number}`]);
  });

  test("after it was marked as seen there is no news, and the log tells", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const gemeente = await chamber.as("gemeente");
    await followSubject(gemeente, { kind: "proposal", reference: number });
    await anEventfulProposal(chamber, number);

    await markNewsSeen(gemeente, { kind: "proposal", reference: number });

    expect(await newsOf(chamber, "gemeente")).toEqual([]);
    expect((await theLog(chamber)).filter((line) => line.startsWith("gemeente"))).toEqual(["gemeente subject.follow", "gemeente news.seen"]);
  });

  test.each([
    ["body", "veilig"],
    ["component", "ggi-veilig"],
    ["need", "BEH-001"],
  ] as const)("the same news reaches who follows its %s, once", async (kind, reference) => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    await followSubject(await chamber.as("gemeente"), { kind, reference });
    await anEventfulProposal(chamber, number);

    expect(await newsOf(chamber, "gemeente")).toEqual([`version ${number}`]);
  });

  test("one's own acts are no news", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    await followSubject(await chamber.as("lid1"), { kind: "proposal", reference: number });
    await anEventfulProposal(chamber, number);

    expect(await newsOf(chamber, "lid1")).toEqual([`comment ${number}`]);
  });

  test("a proposal that became stricter than the reader may see is silent", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    await followSubject(await chamber.as("gemeente"), { kind: "proposal", reference: number });
    await anEventfulProposal(chamber, number);
    await changeTlp(await chamber.as("sam"), { number, tlp: "RED", reason: "Gevoelig" });

    expect(await newsOf(chamber, "gemeente")).toEqual([]);
  });

  test("twice is once, also at the same moment; and stopping stops", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const gemeente = await chamber.as("gemeente");
    const subject = { kind: "proposal", reference: number } as const;

    await Promise.all([followSubject(gemeente, subject), followSubject(gemeente, subject)]);
    expect(await chamber.db.selectFrom("follow").select("id").execute()).toHaveLength(1);
    await unfollowSubject(gemeente, subject);
    expect(await chamber.db.selectFrom("follow").select("id").execute()).toEqual([]);
  });

  test("a stranger follows nothing, and nobody follows what is hidden", async () => {
    const chamber = await aDraftingTable();
    const number = await aDraft(chamber);

    expect(await followSubject(await chamber.as("stranger"), { kind: "body", reference: "veilig" })).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await followSubject(await chamber.as("gemeente"), { kind: "proposal", reference: number })).toEqual({ ok: false, refusal: "not-found" });
  });
});
