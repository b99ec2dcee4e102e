import fc from "fast-check";
import { expect, test } from "vitest";
import { ADOPTION_STATES, countAdoption } from "#app/domain/municipalities/adoption.ts";
import { gainsOf, withGains, type Claim } from "#app/domain/municipalities/through-partnership.ts";
import { voicesOf } from "#app/domain/voting/voices.ts";

const claim = (changes: Partial<Claim> = {}): Claim => ({ municipalityId: "a", component: "net", own: null, said: "aangesloten", partnership: "Regio", ...changes });

test("a gemeente stands where the furthest of its samenwerkingsverbanden stands, once", () => {
  expect(gainsOf([claim({ said: "besloten" }), claim(), claim({ said: "orientatie" })])).toEqual([{ municipalityId: "a", component: "net", from: "niet", to: "aangesloten", through: "Regio" }]);
  expect(gainsOf([claim({ own: "aangesloten", said: "besloten" })])).toEqual([]);
});

test("whatever is said, the figures add up to the number of gemeenten and match what each of them stands at", () => {
  const state = fc.constantFrom(...ADOPTION_STATES);
  const gemeente = fc.record({ own: fc.option(state), said: fc.array(state, { maxLength: 3 }) });
  fc.assert(
    fc.property(fc.array(gemeente, { maxLength: 20 }), (gemeenten) => {
      const claims = gemeenten.flatMap(({ own, said }, place) => said.map((one) => claim({ municipalityId: String(place), own, said: one })));
      const direct = gemeenten.flatMap(({ own }) => (own === null ? [] : [{ component: "net", state: own, amount: 1 }]));
      const counts = countAdoption(withGains(direct, gainsOf(claims)), gemeenten.length);

      const furthest = gemeenten.map(({ own, said }) => Math.max(0, ...[own ?? "niet", ...said].map((one) => ADOPTION_STATES.indexOf(one as (typeof ADOPTION_STATES)[number]))));
      for (const [rank, name] of ADOPTION_STATES.entries()) expect(counts[name]).toBe(furthest.filter((one) => one === rank).length);
    }),
  );
});

test("a samenwerkingsverband speaks for each of its gemeenten, every gemeente once", () => {
  const seats = [
    { id: "s1", organisationId: "ede", name: "Ede", province: "Gelderland" },
    { id: "s2", organisationId: "regio", name: "Regio", province: null },
    { id: "s3", organisationId: "vng", name: "VNG", province: null },
  ];
  const members = new Map([["regio", [{ id: "ede", name: "Ede", province: "Gelderland" }, { id: "urk", name: "Urk", province: "Flevoland" }]]]);
  expect(voicesOf(seats, members)).toEqual([
    { id: "s1", name: "Ede", province: "Gelderland" },
    { id: "s2", name: "Urk (Regio)", province: "Flevoland" },
    { id: "s3", name: "VNG", province: null },
  ]);
});
