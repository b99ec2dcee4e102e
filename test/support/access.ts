import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What keeps somebody from using the page as it stands in this browser: WCAG 2.2 AA, best practice, and a page wider than its screen. */
export async function accessFaults(page: Page, rules: readonly string[] | null = null): Promise<string[]> {
  // Our pages hold no frames: without looking for them axe needs no second page.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules === null ? axe.withTags(ALL) : axe.withRules([...rules])).analyze();
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return [...violations.map(({ id, nodes }) => `axe ${id} at ${nodes.slice(0, 3).map(({ target }) => target.join(" ")).join(", ")}`), ...(sideways > 0 ? [`scrolls ${sideways} px sideways`] : [])];
}
