import { describe, expect, test } from "vitest";
import { readEnv } from "#app/platform/env.ts";

const problemsOf = (raw: Record<string, string>) => {
  const reading = readEnv(raw);
  return reading.ok ? [] : reading.problems;
};

describe("the environment", () => {
  test("needs nothing at all: the portal then serves localhost:3000 from a file", () => {
    const reading = readEnv({});

    expect(reading).toMatchObject({
      ok: true,
      env: { port: 3000, host: "127.0.0.1", databaseUrl: "file:var/ggi.sqlite", appUrl: "http://localhost:3000", demo: null, workers: 1, logLevel: "info" },
    });
  });

  test("tells every wrong value at once, by name and with what is expected", () => {
    const problems = problemsOf({ PORT: "70000", LOG_LEVEL: "loud", DEMO: "yes", DATABASE_URL: "mysql://x", APP_URL: "https://a.nl/pad" });

    expect(problems.map((problem) => problem.split(" ")[0])).toEqual(["PORT", "DATABASE_URL", "APP_URL", "LOG_LEVEL", "DEMO"]);
    expect(problems[0]).toContain("1 tot en met 65535");
  });

  test("never repeats a wrong value, which may be a password", () => {
    expect(problemsOf({ DATABASE_URL: "mysql://piet:geheim@server" }).join()).not.toContain("geheim");
  });

  test("asks for https in production, except on this computer itself", () => {
    expect(problemsOf({ NODE_ENV: "production", APP_URL: "http://portaal.nl" })).toHaveLength(1);
    expect(problemsOf({ NODE_ENV: "production", APP_URL: "http://localhost:3000" })).toEqual([]);
    expect(problemsOf({ NODE_ENV: "production", APP_URL: "https://portaal.nl" })).toEqual([]);
  });

  test.each(["https://portaal.nl", "http://localhost.evil.nl", "http://127.0.0.1.nip.io"])("refuses the demonstration at %s", (APP_URL) => {
    expect(problemsOf({ DEMO: "1", APP_URL }).join()).toContain("DEMO");
  });

  test.each(["http://localhost:3000", "http://127.0.0.1:8080", "http://[::1]:3000"])("allows the demonstration at %s", (APP_URL) => {
    expect(problemsOf({ DEMO: "1", APP_URL })).toEqual([]);
  });

  test("allows several processes only on PostgreSQL", () => {
    expect(problemsOf({ WORKERS: "4" })).toHaveLength(1);
    expect(problemsOf({ WORKERS: "4", DATABASE_URL: "postgres://a:b@localhost/ggi" })).toEqual([]);
  });
});
