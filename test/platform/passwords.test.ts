import { describe, expect, test } from "vitest";
import { hashPassword, passwordProblem, verifyPassword } from "#app/platform/passwords.ts";

describe("a new password", () => {
  test.each([
    ["elf tekens!", "too-short"],
    ["é".repeat(201), "too-long"],
    ["Welkom123456!", "too-common"],
    ["wachtwoord2026", "too-common"],
    ["GGI-gemeente-2026", "too-common"],
    ["aaaaaaaaaaaaaaaa", "too-common"],
    ["pietersen-2026-pieter", "too-common"],
  ])("%s is refused: %s", (password, problem) => {
    expect(passwordProblem(password, ["Pieter Pietersen"])).toBe(problem);
  });

  test.each(["paard batterij nietje", "x7!kd0s9Qw2m", "d".repeat(5) + " een heel lange zin van iemand"])("%s will do, whatever signs it has", (password) => {
    expect(passwordProblem(password, ["Pieter Pietersen"])).toBeNull();
  });
});

describe("a stored password", () => {
  test("is argon2id with 19 MiB and two passes, salted", async () => {
    const [one, other] = await Promise.all([hashPassword("paard batterij nietje"), hashPassword("paard batterij nietje")]);

    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  test("fits the same password only, however its accents were typed", async () => {
    const stored = await hashPassword("caf\u00e9 batterij nietje");

    expect(await verifyPassword(stored, "cafe\u0301 batterij nietje")).toBe(true);
    expect(await verifyPassword(stored, "cafe batterij nietje")).toBe(false);
    expect(await verifyPassword("not a hash", "cafe batterij nietje")).toBe(false);
  });

  test("of nobody takes as long to refuse as that of somebody", async () => {
    const stored = await hashPassword("paard batterij nietje");
    await verifyPassword(null, "warm");
    const median = async (hash: string | null) => {
      const times: number[] = [];
      for (let round = 0; round < 9; round++) {
        const start = performance.now();
        await verifyPassword(hash, "een ander wachtwoord");
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[4] ?? 0;
    };

    const [known, unknown] = [await median(stored), await median(null)];

    expect(await verifyPassword(null, "nobody signs in with this one")).toBe(false);
    expect(unknown).toBeGreaterThan(known * 0.5);
  });
});
