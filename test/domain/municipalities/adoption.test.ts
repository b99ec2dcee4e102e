import { expect, test } from "vitest";
import { countAdoption } from "#app/domain/municipalities/adoption.ts";

test("who said nothing counts as not taking part, and everybody counts once", () => {
  const counts = countAdoption([{ state: "aangesloten", amount: 3 }, { state: "niet", amount: 1 }], 10);
  expect(counts).toEqual({ niet: 7, orientatie: 0, besloten: 0, in_aansluiting: 0, aangesloten: 3 });
  expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(10);
});
