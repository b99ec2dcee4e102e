import { expect, test } from "vitest";
import { anApp } from "#test/support/app.ts";
import { aPortal } from "#test/support/portal.ts";

const ASK = { title: "Sneller aansluiten", statement: "Wij wachten maanden.", body: "veilig", components: ["ggi-veilig"] };

test("a gemeente submits a need and reads the answer of the secretaris", async () => {
  const portal = await aPortal();
  const app = anApp(portal);

  const submitted = await app.as("gemeente1").post("/behoeften/nieuw", ASK);
  const address = submitted.headers.get("location") ?? "";
  await app.as("secretaris.veilig").post(`${address}/antwoord`, { answer: "accept", target: "", text: "Wij nemen dit mee in de herfst." });

  expect(await app.as("gemeente1").page(address)).toContain("Wij nemen dit mee in de herfst.");
  const acts = await portal.db.selectFrom("event").select("act").where("chain", "=", "veilig").orderBy("sequence").execute();
  expect(acts.map(({ act }) => act)).toEqual(["need.submit", "need.answer"]);
});

test("what a gemeente asked stays between it and the expert group until it is accepted", async () => {
  const app = anApp(await aPortal());
  const address = (await app.as("gemeente1").post("/behoeften/nieuw", ASK)).headers.get("location") ?? "";

  expect((await app.as("gemeente2").get(address)).status).toBe(404);
  expect((await app.as("stranger").get(address)).status).toBe(404);
  expect((await app.as("lid1.veilig").get(address)).status).toBe(200);
  expect((await app.as("secretaris.netwerk").post(`${address}/antwoord`, { answer: "decline", target: "", text: "nee" })).status).toBe(403);
});

test("a need gets one answer, and joining names an accepted need", async () => {
  const app = anApp(await aPortal());
  const address = (await app.as("gemeente1").post("/behoeften/nieuw", ASK)).headers.get("location") ?? "";
  const secretaris = app.as("secretaris.veilig");

  expect((await secretaris.post(`${address}/antwoord`, { answer: "join", target: "", text: "Samen met een andere." })).status).toBe(409);
  expect((await secretaris.post(`${address}/antwoord`, { answer: "join", target: "BH-001", text: "Samen met BH-001." })).status).toBe(302);
  const again = await secretaris.post(`${address}/antwoord`, { answer: "accept", target: "", text: "Toch wel." });
  expect(again.status).toBe(409);
  expect(await again.text()).toContain("Toch wel.");
});

test("a form without words says so beside the field and keeps the rest", async () => {
  const answer = await anApp(await aPortal()).as("gemeente1").post("/behoeften/nieuw", { ...ASK, title: "" });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("Wij wachten maanden.");
});

test("the matrix is open to everybody", async () => {
  const page = await anApp(await aPortal()).as("stranger").page("/behoeften");
  expect(page).toContain("Behoefte 1");
  expect(page).toContain("0 voorstellen");
});
