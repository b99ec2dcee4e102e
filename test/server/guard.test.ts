import { expect, test } from "vitest";
import { aPortal } from "#test/support/portal.ts";
import { aServer } from "#test/support/server.ts";

const FORM = { "content-type": "application/x-www-form-urlencoded" };

test("a method, an address or a name that the portal does not know gets a Dutch page, never a stack trace", async () => {
  const { ask, origin } = await aServer(await aPortal());
  const answers = await Promise.all([
    ask("PUT", "/"), ask("DELETE", "/voorstellen"), ask("TRACE", "/"), ask("GET", "/a%00b"), ask("GET", "//elders.nl"), ask("GET", "/%E0%A4%A"),
    ask("GET", "/", { headers: { host: "elders.nl" } }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([405, 405, 405, 400, 400, 400, 421]);
  for (const { headers, body } of answers) {
    expect(headers["content-type"]).toMatch(/^text\/html/);
    expect(body).toMatch(/<html lang="nl">.*<h1>/);
    expect(body).not.toMatch(/ at \S+:\d+/);
  }
  expect(answers[0]?.headers.allow).toBe("GET, HEAD, POST");
  expect((await ask("GET", "/over?a=1", { headers: { host: `127.0.0.1:${new URL(origin).port}` } })).headers.location).toBe(`${origin}/over?a=1`);
});

test("only a form of the portal itself comes through", async () => {
  const { ask, origin } = await aServer(await aPortal());
  const from = (headers: Record<string, string>) => ask("POST", "/inloggen", { headers: { ...FORM, ...headers }, body: "email=&password=" }).then(({ status }) => status);
  expect(await Promise.all([from({}), from({ origin: "null" }), from({ origin: "http://elders.nl" }), from({ origin: origin.replace("http:", "https:") }), from({ "sec-fetch-site": "cross-site" })])).toEqual([403, 403, 403, 403, 403]);
  expect(await Promise.all([from({ origin }), from({ "sec-fetch-site": "same-origin" })])).toEqual([422, 422]);
});

test("only where an annex is added may a file be large, and only from who seems to have signed in", async () => {
  const { ask, origin } = await aServer(await aPortal());
  const post = (path: string, size: number, cookie = "sessie=x") => ask("POST", path, { headers: { origin, ...FORM, cookie }, body: `x=${"a".repeat(size)}` }).then(({ status }) => status);
  const annexes = "/vergaderingen/x/agenda/y/bijlagen";
  expect(await Promise.all([post(annexes, 10_000_000), post(annexes, 13_000_000), post(annexes, 300_000, ""), post(`${annexes}/z`, 300_000), post("/vergaderingen/x/agenda/y", 300_000)])).toEqual([302, 413, 413, 413, 413]);
});

test("a body that is too large is refused, also when nobody said how large; another kind of body too", async () => {
  const { ask, origin } = await aServer(await aPortal());
  const large = `email=${"a".repeat(300_000)}`;
  const post = (body: string, headers: Record<string, string> = {}, chunked = false) => ask("POST", "/inloggen", { headers: { origin, ...FORM, ...headers }, body, chunked });
  const answers = [await post(large), await post(large, {}, true), await post("a&".repeat(1_001)), await post("{}", { "content-type": "application/json" }), await post("x", { "content-type": "multipart/form-data" }), await post("x", { "content-encoding": "gzip" })];
  expect(answers.map(({ status }) => status)).toEqual([413, 413, 413, 415, 415, 415]);
  expect(answers[0]?.body).toContain("Dit is te groot");
});

test("every answer carries the content policy and its kin; a page for somebody signed in is kept nowhere", async () => {
  const { ask, get } = await aServer(await aPortal());
  const page = await get("/over");
  expect(page.headers["content-security-policy"]).toMatch(/default-src 'self'.*base-uri 'none'.*frame-ancestors 'none'/);
  expect(page.headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "same-origin" });
  const framed = await Promise.all(["/roadmap/inbedden", "/roadmap", "/roadmap/inbedden/"].map(async (path) => /frame-ancestors [^;]*/.exec(String((await get(path)).headers["content-security-policy"]))?.[0]));
  expect(framed).toEqual(["frame-ancestors *", "frame-ancestors 'none'", "frame-ancestors 'none'"]);
  expect(page.headers).not.toHaveProperty("x-powered-by");
  expect((await get("/over", `sessie=${"a".repeat(43)}`)).headers["cache-control"]).toBe("no-store");
  const head = await ask("HEAD", "/over");
  expect([head.status, head.body]).toEqual([200, ""]);
  const zipped = await ask("GET", "/over", { headers: { "accept-encoding": "gzip" } });
  expect(Number(zipped.headers["content-length"])).toBeLessThan(page.body.length);
  expect(zipped.headers["content-encoding"]).toBe("gzip");
});
