import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessFaults } from "#test/support/access.ts";
import { aBrowser, aServedPortal, turning } from "#test/support/browser.ts";
import { aWalker } from "#test/support/walker.ts";

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
  "/", "/gremia", "/gremia/adviesraad", "/voorstellen", "/stemrondes", "/vergaderingen", "/besluiten", "/behoeften", "/portfolio", "/portfolio?weergave=tabel", "/portfolio/criteria", "/adviezen", "/roadmap", "/roadmap?weergave=nu", "/roadmap/wat-als?ja=RM-016", "/roadmap/afdruk", "/gemeenten", "/gemeenten/0344",
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

  // The roadmap is one sheet of A3, lying down, and a title can be told from the bar under it.
  await page.goto(`${portal.url}/roadmap/afdruk`);
  const paper = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  expect(paper.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  expect(/\/MediaBox \[0 0 (\d+)[\d.]* (\d+)/.exec(paper)?.slice(1)).toEqual(["1191", "841"]);
  const paint = await page.locator(".tl a:has(.tl-vastgesteld)").first().evaluate((bar) => [".tl-bar", ".tl-label"].map((part) => getComputedStyle(bar.querySelector(part)!).fill));
  expect(paint).toEqual(["rgb(211, 222, 236)", "rgb(0, 0, 0)"]);
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

test("the Taskforce scores, compares and sees what a yes does to the roadmap, without script; another site may show the roadmap", { timeout: 120_000 }, async () => {
  const walker = await aWalker(browser, portal.url, { javaScriptEnabled: false });
  await walker.go("/portfolio?weergave=tabel");
  await walker.as("lid1.taskforce", "/portfolio");
  await walker.follow("Bekende gaten op tijd dicht");
  const initiative = walker.last();
  expect(await walker.says()).toContain("Geef eerst uw eigen score");
  await walker.follow("Geef uw score");
  for (const [place, point] of ["5", "4", "3", "4"].entries()) await walker.page.locator("fieldset").nth(place).getByRole("radio", { name: new RegExp(`^${point}`) }).check();
  await walker.fill("Toelichting", "Draagvlak is groot");
  await walker.press("Bewaar uw score");
  expect(await walker.says()).toMatch(/van 5, na weging\. 8 zetels gaven een score/);

  await walker.go("/portfolio/scenarios");
  await walker.follow("Maak een scenario");
  await walker.fill("Naam van het scenario", "Gaten een half jaar later");
  await walker.pick("Bekende gaten op tijd dicht: verschuiven", "2 kwartalen later");
  await walker.press("Bewaar dit scenario");
  expect(await walker.says()).toMatch(/Alleen de rangorde.*Gaten een half jaar later.*Past:/);

  await walker.go(`/portfolio/${initiative}/oplegnotitie`);
  expect(await walker.says()).toMatch(/Gevraagd besluit.*Wie adviseerde wat\?.*Planning en capaciteit/);
  await walker.go("/roadmap/wat-als");
  await walker.page.getByRole("checkbox", { name: /Proefomgeving/ }).check();
  await walker.press("Laat zien");
  expect(await walker.says()).toMatch(/Wat schuift.*Wat niet meer past/);
  await walker.close();

  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route("http://elders.example/", (route) => route.fulfill({ contentType: "text/html", body: `<iframe src="${portal.url}/roadmap/inbedden"></iframe><iframe src="${portal.url}/roadmap"></iframe>` }));
  await page.goto("http://elders.example/");
  const [own, other] = page.frames().slice(1);
  await own?.getByRole("heading", { level: 1, name: "Roadmap" }).waitFor();
  expect([await own?.locator("header, footer, form").count(), await other?.getByRole("heading", { name: "Roadmap" }).count()]).toEqual([0, 0]);
  await context.close();
});
