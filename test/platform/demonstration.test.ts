import { expect, test } from "vitest";
import { demonstrationFor } from "#app/platform/demonstration.ts";

const HERE = "http://localhost:3000";
const PUBLIC = "https://portaal.example";

test.each([
  ["an empty portal on localhost", { demo: null, appUrl: HERE, isEmpty: true, holdsDemoAccounts: false }, true],
  ["a portal that already tells the story", { demo: null, appUrl: HERE, isEmpty: false, holdsDemoAccounts: true }, true],
  ["a real portal on localhost", { demo: null, appUrl: HERE, isEmpty: false, holdsDemoAccounts: false }, false],
  ["an empty portal with DEMO=0", { demo: false, appUrl: HERE, isEmpty: true, holdsDemoAccounts: false }, false],
  ["an empty portal on a public address", { demo: null, appUrl: PUBLIC, isEmpty: true, holdsDemoAccounts: false }, false],
])("the demonstration of %s", (_, start, isOn) => {
  expect(demonstrationFor(start)).toEqual({ ok: true, value: isOn });
});

test("accounts with a public password never go on a public address", () => {
  expect(demonstrationFor({ demo: false, appUrl: PUBLIC, isEmpty: false, holdsDemoAccounts: true })).toEqual({ ok: false, refusal: "demo-accounts-in-public" });
});
