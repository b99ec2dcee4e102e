import { expect, test } from "vitest";
import { anApp } from "#test/support/app.ts";
import { aPortal } from "#test/support/portal.ts";

test("the start page answers", async () => {
  const answer = await anApp(await aPortal()).as("stranger").get("/");
  expect(answer.status).toBe(200);
});
