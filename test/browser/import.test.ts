import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
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

const FILE = { name: "eisen.csv", mimeType: "text/csv", buffer: Buffer.from('id;titel;tekst;onderdeel\nA1;Kabels liggen beschermd;"De leverancier legt kabels\nin een afgesloten goot.";GGI-Netwerk\nA2;Kasten zijn op slot;Elke kast heeft een slot.;GGI-Netwerk\n') };

async function signedIn(isScripted: boolean, viewport = { width: 1280, height: 900 }): Promise<Page> {
  const context = await browser.newContext({ viewport, javaScriptEnabled: isScripted });
  const page = await context.newPage();
  await page.goto(`${portal.url}/inloggen`);
  await page.fill("[name=email]", "secretaris.netwerk@demo.ggi");
  await page.fill("[name=password]", "demo-ggi-2026");
  await turning(page, () => page.press("[name=password]", "Enter"));
  return page;
}

/** Tab until the element with this selector has the focus; the keyboard must get there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await page.locator(`${selector}:focus`).count()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

const violationsOn = async (page: Page): Promise<string[]> => (await new AxeBuilder({ page }).include("main").withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze()).violations.map(({ id, nodes }) => `${page.url()}: ${id} at ${nodes[0]?.target.join(" ") ?? ""}`);
const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("a secretaris imports a file with the keyboard alone, and each page on the way is accessible", async () => {
  const page = await signedIn(true);
  await page.goto(`${portal.url}/voorstellen/importeren`);
  // Asked for well before the key is pressed: a busy browser can open its own window before it heard that the test wants to choose.
  const choosing = page.waitForEvent("filechooser", { timeout: 120_000 });
  const found = await violationsOn(page);
  await tabTo(page, "#file");
  await page.bringToFront();
  await page.keyboard.press("Enter");
  await (await choosing).setFiles(FILE);
  await tabTo(page, "main form button");
  await turning(page, () => page.keyboard.press("Enter"));
  expect(await page.textContent("main")).toContain("Alle 2 rijen kloppen");
  found.push(...(await violationsOn(page)));

  await tabTo(page, "form[action$='/overname'] button");
  await turning(page, () => page.keyboard.press("Enter"));
  await page.waitForSelector("text=2 concepten gemaakt");
  found.push(...(await violationsOn(page)));
  expect(found).toEqual([]);
  await page.context().close();
}, 240_000);

test("without script, on a phone: a wrong row is told, the columns are chosen again, and the drafts are made", async () => {
  const page = await signedIn(false, { width: 360, height: 740 });
  await page.goto(`${portal.url}/voorstellen/importeren`);
  await page.setInputFiles("#file", { ...FILE, buffer: Buffer.from("kop;wat;soort\nDeuren zijn dicht;De deur gaat op slot.;eis\nRamen zijn dicht;;eis\n") });
  await turning(page, () => page.click("main form button"));
  await page.selectOption("[name=kolom-0]", "title");
  await page.selectOption("[name=kolom-1]", "statement");
  await turning(page, () => page.click("main form >> text=Voorbeeld tonen"));
  expect(await page.textContent("main")).toContain("Tekst: is leeg.");
  expect(await page.locator("form[action$='/overname']").count()).toBe(0);

  await page.selectOption("[name=kolom-1]", "rationale");
  await page.selectOption("[name=kolom-0]", "statement");
  await turning(page, () => page.click("main form >> text=Voorbeeld tonen"));
  expect(await page.textContent("main")).toContain("Kies welke kolom de titel is.");
  await page.goto(`${portal.url}/voorstellen/importeren`);
  await page.setInputFiles("#file", FILE);
  await turning(page, () => page.click("main form button"));
  await turning(page, () => page.click("form[action$='/overname'] button"));
  // On a slow machine the page of the running import comes first, and asks for itself again.
  await page.waitForSelector("text=concepten gemaakt", { timeout: 60_000 });
  await page.context().close();
}, 240_000);

test("the pages about lists and traces are accessible and fit on a phone in the dark", async () => {
  const page = await signedIn(true, { width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: "dark" });
  const found: string[] = [];
  for (const address of ["/voorstellen", "/voorstellen/stappen?nummer=NET-001&nummer=NET-012", "/voorstellen/weergaven?keuze=status%3Dconcept", "/voorstellen/dekking", "/maatregelen", "/maatregelen/bio2-8.16", "/voorstellen/NET-012/samenvoeging", "/voorstellen/nieuw"]) {
    await page.goto(portal.url + address);
    found.push(...(await violationsOn(page)));
    if ((await sideways(page)) > 0) found.push(`${address} scrolls sideways`);
  }
  expect(found).toEqual([]);
  await page.context().close();
}, 240_000);

test("while a title is typed, what looks like it appears below, and the content policy is kept", async () => {
  const page = await signedIn(true);
  const broken: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && broken.push(message.text())));
  await page.goto(`${portal.url}/voorstellen/nieuw`);
  await page.fill("[name=title]", "Alle klokken op het netwerk lopen gelijk");
  await page.waitForSelector("#lijkt-op-titel a");
  expect(await page.textContent("#lijkt-op-titel")).toContain("Alle klokken op het netwerk lopen gelijk");
  await page.fill("[name=title]", "Heel iets anders zzzz");
  await page.waitForSelector("#lijkt-op-titel", { state: "hidden" });
  expect(broken).toEqual([]);
  await page.context().close();
}, 120_000);
