import type { Browser } from "playwright-core";

/** Words at the start of a label; a part for who cannot see may follow a colon with or without a space. */
const starting = (label: string): RegExp => new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(": ", "\\s*:\\s*")}`);

export type Walker = Awaited<ReturnType<typeof aWalker>>;

/** Somebody at a browser who finds things as people do: by the words on buttons, links and fields. Goes on as another with the demonstration bar. */
export async function aWalker(browser: Browser, url: string, { javaScriptEnabled = true } = {}) {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const main = page.locator("main");
  /** Does what leads to another page; when it does not, the error says where the walk stood and what it read there. */
  const moving = async (act: () => Promise<unknown>): Promise<void> => {
    await Promise.all([page.waitForEvent("domcontentloaded"), act()]).catch(async (cause: unknown) => {
      throw new Error(`stuck at ${page.url()}: ${((await main.textContent()) ?? "").replace(/\s+/g, " ").slice(0, 500)}`, { cause });
    });
  };
  const field = (label: string) => main.locator("input, select, textarea").and(main.getByLabel(starting(label))).first();

  return {
    page,
    context,
    /** Opens an address; answers the status. */
    go: async (path: string): Promise<number> => (await page.goto(url + path))?.status() ?? 0,
    path: () => new URL(page.url()).pathname,
    /** the last word of the address: a number or an id */
    last: () => decodeURIComponent(page.url().split(/[?#]/)[0]?.split("/").at(-1) ?? ""),
    async as(account: string, path?: string) {
      await page.locator("summary", { hasText: "Demonstratie" }).click();
      await page.getByLabel("Werk als").selectOption(`${account}@demo.ggi`);
      await moving(() => page.getByRole("button", { name: "Wissel" }).click());
      if (path !== undefined) await page.goto(url + path);
    },
    async asStranger(path: string) {
      await context.clearCookies();
      await page.goto(url + path);
    },
    press: (name: string) => moving(() => page.getByRole("button", { name: starting(name) }).first().click()),
    follow: (name: string) => moving(() => main.getByRole("link", { name: starting(name) }).first().click()),
    fill: (label: string, value: string) => field(label).fill(value),
    tick: (label: string) => field(label).check(),
    pick: (label: string, option: string) => field(label).selectOption({ label: option }),
    async letTheOthersVote() {
      await page.locator("summary", { hasText: "Demonstratie" }).click();
      await moving(() => page.getByRole("button", { name: "Laat de overige leden stemmen" }).click());
    },
    /** What the page says, also in what is folded in. */
    says: async (): Promise<string> => ((await main.textContent()) ?? "").replace(/\s+/g, " "),
    /** The whole body of any address, with the cookies of this browser: feeds, files, data. */
    body: async (path: string): Promise<string> => (await context.request.get(url + path)).text(),
    status: async (path: string): Promise<number> => (await context.request.get(url + path, { maxRedirects: 0 })).status(),
    close: () => context.close(),
  };
}

/** What somebody types in a `datetime-local` field: the Dutch clock. */
export function dutchField(moment: Date): string {
  const parts = Object.fromEntries(new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts["year"]}-${parts["month"]}-${parts["day"]}T${parts["hour"]}:${parts["minute"]}`;
}
