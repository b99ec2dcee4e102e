import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { accessFaults } from "#test/support/access.ts";
import { aBrowser, aServedPortal, turning, type ServedPortal } from "#test/support/browser.ts";
import { aWalker } from "#test/support/walker.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
const MINUTE = 60_000;

let browser: Browser;
let portal: ServedPortal;

beforeAll(async () => {
  [browser, portal] = [await aBrowser(), await aServedPortal()];
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** Goes on with Tab alone until the field or button with this name has the focus; fails when the whole page has been round. */
async function tabTo(page: Page, wanted: (focus: { name: string; value: string; words: string; href: string }) => boolean): Promise<void> {
  for (let step = 0; step < 250; step++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(() => {
      const at = document.activeElement;
      return { name: at?.getAttribute("name") ?? "", value: at?.getAttribute("value") ?? "", words: at?.textContent?.trim() ?? "", href: at?.getAttribute("href") ?? "" };
    });
    if (wanted(focus)) return;
  }
  throw new Error(`never reached with Tab at ${page.url()}`);
}

async function signInByKeyboard(page: Page, account: string, path: string): Promise<void> {
  await page.goto(`${portal.url}/inloggen?naar=${encodeURIComponent(path)}`);
  await tabTo(page, ({ name }) => name === "email");
  await page.keyboard.type(`${account}@demo.ggi`);
  await tabTo(page, ({ name }) => name === "password");
  await page.keyboard.type("demo-ggi-2026");
  await Promise.all([page.waitForURL(portal.url + path), page.keyboard.press("Enter")]);
}

test("with the keyboard alone somebody drafts a proposal", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInByKeyboard(page, "lid3.veilig", "/voorstellen/nieuw");
  await tabTo(page, ({ name }) => name === "title");
  await page.keyboard.type("Met het toetsenbord geschreven");
  await tabTo(page, ({ name }) => name === "statement");
  await page.keyboard.type("De leverancier levert een handleiding.");
  await tabTo(page, ({ name, value }) => name === "components" && value === "ggi-veilig");
  await page.keyboard.press("Space");
  await tabTo(page, ({ name }) => name === "needs");
  await page.keyboard.press("Space");
  await tabTo(page, ({ words }) => words === "Voorstel opslaan voor uw gremium");
  await Promise.all([page.waitForURL(/\/voorstellen\/VEI-\d+$/), page.keyboard.press("Enter")]);
  expect(await page.locator("main").innerText()).toContain("De leverancier levert een handleiding.");
  await context.close();
});

test("with the keyboard alone a seat casts its ballot and sees its proof", async () => {
  const walker = await aWalker(browser, portal.url);
  await walker.go("/over");
  const waiting = walker.page.locator("main a[href$='/stembiljet']");
  let voter = "";
  for (let seat = 1; seat <= 12 && (voter === "" || (await waiting.count()) === 0); seat++) await walker.as((voter = `lid${seat}.netwerk`), "/mijn");
  const ballot = (await waiting.first().getAttribute("href")) ?? "";
  await walker.close();
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInByKeyboard(page, voter, ballot);
  const cards = await page.getByRole("article").count();
  for (let card = 0; card < cards; card++) {
    await tabTo(page, ({ name }) => name.startsWith("keuze-"));
    await page.keyboard.press("Space");
    await tabTo(page, ({ name }) => name.startsWith("motivering-"));
  }
  await tabTo(page, ({ words, name }) => name === "stap" && words === "Controleren");
  await Promise.all([page.waitForURL(/stap=controle/), page.keyboard.press("Enter")]);
  expect(await page.locator("main").innerText()).not.toContain("nog niet gestemd");
  await context.close();
});

test("a form that was sent after the session had ended is kept, put back after signing in, and then counts", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const walker = await aWalker(browser, portal.url, { javaScriptEnabled });
    const title = `Tekst die blijft ${javaScriptEnabled ? "met" : "zonder"} script`;
    await walker.go("/over");
    await walker.as("gemeente2", "/behoeften/nieuw");
    await walker.fill("Uw behoefte in één zin", title);
    await walker.fill("Toelichting", "Hier is een uur aan gewerkt.");
    await walker.pick("Voor welke expertgroep?", "Expertgroep GGI-Netwerk");
    await portal.passes(45 * MINUTE);
    await walker.press("Indienen");
    expect(walker.path()).toBe("/inloggen");

    await walker.page.fill("#email", "gemeente2@demo.ggi");
    await walker.page.fill("#password", "demo-ggi-2026");
    await Promise.all([walker.page.waitForURL("**/bewaarde-tekst"), walker.page.keyboard.press("Enter")]);
    expect(await walker.says()).toContain("Hier is een uur aan gewerkt.");
    if (javaScriptEnabled) expect(await accessFaults(walker.page)).toEqual([]);
    await turning(walker.page, () => walker.page.locator("main form[action='/behoeften/nieuw'] button").click());
    expect(await walker.page.getByLabel("Uw behoefte in één zin").inputValue()).toBe(title);
    expect(await walker.status(`/zoeken?q=${encodeURIComponent(title)}`)).toBe(200);
    await walker.press("Indienen");
    expect(walker.path()).toMatch(/^\/behoeften\/BE?H/);
    expect(await walker.says()).toContain("Hier is een uur aan gewerkt.");
    await walker.close();
  }
});
