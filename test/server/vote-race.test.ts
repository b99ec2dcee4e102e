import { expect, test } from "vitest";
import { startSession } from "#app/auth/sessions.ts";
import { openRound } from "#app/commands/voting/open-round.ts";
import { prepareRound } from "#app/commands/voting/prepare-round.ts";
import { instant, later, MINUTE } from "#app/domain/shared/instant.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { done } from "#test/support/meeting.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { aText } from "#test/support/drafting.ts";
import { aPortal } from "#test/support/portal.ts";
import { aServer } from "#test/support/server.ts";

/** shorter than a session may rest */
const OPEN_FOR = 5 * MINUTE;

/** A served portal in the present, with an open round about one proposal and the members of Veilig signed in. */
async function anOpenRound() {
  const portal = await aPortal({ members: 3 });
  portal.clockStrikes(new Date().toISOString().slice(0, 16));
  const number = done(await draftProposal(await portal.actingAs("lid1.veilig"), { ...aText({ needs: ["BH-001"] }), body: "veilig", kind: "eis", tlp: "CLEAR" })).number;
  done(await putUnderDiscussion(await portal.actingAs("voorzitter.veilig"), { number }));
  const { id: proposalId } = await portal.db.selectFrom("proposal").select("id").where("number", "=", number).executeTakeFirstOrThrow();
  const secretary = await portal.actingAs("secretaris.veilig");
  const { id } = done(await prepareRound(secretary, { bodyId: "veilig", title: "Race", explanation: "", kind: "besluit", proposalIds: [proposalId], rule: ruleOf("gewoon", { motivation: [] }), visibility: "openbaar", opensAt: portal.now(), closesAt: later(portal.now(), OPEN_FOR) }));
  done(await openRound(secretary, { roundId: id }));

  const server = await aServer(portal);
  const cookies: string[] = [];
  for (const who of ["lid1.veilig", "lid2.veilig", "lid3.veilig"]) cookies.push((await startSession({ ...portal.resources, now: () => instant(new Date()), actor: await portal.actor("stranger") }, who, new Request("http://localhost/"))).split(";")[0] ?? "");
  const address = `/stemrondes/${id}/stembiljet`;
  const form = (await server.get(address, cookies[0])).body;
  const item = /name="nonce-([^"]+)"/.exec(form)?.[1] ?? "";
  const hash = new RegExp(`name="tekst-${item}" value="([^"]+)"`).exec(form)?.[1] ?? "";
  const cast = (seat: number, choice: string, nonce: string) => server.post(address, { [`nonce-${item}`]: nonce, [`tekst-${item}`]: hash, [`keuze-${item}`]: choice, [`motivering-${item}`]: `zo ${nonce}`, stap: "bewaar" }, cookies[seat]);
  const ballots = () => portal.db.selectFrom("ballot").selectAll().where("round_item_id", "=", item).orderBy("revision").execute();
  return { portal, address, cast, ballots };
}

test("two hundred different votes of one seat at once: each is kept as a revision, in order, and one counts", async () => {
  const { address, cast, ballots, portal } = await anOpenRound();
  const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => cast(0, n % 2 === 0 ? "voor" : "tegen", `n-${n}`)));
  expect(new Set(answers.map(({ headers }) => headers.location))).toEqual(new Set([address]));
  const kept = await ballots();
  expect(kept.map(({ revision }) => revision)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
  expect(new Set(kept.map(({ receipt }) => receipt)).size).toBe(200);
  const logged = await portal.db.selectFrom("event").select("id").where("act", "=", "ballot.cast").execute();
  expect(logged).toHaveLength(200);
}, 120_000);

test("the same vote sent two hundred times at once is one ballot", async () => {
  const { address, cast, ballots } = await anOpenRound();
  const answers = await Promise.all(Array.from({ length: 200 }, () => cast(0, "voor", "steeds-dezelfde")));
  expect(new Set(answers.map(({ headers }) => headers.location))).toEqual(new Set([address]));
  expect((await ballots()).map(({ revision, choice }) => [revision, choice])).toEqual([[1, "voor"]]);
}, 120_000);

test("votes race against closing time: what came before counts, what came after is refused and kept nowhere", async () => {
  const { portal, address, cast, ballots } = await anOpenRound();
  const racing = Array.from({ length: 60 }, async (_, n) => {
    await new Promise((resolve) => setTimeout(resolve, n * 5));
    return cast(n % 3, "voor", `r-${n}`);
  });
  await Promise.any(racing);
  portal.clockAdvances(OPEN_FOR);
  const answers = await Promise.all(racing);
  const late = await cast(0, "tegen", "te-laat");

  const [inTime, tooLate] = [answers.filter(({ headers }) => headers.location === address).length, answers.filter(({ status }) => status === 409).length];
  expect([inTime + tooLate, inTime > 0, tooLate > 0, late.status]).toEqual([60, true, true, 409]);
  expect(late.body).toContain("zo te-laat");
  const [kept, { closes_at: closesAt }] = [await ballots(), await portal.db.selectFrom("round").select("closes_at").executeTakeFirstOrThrow()];
  expect(kept).toHaveLength(inTime);
  expect(kept.every(({ cast_at: castAt }) => castAt < closesAt)).toBe(true);
}, 120_000);
