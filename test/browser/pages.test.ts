import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessFaults } from "#test/support/access.ts";
import { aBrowser, aServedPortal, turning } from "#test/support/browser.ts";

let browser: Browser;
let portal: Awaited<ReturnType<typeof aServedPortal>>;

beforeAll(async () => {
  [browser, portal] = [await aBrowser(), await aServedPortal()];
}, 240_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const PAGES = [
  "/", "/gremia", "/gremia/adviesraad", "/voorstellen", "/stemrondes", "/vergaderingen", "/besluiten", "/behoeften", "/portfolio", "/roadmap", "/gemeenten", "/gemeenten/0344",
  "/bouwstenen", "/meedoen", "/over", "/privacy", "/toegankelijkheid", "/begrippen", "/zoeken?q=netwerk", "/inloggen", "/bestaat-niet",
];

test("no page is wider than the screen, from a small phone to a desk", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const wide: string[] = [];
  for (const address of PAGES) {
    await page.goto(portal.url + address);
    for (const width of [320, 680, 768, 1000]) {
      await page.setViewportSize({ width, height: 800 });
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (sideways > 0) wide.push(`${address} at ${width}: ${sideways} px`);
    }
  }
  expect(wide).toEqual([]);
  await context.close();
}, 240_000);

test("on paper stands what the page says: no menu, no buttons, and no address behind a link", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.emulateMedia({ media: "print" });
  for (const address of ["/voorstellen/VEI-001", "/over", "/roadmap"]) {
    await page.goto(portal.url + address);
    for (const part of ["header.top", "footer", "main button"]) for (const found of await page.locator(part).all()) expect([address, part, await found.isVisible()]).toEqual([address, part, false]);
    const added = await page.locator("main a").evaluateAll((links) => links.map((link) => getComputedStyle(link, "::after").content).filter((content) => !["none", "normal", '""'].includes(content)));
    expect([address, added]).toEqual([address, []]);
  }
  await context.close();
}, 240_000);

test("somebody signs in with the keyboard alone, without script, and finds what is left to do", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${portal.url}/mijn`);
  expect(new URL(page.url()).pathname).toBe("/inloggen");
  await page.locator("#email").focus();
  await page.keyboard.type("secretaris.taskforce@demo.ggi");
  await page.keyboard.press("Tab");
  await page.keyboard.type("demo-ggi-2026");
  await turning(page, () => page.keyboard.press("Enter"));
  expect(new URL(page.url()).pathname).toBe("/mijn");
  expect(await page.locator("h1").textContent()).toBe("Mijn taken");
  await context.close();
}, 240_000);

test("without script the Taskforce walks from the roadmap to a decision that everybody can read", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${portal.url}/inloggen`);
  await page.fill("#email", "secretaris.taskforce@demo.ggi");
  await page.fill("#password", "demo-ggi-2026");
  await Promise.all([page.waitForURL(`${portal.url}/`), page.keyboard.press("Enter")]);
  await page.goto(`${portal.url}/roadmap?stand=voorgesteld`);
  const decide = page.locator("main a[href$='/besluit']").first();
  const address = (await decide.getAttribute("href")) ?? "";
  await turning(page, () => decide.click());
  await page.check("input[value=opnemen]");
  await page.fill("#dictum", "De Taskforce neemt dit op.");
  await page.fill("#motivation", "Het past in de capaciteit.");
  await turning(page, () => page.locator("main form button").last().click());
  expect(new URL(page.url()).pathname).toBe(address.replace(/\/besluit$/, ""));
  await context.clearCookies();
  await page.reload();
  expect(await page.locator("main").innerText()).toMatch(/Opgenomen[\s\S]*De Taskforce neemt dit op\./);
  await context.close();
}, 240_000);

test("the first beheerder sets a password with the printed link and signs in", async () => {
  const link = /http:\S+\/wachtwoord\/[\w-]{43}/.exec(portal.ggi("user", "add", "--name", "Eerste Beheerder", "--email", "eerste@vng.nl", "--admin"))?.[0] ?? "";
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  expect(await accessFaults(page)).toEqual([]);
  for (const field of ["#password", "#again"]) await page.fill(field, "fietsen door de regen");
  await Promise.all([page.waitForURL(`${portal.url}/inloggen`), page.keyboard.press("Enter")]);
  await page.fill("#email", "eerste@vng.nl");
  await page.fill("#password", "fietsen door de regen");
  await Promise.all([page.waitForURL(`${portal.url}/`), page.keyboard.press("Enter")]);
  await page.goto(`${portal.url}/beheer`);
  expect(await page.locator("h1").textContent()).toBe("Beheer");
  await context.close();
}, 240_000);
