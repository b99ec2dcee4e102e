import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { paths } from "#app/paths.ts";
import { accessFaults } from "#test/support/access.ts";
import { aBrowser, aServedPortal, type ServedPortal } from "#test/support/browser.ts";
import { htmlFaults } from "#test/support/html.ts";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 120_000 });
type Name = keyof typeof paths;

let browser: Browser;
let portal: ServedPortal;

beforeAll(async () => {
  [browser, portal] = [await aBrowser(), await aServedPortal()];
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** Addresses without a page of their own: buttons, files, feeds, and what machines ask. A new address is a page unless it stands here. */
const NOT_A_PAGE: readonly Name[] = [
  "bodyCalendar", "proposalDiscussion", "proposalReferral", "proposalSubmission", "proposalResubmission", "amendmentWithdrawal", "dispositionNoteMarkdown", "dispositionNoteCsv",
  "proposalImportCommit", "proposalImportDisposal", "proposalFile", "proposalCoverageCsv", "savedViewDisposal", "similarTitles", "linkReview",
  "proposalDraft", "proposalDraftDisposal", "markdownPreview", "proposalAuthorRemoval", "municipalNoteRemoval", "proposalVersionOdt",
  "roundResultJson", "roundResultCsv", "roundAnnouncement", "roundClosing", "roundReminder", "roundPublication", "ballotWithdrawal",
  "agendaItemMove", "agendaItemRemoval", "agendaSending", "meetingStart", "meetingEnd", "meetingReply", "minutesConcept", "minutesAdoption", "minutesPublication", "decisionPublication", "actionsCsv", "actionCompletion", "calendar",
  "initiativeResumption", "roadmapCsv", "milestoneReached", "noteDownload", "follow", "newsSeen", "keptFormDisposal", "logout",
  "adminAccountDisabling", "adminMailRetry", "adminSeatEnd", "adminMembershipEnd", "health", "ready", "proposalFeed", "decisionFeed", "bodyFeed", "sitemap", "robots", "securityTxt", "demoAccount", "demoVotes",
];

/** Pages that need a moment or a letter of their own: they are looked at in the test that makes it. */
const ELSEWHERE: readonly Name[] = ["proposalImport", "setPassword", "keptForm", "mailPreference", "conditionAnswer", "conditionConfirmation"];

/** Addresses that are named but not yet built. */
const NOT_BUILT: readonly Name[] = ["account", "adminAccount", "adminOrganisations", "audit"];

const PAGES = (Object.keys(paths) as Name[]).filter((name) => ![...NOT_A_PAGE, ...ELSEWHERE, ...NOT_BUILT].includes(name));
const ROLES = [null, "lid1.veilig", "secretaris.veilig", "voorzitter.veilig", "secretaris.adviesraad", "secretaris.taskforce", "gemeentebeheerder1", "beheer"] as const;
type Role = (typeof ROLES)[number];

async function cookieOf(role: string): Promise<string> {
  const answer = await fetch(`${portal.url}/demo/account`, { method: "POST", redirect: "manual", headers: { origin: portal.url, "content-type": "application/x-www-form-urlencoded" }, body: `account=${role}@demo.ggi&naar=/` });
  return answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}

interface Visit {
  readonly role: Role;
  readonly path: string;
  readonly status: number;
}

/** For every page an address that exists, and somebody who may see it: found as people find it, by the links on the lists. */
async function findVisits(): Promise<{ visits: Visit[]; missing: string[] }> {
  const cookies = new Map<Role, string>();
  for (const role of ROLES) cookies.set(role, role === null ? "" : await cookieOf(role));
  const ask = async (role: Role, path: string) => fetch(portal.url + path, { redirect: "manual", headers: { cookie: cookies.get(role) ?? "" } });
  const links = new Map<Role, string[]>();
  for (const role of ROLES) {
    const found = new Set<string>();
    for (const list of ["/gremia", "/behoeften", "/voorstellen?gremium=veilig", "/voorstellen", "/stemrondes", "/vergaderingen", "/vergaderingen?wanneer=geweest", "/besluiten", "/portfolio", "/roadmap", "/gemeenten", "/bouwstenen", "/mijn", "/beheer/accounts", "/beheer/gremia"]) {
      for (const [, link = ""] of (await (await ask(role, list)).text()).matchAll(/(?:href|action)="(\/[^"#?]*)/g)) found.add(link);
    }
    for (const agenda of [...found].filter((link) => /^\/vergaderingen\/[0-9a-f-]{36}$/.test(link)).slice(0, 12)) {
      for (const [, link = ""] of (await (await ask(role, `${agenda}/agenda`)).text()).matchAll(/href="(\/[^"#?]*)/g)) found.add(link);
    }
    for (const proposal of [...found].filter((link) => /^\/voorstellen\/[A-Z]+-\d+$/.test(link)).slice(0, 30)) {
      for (const page of ["", "/wijzigingsvoorstellen"]) for (const [, link = ""] of (await (await ask(role, proposal + page)).text()).matchAll(/href="(\/voorstellen\/[^"#?]*)/g)) found.add(link);
    }
    links.set(role, [...found]);
  }

  const addressFor = async (name: Name): Promise<Visit | null> => {
    const path: string = paths[name];
    const query = name === "proposalComparison" ? "?van=1&naar=2" : name === "search" ? "?q=netwerk" : /^note/.test(name) ? `?b=${links.get(null)?.find((link) => /^\/bouwstenen\/(?!samen)/.test(link))?.split("/")[2] ?? ""}` : "";
    for (const role of ROLES) {
      const candidates = path.includes(":") ? candidatesFor(path, links.get(role) ?? []) : [path];
      for (const candidate of candidates.slice(0, 40)) {
        const { status } = await ask(role, candidate + query);
        if (status === 200) return { role, path: candidate + query, status };
      }
    }
    return null;
  };
  const found = [];
  for (const name of PAGES) found.push([name, await addressFor(name)] as const);
  return { visits: found.flatMap(([, visit]) => visit ?? []), missing: found.filter(([, visit]) => visit === null).map(([name]) => name) };
}

/** `/stemrondes/:id/uitslag` with every id that the links know. */
function candidatesFor(path: string, links: readonly string[]): string[] {
  const [, start = "", , rest = ""] = /^(.*?\/)(:[A-Za-z]+)(.*)$/.exec(path) ?? [];
  const own = new RegExp(`^${path.replace(/:[A-Za-z]+/g, "[^/]+")}$`);
  const values = new Set(links.filter((link) => link.startsWith(start)).map((link) => link.slice(start.length).split("/")[0] ?? "").filter((value) => /^(?:[A-Z]+-[\d-]+|[0-9a-f-]{36}|\d{4})$/.test(value) || !["nieuw", "samenstellen", "capaciteit", "importeren", "stappen", "dekking", "weergaven", "bestand", "lijkt-op", "", "agenda"].includes(value)));
  return [...links.filter((link) => own.test(link) && !/\/(?:nieuw|verwerken|importeren|capaciteit|samenstellen)$/.test(link)), ...(rest.includes(":") ? [...values].map((value) => `${start}${value}${rest.replace(/:version/, "1")}`).filter((link) => !link.includes(":")) : [...values].map((value) => `${start}${value}${rest}`))];
}

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

async function aContext(role: Role, look: (typeof LOOKS)[number], said: string[]): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: look.viewport, colorScheme: look.colorScheme });
  await context.addInitScript(() => document.addEventListener("securitypolicyviolation", (event) => console.error(`Content Security Policy: ${event.violatedDirective} ${event.blockedURI}`)));
  if (role !== null) await context.addCookies((await cookieOf(role)).split("; ").map((cookie) => ({ name: cookie.split("=")[0] ?? "", value: cookie.slice(cookie.indexOf("=") + 1), url: portal.url })));
  const page = await context.newPage();
  page.on("console", (message) => void (/Content.Security.Policy|Refused to/i.test(message.text()) && said.push(`${page.url()}: ${message.text()}`)));
  page.on("pageerror", (error) => void said.push(`${page.url()}: ${error.message}`));
  return { context, page };
}

test("every address is a page that is looked at, or stands on the list of what is no page", () => {
  const listed = [...NOT_A_PAGE, ...ELSEWHERE, ...NOT_BUILT];
  expect(listed.filter((name, place) => listed.indexOf(name) !== place || !(name in paths))).toEqual([]);
});

test("every page, for who uses it and in every state, is accessible, valid HTML, fits its screen and breaks no content policy", async () => {
  const { visits, missing } = await findVisits();
  expect(missing).toEqual([]);
  const faults: string[] = [];
  for (const look of LOOKS) {
    for (const role of ROLES) {
      const { context, page } = await aContext(role, look, faults);
      for (const { path, status } of [...visits, ...STATES].filter((visit) => visit.role === role)) {
        const answer = await page.goto(portal.url + path);
        const where = `${path} for ${role ?? "a stranger"}, ${look.name}`;
        if (answer?.status() !== status) faults.push(`${where}: ${answer?.status()}, not ${status}`);
        if (look.rules === null) faults.push(...(await htmlFaults((await answer?.text()) ?? "")).map((fault) => `${where}: ${fault}`));
        faults.push(...(await accessFaults(page, look.rules)).map((fault) => `${where}: ${fault}`));
      }
      await context.close();
    }
  }
  expect(faults).toEqual([]);
});

test("a form with errors says so in a way that everybody can find", async () => {
  const faults: string[] = [];
  for (const look of LOOKS) {
    for (const [role, path] of [["secretaris.veilig", "/voorstellen/nieuw"], ["secretaris.veilig", "/stemrondes/nieuw"], ["secretaris.veilig", "/vergaderingen/nieuw"], ["secretaris.taskforce", "/portfolio/nieuw"], ["beheer", "/beheer/accounts/nieuw"], ["gemeentebeheerder1", "/behoeften/nieuw"], [null, "/inloggen"]] as const) {
      const { context, page } = await aContext(role, look, faults);
      await page.goto(portal.url + path);
      const [answer] = await Promise.all([page.waitForResponse((response) => response.request().method() === "POST"), page.locator("main form[method=post] button").last().click()]);
      await page.waitForLoadState();
      const where = `${path}, ${look.name}`;
      if (answer.status() !== 422) faults.push(`${where}: ${answer.status()}`);
      if ((await page.locator("main [role=alert], main [aria-invalid=true]").count()) === 0) faults.push(`${where}: says nothing`);
      faults.push(...(await accessFaults(page, look.rules)).map((fault) => `${where}: ${fault}`), ...(await htmlFaults(await page.content())).filter((fault) => !/^(?:void|attr)/.test(fault)).map((fault) => `${where}: ${fault}`));
      await context.close();
    }
  }
  expect(faults).toEqual([]);
});
