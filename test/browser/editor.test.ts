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
}, 120_000);

/** A member of Expertgroep GGI-Netwerk at the form of a new proposal; complaints of the content policy are kept. */
async function atTheEditor({ javaScriptEnabled = true } = {}): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && /Content Security Policy/.test(message.text()) && complaints.push(message.text()));
  await page.goto(`${portal.url}/inloggen`);
  await page.fill('input[name="email"]', "lid1.netwerk@demo.ggi");
  await page.fill('input[name="password"]', "demo-ggi-2026");
  await turning(page, () => page.keyboard.press("Enter"));
  await page.goto(`${portal.url}/voorstellen/nieuw`);
  const away = page.getByRole("button", { name: "Klad weggooien" });
  if (await away.isVisible()) await turning(page, () => away.click());
  return { page, complaints };
}

const standOf = (page: Page, words: RegExp) => page.waitForFunction((pattern) => new RegExp(pattern).test(document.getElementById("concept-stand")?.textContent ?? ""), words.source, { timeout: 60_000 });

test("what is typed shows as it will look and is kept by itself; after closing the tab it is offered again", async () => {
  const { page, complaints } = await atTheEditor();
  await page.fill("#title", "Getypt en gesloten");
  await page.fill("#statement", "Dit is **vet**.");
  await page.waitForSelector('[data-preview="statement"] strong');
  await standOf(page, /Klad bewaard om/);

  await page.fill("#title", "Op het laatst nog iets");
  await page.close({ runBeforeUnload: true });
  const again = await page.context().newPage();
  await expect.poll(async () => {
    await again.goto(`${portal.url}/voorstellen/nieuw?concept=verder`);
    return again.inputValue("#title");
  }, { timeout: 60_000 }).toBe("Op het laatst nog iets");
  await again.goto(`${portal.url}/voorstellen/nieuw`);
  expect(await again.getByRole("link", { name: "Verder met uw klad" }).isVisible()).toBe(true);
  expect(complaints).toEqual([]);
}, 240_000);

test("a lost connection loses nothing: the text stays in the browser, is offered after a closed tab, and is kept once there is a connection", async () => {
  const { page } = await atTheEditor();
  await page.context().setOffline(true);
  await page.fill("#title", "Zonder verbinding");
  await standOf(page, /Geen verbinding/);
  await page.close();

  const again = await (await page.context()).newPage();
  await again.context().setOffline(false);
  await again.goto(`${portal.url}/voorstellen/nieuw`);
  await again.getByRole("button", { name: "Zet deze tekst terug" }).click();
  expect(await again.inputValue("#title")).toBe("Zonder verbinding");
  await standOf(again, /Klad bewaard om/);
  expect(await again.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("ggi-concept")))).toEqual([]);
}, 240_000);

test("without script, by keyboard alone: a preview, a concept, going on with it, and saving", async () => {
  const { page } = await atTheEditor({ javaScriptEnabled: false });
  const press = async (name: string) => {
    await page.getByRole("button", { name, exact: true }).focus();
    await turning(page, () => page.keyboard.press("Enter"));
  };
  await page.focus("#title");
  await page.keyboard.type("Met het toetsenbord");
  await page.focus("#statement");
  await page.keyboard.type("Dit is **vet**.");
  await press("Voorbeeld");
  expect(await page.locator('[data-preview="statement"] strong').textContent()).toBe("vet");
  await press("Bewaar als klad");
  expect(page.url()).toMatch(/concept=verder/);
  expect(await page.inputValue("#title")).toBe("Met het toetsenbord");

  await page.focus("#title");
  await turning(page, () => page.keyboard.press("Enter"));
  expect(page.url()).toMatch(/\/voorstellen\/NET-\d+$/);
  expect(await page.locator("h1").textContent()).toBe("Met het toetsenbord");
}, 240_000);
