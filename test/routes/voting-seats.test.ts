import { expect, test } from "vitest";
import { acceptProxy } from "#app/commands/voting/accept-proxy.ts";
import { listCountingBallots } from "#db/queries/voting-ballots.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { anApp } from "#test/support/app.ts";
import { aChamber, aRound, at as moment, vote, type Chamber } from "#test/support/voting.ts";

const at = (chamber: Chamber, personId: string) => anApp({ actingAs: chamber.as }).as(personId);
const textOf = async (answer: Promise<Response> | Response): Promise<string> => (await (await answer).text()).replaceAll("<!-- -->", "");

async function anOpenRound() {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const roundId = await aRound(chamber);
  const [item] = await listItems(chamber.db, roundId);
  const form = (choice: string) => ({ stap: "bewaar", [`keuze-${item?.id}`]: choice, [`tekst-${item?.id}`]: item?.textHash ?? "", [`nonce-${item?.id}`]: `n-${choice}` });
  return { chamber, roundId, form, item };
}

const gift = (roundId: string) => ({ seat: "seat-lid1", to: "seat-lid2", scope: "ronde", round: roundId, meeting: "", begins: "", ends: "" });

test("a volmacht is asked, accepted and used by forms alone, and the stembiljet says for whom and through whom", async () => {
  const { chamber, roundId, form } = await anOpenRound();
  expect((await at(chamber, "lid1").post("/gremia/veilig/volmachten", gift(roundId))).status).toBe(302);
  const page = await textOf(at(chamber, "lid2").get("/gremia/veilig/volmachten"));
  const acceptance = /action="([^"]+aanvaarding)"/.exec(page)?.[1] ?? "";
  expect((await at(chamber, "lid2").post(acceptance)).status).toBe(302);

  const ballot = await textOf(at(chamber, "lid2").get(`/stemrondes/${roundId}/stembiljet?zetel=seat-lid1`));
  const saved = await at(chamber, "lid2").post(`/stemrondes/${roundId}/stembiljet?zetel=seat-lid1`, form("voor"));

  expect(ballot).toContain("U stemt namens Gemeente lid1, met een volmacht aan Gemeente lid2.");
  expect(saved.status).toBe(302);
  expect(await listCountingBallots(chamber.db, roundId)).toMatchObject([{ seatId: "seat-lid1", proxySeatId: "seat-lid2" }]);
  expect(await textOf(at(chamber, "lid1").get(`/stemrondes/${roundId}/stembiljet`))).toContain("met volmacht door Gemeente lid2");
});

test("a volmacht that cannot be is refused with a sentence and what was chosen", async () => {
  const { chamber, roundId } = await anOpenRound();
  const empty = await at(chamber, "lid1").post("/gremia/veilig/volmachten", { ...gift(roundId), to: "" });
  const own = await at(chamber, "lid1").post("/gremia/veilig/volmachten", { ...gift(roundId), to: "seat-lid1" });
  expect(empty.status).toBe(422);
  expect(own.status).toBe(409);
  expect(await textOf(own)).toContain("Kies een andere zetel dan uw eigen zetel.");
});

test.each([["stranger", 302], ["gemeente", 403], ["sam", 403], ["raad1", 403], ["lid1", 200]] as const)("volmachten of a body are for its seats: %s gets %i", async (person, status) => {
  const { chamber } = await anOpenRound();
  expect((await at(chamber, person).get("/gremia/veilig/volmachten")).status).toBe(status);
});

test("two seats in one login are kept apart: the seat is in the address, and no form falls back to another", async () => {
  const { chamber, roundId, form } = await anOpenRound();
  await chamber.db.insertInto("membership").values({ id: "m-two", seat_id: "seat-lid2", person_id: "lid1", role: "member", from: moment("00:00") }).execute();
  const browser = at(chamber, "lid1");

  const bare = await browser.get(`/stemrondes/${roundId}/stembiljet`);
  const bareForm = await browser.post(`/stemrondes/${roundId}/stembiljet`, form("voor"));
  const other = await browser.post(`/stemrondes/${roundId}/stembiljet?zetel=seat-lid3`, form("tegen"));
  expect(bare.headers.get("location")).toBe(`/stemrondes/${roundId}/stembiljet?zetel=seat-lid1`);
  expect(bareForm.status).toBe(302);
  expect(other.status).toBe(403);
  expect(await listCountingBallots(chamber.db, roundId)).toEqual([]);

  await browser.post(`/stemrondes/${roundId}/stembiljet?zetel=seat-lid2`, form("onthouden"));
  expect(await listCountingBallots(chamber.db, roundId)).toMatchObject([{ seatId: "seat-lid2", choice: "onthouden" }]);
});

test("the secretaris writes down a received vote on the words that the page shows; the seat reads how it came and until when it may change it", async () => {
  const { chamber, roundId, item } = await anOpenRound();
  const page = `/stemrondes/${roundId}/ontvangen-stem`;
  expect((await at(chamber, "lid1").get(page)).status).toBe(403);
  const shown = await textOf(at(chamber, "sam").get(page));
  expect(shown).toContain(item?.statement ?? "-");
  expect(shown).toContain("tot de ronde sluit: donderdag 5 november, 12.00 uur");
  const choices = [...shown.matchAll(/<option value="([^" ]+ [^" ]+)"/g)].map(([, value = ""]) => value);
  expect(choices).toEqual([`${item?.id} ${item?.textHash}`]);
  const form = { seat: "seat-lid3", item: choices[0] ?? "", choice: "voor", nonce: "x1", motivation: "", condition: "", note: "telefonisch op 5 november" };

  expect((await at(chamber, "sam").post(page, { ...form, note: "" })).status).toBe(422);
  const other = await at(chamber, "sam").post(page, { ...form, item: `${item?.id} hash-p1-2` });
  expect([other.status, (await textOf(other)).includes("De tekst is anders dan die waarover de ronde gaat.")]).toEqual([409, true]);
  expect((await at(chamber, "sam").post(page, form)).status).toBe(302);
  expect((await chamber.db.selectFrom("ballot").select("text_hash").execute()).map(({ text_hash }) => text_hash)).toEqual([item?.textHash]);
  const seen = await textOf(at(chamber, "lid3").get(`/stemrondes/${roundId}/stembiljet`));
  expect(seen).toContain("door de secretaris vastgelegd, te veranderen tot donderdag 5 november, 12.00 uur: telefonisch op 5 november");
});

test("a member who confirms what the volmacht chose makes it the own vote, which the volmacht no longer changes", async () => {
  const { chamber, roundId, form } = await anOpenRound();
  await at(chamber, "lid1").post("/gremia/veilig/volmachten", gift(roundId));
  const proxy = await chamber.db.selectFrom("proxy").select("id").executeTakeFirstOrThrow();
  await acceptProxy(await chamber.as("lid2"), { bodyId: "veilig", proxyId: proxy.id });
  expect((await vote(chamber, roundId, "lid2", "voor", { seatId: "seat-lid1" })).ok).toBe(true);
  expect((await at(chamber, "lid1").post(`/stemrondes/${roundId}/stembiljet`, form("voor"))).status).toBe(302);
  expect(await vote(chamber, roundId, "lid2", "tegen", { seatId: "seat-lid1" })).toMatchObject({ ok: false, refusal: "principal-has-voted" });
  expect((await listCountingBallots(chamber.db, roundId)).map(({ choice, casterRole }) => [choice, casterRole])).toEqual([["voor", "member"]]);
});
