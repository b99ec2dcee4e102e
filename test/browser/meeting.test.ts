import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aBrowser, aServedPortal } from "#test/support/browser.ts";

let browser: Browser;
let portal: Awaited<ReturnType<typeof aServedPortal>>;

beforeAll(async () => {
  [browser, portal] = [await aBrowser(), await aServedPortal()];
}, 180_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
}, 60_000);

/** The secretaris of Expertgroep GGI-Netwerk, with the keyboard alone. */
async function theSecretary({ javaScriptEnabled = true } = {}) {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`${portal.url}/inloggen`);
  await page.fill('input[name="email"]', "secretaris.netwerk@demo.ggi");
  await page.fill('input[name="password"]', "demo-ggi-2026");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/inloggen"));
  return { context, page, hands: keyboardOf(page) };
}

function keyboardOf(page: Page) {
  /** to the button with this name, and press it; a page that comes is waited for */
  const press = async (name: string, { stays = false, nth = 0 } = {}) => {
    // What a button is about stands in words that only a screen reader shows, after a space or not.
    const about = new RegExp(`^(?:✓ )?${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(":", "\\s*:")}`);
    await page.getByRole("button", name.includes(":") ? { name: about } : { name, exact: true }).nth(nth).focus();
    if (stays) return page.keyboard.press("Enter");
    await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);
  };
  const type = async (field: string, text: string) => {
    await page.locator(field).focus();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.insertText(text);
  };
  return { press, type };
}

/** A meeting that was planned, filled from what is open, given an annex, sent and begun. */
async function aBegunMeeting(page: Page, { press, type }: ReturnType<typeof keyboardOf>, title: string): Promise<string> {
  await page.goto(`${portal.url}/vergaderingen/nieuw`);
  await type("#title", title);
  await press("Vergadering plannen");
  await page.waitForURL(/\/agenda$/);
  const meeting = new URL(page.url()).pathname.replace(/\/agenda$/, "");
  await type("#title", "Kosten van de verbinding");
  await type("#minutes", "20");
  await press("Punt toevoegen");
  await press("Agenda versturen");
  await page.goto(`${portal.url}${meeting}/tijdens`);
  await press("Vergadering beginnen");
  await page.goto(`${portal.url}${meeting}/tijdens`);
  return meeting;
}

const standsAt = (page: Page, id: string, words: RegExp) => page.waitForFunction(({ id, pattern }) => new RegExp(pattern).test(document.getElementById(id)?.textContent ?? ""), { id, pattern: words.source }, { timeout: 20_000 });
const offline = (context: BrowserContext, isOff: boolean) => context.setOffline(isOff);

test("a whole meeting by keyboard, with the connection gone in the middle: nothing that was typed or tapped is lost", async () => {
  const { context, page, hands } = await theSecretary();
  const { press, type } = hands;
  const meeting = await aBegunMeeting(page, hands, "Overleg met een slechte verbinding");

  await press("Begin: Kosten van de verbinding");
  const names = await page.locator('button[value$=":aanwezig"]').evaluateAll((buttons) => buttons.map((button) => button.querySelector(".vh")?.textContent?.slice(2) ?? ""));
  const [one = "", two = "", ...others] = names.filter((name) => name.endsWith("(lid)"));
  for (const name of [one, ...others.slice(0, 6)]) await press(`Aanwezig: ${name}`, { stays: true });
  await standsAt(page, "aanwezigheid-stand", /^7 van/);
  await type("#notes", "Zwolle vraagt naar de kosten.");
  await standsAt(page, "concept-stand", /Bewaard om/);

  await offline(context, true);
  await type("#notes", "Zwolle vraagt naar de kosten. Utrecht rekent ze uit.");
  await press(`Aanwezig: ${two}`, { stays: true });
  await standsAt(page, "concept-stand", /Geen verbinding/);
  await standsAt(page, "aanwezigheid-stand", /zodra er weer verbinding is/);
  await type("#statement", "Utrecht maakt een berekening.");
  await press("Leg uitkomst vast", { stays: true });
  expect([page.url().endsWith("/tijdens") || page.url().includes("/tijdens?"), await page.inputValue("#statement")]).toEqual([true, "Utrecht maakt een berekening."]);

  await offline(context, false);
  await standsAt(page, "aanwezigheid-stand", /^8 van/);
  await standsAt(page, "concept-stand", /Bewaard om/);
  await press("Leg uitkomst vast");
  await page.getByText("De uitkomst is vastgelegd.").waitFor();
  expect(await page.inputValue("#notes")).toBe("Zwolle vraagt naar de kosten. Utrecht rekent ze uit.");
  expect(await page.locator("#vastgelegd").textContent()).toContain("Utrecht maakt een berekening.");

  await page.getByRole("link", { name: "Stemmen bij handopsteken" }).focus();
  await Promise.all([page.waitForURL(/\/handen$/), page.keyboard.press("Enter")]);
  await type("#question", "De expertgroep deelt de kosten gelijk.");
  await press("Leg de stem vast");
  await page.getByText("8 voor, 0 tegen, 0 onthouden · 8 van 12 zetels stemden, 7 nodig").waitFor();

  const screen = await context.newPage();
  const shown = await screen.goto(`${portal.url}${meeting}/scherm`);
  expect([shown?.headers()["refresh"], await screen.locator("script").count()]).toEqual(["15", 0]);
  expect(await screen.locator("main").textContent()).toMatch(/Nu1\. Kosten van de verbinding.*De expertgroep deelt de kosten gelijk\./s);
  await press("Vergadering sluiten");
  await page.getByText("De vergadering is gesloten.").first().waitFor();
  await context.close();
}, 120_000);

test("of two secretarissen who type under one item, the second is shown what the first wrote, and keeps his own", async () => {
  const { context, page, hands } = await theSecretary();
  const meeting = await aBegunMeeting(page, hands, "Overleg met twee schrijvers");
  const other = await context.newPage();
  await other.goto(`${portal.url}${meeting}/tijdens`);

  await hands.type("#notes", "De tekst van de een.");
  await standsAt(page, "concept-stand", /Bewaard om/);
  await keyboardOf(other).type("#notes", "De tekst van de ander.");
  await standsAt(other, "concept-stand", /Iemand anders heeft/);

  expect([await other.inputValue("#notes"), await other.locator("#andere-tekst pre").textContent()]).toEqual(["De tekst van de ander.", "De tekst van de een."]);
  await keyboardOf(other).press("Bewaar");
  expect([await other.inputValue("#notes"), await other.locator("#andere-tekst pre").textContent()]).toEqual(["De tekst van de ander.", "De tekst van de een."]);
  await keyboardOf(other).type("#notes", "De tekst van de een. De tekst van de ander.");
  await keyboardOf(other).press("Bewaar");
  await other.getByText("De aantekeningen zijn bewaard.").waitFor();
  expect(await other.inputValue("#notes")).toBe("De tekst van de een. De tekst van de ander.");
  await context.close();
}, 90_000);

test("without script a tap, a note and an outcome are buttons that load the page; an annex is saved, never shown", async () => {
  const { context, page, hands } = await theSecretary({ javaScriptEnabled: false });
  const { press, type } = hands;
  await aBegunMeeting(page, hands, "Overleg zonder script");
  await press("Aanwezig: ", { nth: 0 });
  expect(await page.locator("#aanwezigheid-stand").textContent()).toMatch(/^1 van/);
  await type("#statement", "Iedereen leest het stuk.");
  await page.getByRole("radio", { name: "Actie" }).focus();
  await page.keyboard.press("Space");
  await press("Leg uitkomst vast");
  expect(await page.locator("#ownerName-probleem").textContent()).not.toBe("");
  expect(await page.inputValue("#statement")).toBe("Iedereen leest het stuk.");
  await type("#ownerName", "Alle leden");
  await press("Leg uitkomst vast");
  expect(await page.locator("#vastgelegd").textContent()).toContain("Alle leden");

  await page.goto(page.url().replace(/\/tijdens.*/, "/agenda"));
  await page.getByRole("link", { name: /^Bijlagen/ }).focus();
  await Promise.all([page.waitForURL(/\/bijlagen$/), page.keyboard.press("Enter")]);
  await page.setInputFiles("#file", { name: "kosten.html", mimeType: "text/html", buffer: Buffer.from("<script>alert(1)</script>") });
  await press("Bijlage toevoegen");
  expect(await page.locator("#file-probleem").textContent()).toContain("Dit soort bestand kan niet");
  await page.setInputFiles("#file", { name: "kosten.pdf", mimeType: "application/pdf", buffer: Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(9_000_000, "x")]) });
  await press("Bijlage toevoegen");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "kosten.pdf" }).click()]);
  expect(download.suggestedFilename()).toBe("kosten.pdf");
  await context.close();
}, 90_000);
