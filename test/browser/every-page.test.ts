import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { href, paths } from "#app/paths.ts";
import { newToken } from "#app/platform/tokens.ts";
import { openDatabase } from "#db/client.ts";
import { preferenceOf } from "#db/queries/mail-preferences.ts";
import { findAccount } from "#db/queries/sessions.ts";
import { accessFaults } from "#test/support/access.ts";
import { aBrowser, aServedPortal, type ServedPortal } from "#test/support/browser.ts";
import { htmlFaults } from "#test/support/html.ts";
import { findVisits, ROLES, visitorsOf, type Name, type Role, type Visit } from "#test/support/visits.ts";
import { openByHand } from "#test/support/preparing.ts";
import { aWalker } from "#test/support/walker.ts";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 120_000 });

let browser: Browser;
let portal: ServedPortal;
let visitors: ReturnType<typeof visitorsOf>;

beforeAll(async () => {
  [browser, portal] = [await aBrowser(), await aServedPortal()];
  visitors = visitorsOf(portal.url);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** Addresses without a page of their own: buttons, files, feeds, and what machines ask. A new address is a page unless it stands here. */
const NOT_A_PAGE: readonly Name[] = [
  "meetingDocument", "bodyCalendar", "proposalDiscussion", "proposalReferral", "proposalSubmission", "proposalResubmission", "amendmentWithdrawal", "dispositionNoteMarkdown", "dispositionNoteCsv",
  "proposalImportCommit", "proposalImportDisposal", "proposalFile", "proposalCoverageCsv", "savedViewDisposal", "similarTitles", "linkReview", "linkRemoval",
  "proposalDraft", "proposalDraftDisposal", "markdownPreview", "proposalAuthorRemoval", "municipalNoteRemoval", "proposalVersionOdt",
  "roundResultJson", "roundResultCsv", "roundAnnouncement", "roundClosing", "roundReminder", "roundPublication", "ballotWithdrawal", "proxyAcceptance", "proxyRevocation",
  "agendaItemMove", "agendaItemRemoval", "agendaProposal", "agendaSending", "templateItemMove", "templateItemRemoval", "annex", "annexRemoval", "meetingCalendar", "ownCalendarFeed", "ownBodyCalendarFeed",
  "roomNotes", "roomItemStart", "roomClockStop", "roomPresence", "roomTap", "roomOutcomeWithdrawal", "meetingStart", "meetingEnd", "minutesConcept", "minutesAdoption", "minutesPublication", "decisionPublication", "actionsCsv", "actionCompletion", "calendar",
  "requirementSetOdt", "requirementSetPdf", "requirementSetXlsx", "requirementSetOds", "requirementSetCsv", "requirementSetReqif", "requirementSetFile", "requirementSetSuccession", "chapterMove", "chapterRemoval", "requirementMove", "requirementRemoval", "requirementRenewal", "minutesCorrectionWithdrawal",
  "initiativeResumption", "scenarioDisposal", "roadmapCsv", "roadmapCalendar", "gatePassed", "milestoneReached", "noteDownload", "follow", "newsSeen", "keptFormDisposal", "logout", "accountSessionEnd", "accountSessionsEnd",
  "adminAccountDisabling", "adminMailRetry", "adminSeatEnd", "adminMembershipEnd", "adminPartnerEnd", "adminRightsCsv", "health", "ready", "proposalFeed", "decisionFeed", "bodyFeed", "sitemap", "robots", "securityTxt", "demoAccount", "demoVotes",
];

/** Pages that need a moment or a letter of their own: they are looked at in the test that makes it. */
const ELSEWHERE: readonly Name[] = ["proposalImport", "setPassword", "keptForm", "mailPreference", "conditionAnswer", "conditionConfirmation"];

const PAGES = (Object.keys(paths) as Name[]).filter((name) => ![...NOT_A_PAGE, ...ELSEWHERE].includes(name));
/** The same page for other readers, and pages in states that are easily forgotten. */
const STATES: readonly Visit[] = [
  ...(["lid1.veilig", "secretaris.veilig", "voorzitter.veilig", "gemeentebeheerder1", "beheer"] as const).flatMap((role) => ["/", "/mijn"].map((path) => ({ role, path, status: 200 }))),
  ...["/voorstellen?q=bestaatniet", "/besluiten?zoek=bestaatniet", "/zoeken?q=bestaatniet", "/zoeken", "/bouwstenen/samenstellen", "/gemeenten?naam=bestaatniet", "/vergaderingen?gremium=taskforce&wanneer=geweest"].map((path) => ({ role: null, path, status: 200 })),
  { role: null, path: "/bestaat-niet", status: 404 }, { role: "lid1.veilig", path: "/voorstellen/VEI-999", status: 404 }, { role: "lid1.veilig", path: "/beheer", status: 403 }, { role: "beheer", path: "/stemrondes/nieuw", status: 403 },
];

const LOOKS = [
  { name: "wide and light", viewport: { width: 1280, height: 900 }, colorScheme: "light", rules: null },
  // Only what the width or the colours can change; the structure was looked at wide.
  { name: "on a small phone, in the dark", viewport: { width: 320, height: 640 }, colorScheme: "dark", rules: ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable"] },
] as const;

async function aContext(role: Role, said: string[]): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  await context.addInitScript(() => document.addEventListener("securitypolicyviolation", (event) => console.error(`Content Security Policy: ${event.violatedDirective} ${event.blockedURI}`)));
  if (role !== null) await context.addCookies((await visitors.cookieOf(role)).split("; ").map((cookie) => ({ name: cookie.split("=")[0] ?? "", value: cookie.slice(cookie.indexOf("=") + 1), url: portal.url })));
  const page = await context.newPage();
  page.on("console", (message) => void (/Content.Security.Policy|Refused to/i.test(message.text()) && said.push(`${page.url()}: ${message.text()}`)));
  page.on("pageerror", (error) => void said.push(`${page.url()}: ${error.message}`));
  await wear(page, LOOKS[0]);
  return { context, page };
}

async function wear(page: Page, { viewport, colorScheme }: (typeof LOOKS)[number]): Promise<void> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
}

/** The page that is open, in both looks; it stands wide and light again afterwards. */
async function faultsInBothLooks(page: Page, where: string): Promise<string[]> {
  const faults: string[] = [];
  for (const look of LOOKS) {
    await wear(page, look);
    faults.push(...(await accessFaults(page, look.rules)).map((fault) => `${where}, ${look.name}: ${fault}`));
  }
  await wear(page, LOOKS[0]);
  return faults;
}

/** Three at a time: the browser and the portal keep two processors busy. */
async function threeAtATime<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items.entries()];
  await Promise.all([1, 2, 3].map(async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await act(next[1]);
  }));
}

test("every address is a page that is looked at, or stands on the list of what is no page", () => {
  const listed = [...NOT_A_PAGE, ...ELSEWHERE];
  expect(listed.filter((name, place) => listed.indexOf(name) !== place || !(name in paths))).toEqual([]);
});

test("every page, for who uses it and in every state, is accessible, valid HTML, fits its screen and breaks no content policy", async () => {
  await aRanking();
  const { visits, missing } = await findVisits(visitors, PAGES);
  const faults = missing.map((name) => `${name}: no address found, or nobody who may see it`);
  const letter = await preferenceAddress();
  await threeAtATime(ROLES, async (role) => {
    const { context, page } = await aContext(role, faults);
    for (const { path, status } of [...visits, ...STATES, { role: null, path: letter, status: 200 }].filter((visit) => visit.role === role)) {
      const answer = await page.goto(portal.url + path);
      const where = `${path} for ${role ?? "a stranger"}`;
      if (answer?.status() !== status) faults.push(`${where}: ${answer?.status()}, not ${status}`);
      faults.push(...(await htmlFaults((await answer?.text()) ?? "")).map((fault) => `${where}: ${fault}`), ...(await faultsInBothLooks(page, where)));
    }
    await context.close();
  });
  expect(faults).toEqual([]);
});

/** The demonstration has no rangschikking: the secretaris opens one. */
async function aRanking(): Promise<void> {
  const walker = await aWalker(browser, portal.url);
  await walker.go("/over");
  await walker.as("secretaris.veilig", "/stemrondes/nieuw");
  await openByHand(walker, { title: "Wat eerst?", kind: "Rangschikking", items: ["VEI-014", "VEI-015"] });
  await walker.close();
}

/** Where the letters of lid1 say that one may stop them: the secret in it is made with the first letter. */
async function preferenceAddress(): Promise<string> {
  const db = await openDatabase(portal.databaseUrl);
  const account = await findAccount(db, "lid1.veilig@demo.ggi");
  const { token } = await preferenceOf(db, account?.id ?? "", newToken());
  await db.destroy();
  return href(paths.mailPreference, { token });
}

test("a form with errors says so in a way that everybody can find", async () => {
  const faults: string[] = [];
  const forms = [
    ["secretaris.veilig", "/voorstellen/nieuw"], ["secretaris.veilig", "/stemrondes/nieuw"], ["secretaris.veilig", "/vergaderingen/nieuw"], ["secretaris.veilig", "/vergaderingen/reeksen/nieuw"], ["secretaris.taskforce", "/portfolio/nieuw"], ["beheer", "/beheer/accounts/nieuw"],
    ["beheer", "/beheer/organisaties/nieuw"], ["beheer", "/beheer/gremia/nieuw"], ["gemeentebeheerder1", "/behoeften/nieuw"], [null, "/inloggen"],
  ] as const;
  await threeAtATime(forms, async ([role, path]) => {
    const { context, page } = await aContext(role, faults);
    await page.goto(portal.url + path);
    const [answer] = await Promise.all([page.waitForResponse((response) => response.request().method() === "POST"), page.locator("main form[method=post]:not([action]) button").first().click()]);
    await page.waitForLoadState();
    if (answer.status() !== 422) faults.push(`${path}: ${answer.status()}`);
    const words = await page.locator("main [role=alert] a[href^='#']").evaluateAll((found) =>
      found.map((link) => {
        const field = document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
        return [link.textContent ?? "", (field?.closest("fieldset")?.querySelector("legend") ?? document.querySelector(`label[for="${field?.id}"]`))?.textContent ?? ""];
      }),
    );
    if (words.length === 0 || words.some(([said = "", name = ""]) => name === "" || !said.startsWith(name))) faults.push(`${path}: the list of what is wrong leads to other fields: ${words.join("; ")}`);
    faults.push(...(await htmlFaults(await answer.text())).map((fault) => `${path}: ${fault}`), ...(await faultsInBothLooks(page, path)));
    await context.close();
  });
  expect(faults).toEqual([]);
});
