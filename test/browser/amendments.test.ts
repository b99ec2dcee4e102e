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

/** A page without script in somebody's hands, signed in with the keyboard. */
async function inTheHandsOf(who: string): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${portal.url}/inloggen`);
  await page.locator("#email").focus();
  await page.keyboard.type(`${who}@demo.ggi`);
  await page.keyboard.press("Tab");
  await page.keyboard.type("demo-ggi-2026");
  await Promise.all([page.waitForURL(`${portal.url}/`), page.keyboard.press("Enter")]);
  return page;
}

/** Goes to something with the Tab key alone, as who has no mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key does not reach ${selector}`);
}

async function addressOf(page: Page, title: string): Promise<string> {
  await page.goto(`${portal.url}/voorstellen?q=${encodeURIComponent(title)}`);
  return `${portal.url}${(await page.locator("main a[href^='/voorstellen/']", { hasText: title }).first().getAttribute("href")) ?? ""}`;
}

test("without script and with the keyboard alone a member changes a word, the penvoerder takes it over, and everybody reads the reactienota", async () => {
  const member = await inTheHandsOf("lid5.veilig");
  const address = await addressOf(member, "Sleutels van gemeenten staan niet bij de leverancier");
  await member.goto(`${address}/wijzigingsvoorstellen/nieuw`);
  await tabTo(member, "#rationale");
  await member.keyboard.press("Control+End");
  await member.keyboard.type(" Dat geldt ook na afloop van het contract.");
  await tabTo(member, "#reason");
  await member.keyboard.type("Ook daarna blijven de gegevens van ons.");
  await tabTo(member, "main form button");
  await Promise.all([member.waitForURL(/wijzigingsvoorstellen\/\d+$/), member.keyboard.press("Enter")]);
  const made = member.url().split("/").at(-1) ?? "";
  expect(await member.locator("main ins").first().innerText()).toContain("Dat geldt ook na afloop van het contract.");

  const secretary = await inTheHandsOf("secretaris.veilig");
  await secretary.goto(`${address}/wijzigingsvoorstellen/verwerken`);
  const change = secretary.locator(`[id="wijziging-${made}.1"]`);
  const choice = (await change.locator("select").getAttribute("name")) ?? "";
  await tabTo(secretary, `select[name="${choice}"]`);
  await secretary.keyboard.press("ArrowDown");
  await tabTo(secretary, "#why");
  await secretary.keyboard.type("Een zin erbij uit een wijzigingsvoorstel");
  await tabTo(secretary, "button[value=voorbeeld]");
  await turning(secretary, () => secretary.keyboard.press("Enter"));
  expect(await secretary.locator("#voorbeeld ins").first().innerText()).toContain("na afloop van het contract");
  await tabTo(secretary, "button[value=opslaan]");
  await Promise.all([secretary.waitForURL(/reactienota$/), secretary.keyboard.press("Enter")]);

  await member.goto(`${address}/reactienota`);
  expect(await member.locator("main").innerText()).toMatch(/Dat geldt ook na afloop van het contract\.[\s\S]*Ook daarna blijven de gegevens van ons\.[\s\S]*Overgenomen/);
  await member.goto(`${portal.url}/mijn`);
  expect(await member.locator("main").innerText()).toContain(`Uw wijzigingsvoorstel ${made} is behandeld`);
  for (const { page } of [{ page: member }, { page: secretary }]) await page.context().close();
}, 240_000);
