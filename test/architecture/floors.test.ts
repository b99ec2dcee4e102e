import { expect, test } from "vitest";
import { importsOf, isOwn, sourcesIn, type Source } from "./sources.ts";

interface Floor {
  readonly on: readonly string[];
  /** own code it may use, besides itself */
  readonly below: readonly string[];
  /** packages it may use; absent: any */
  readonly packages?: readonly RegExp[];
}

/** From the ground up. Nothing imports upwards. */
const FLOORS: Record<string, Floor> = {
  "the rules": { on: ["app/domain/", "app/paths.ts"], below: [], packages: [/^diff$/] },
  "the words": { on: ["app/text/"], below: ["app/domain/"], packages: [] },
  "the components": { on: ["app/ui/"], below: ["app/domain/", "app/text/", "app/paths.ts"], packages: [/^react$/, /^react-dom\/server$/, /^@remix-run\/react$/] },
  "the database": { on: ["db/"], below: ["app/domain/"], packages: [/^kysely$/, /^better-sqlite3$/, /^pg$/, /^node:/] },
  "the platform": { on: ["app/platform/"], below: ["app/domain/"] },
  "the commands": { on: ["app/commands/"], below: ["app/domain/", "app/platform/", "db/"], packages: [] },
  "sign-in": { on: ["app/auth/"], below: ["app/domain/", "app/paths.ts", "app/platform/", "app/commands/", "db/"] },
  "the pages": { on: ["app/routes/"], below: ["app/"].concat("db/"), packages: [/^react$/, /^@remix-run\//, /^zod$/] },
};

const floorOf = (path: string): Floor | undefined => Object.values(FLOORS).find(({ on }) => on.some((start) => path.startsWith(start)));

/** The command line and what builds the stylesheet stand outside the house: they start it. */
const isOutside = ({ path }: Source): boolean => path === "db/cli.ts" || path.startsWith("db/cli/") || path.startsWith("app/ui/styles/");

const sources = sourcesIn("app", "db").filter((source) => !isOutside(source));
const trespasses = (source: Source): string[] => {
  const floor = floorOf(source.path);
  if (floor === undefined) return [];
  const allowed = [...floor.on, ...floor.below];
  return importsOf(source)
    .filter((name) => (isOwn(name) ? !allowed.some((start) => name.startsWith(start)) : floor.packages !== undefined && !floor.packages.some((one) => one.test(name))))
    .map((name) => `${source.path} imports ${name}`);
};

/** Comments and texts say things that code may not do. */
const bare = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g, "");
const offenders = (where: readonly string[], what: RegExp): string[] =>
  sources.filter(({ path, code }) => where.some((start) => path.startsWith(start)) && what.test(bare(code))).map(({ path }) => path);

test("no file imports from a floor above its own", () => {
  expect(sources.flatMap(trespasses)).toEqual([]);
});

test("a file that reached upwards would be found", () => {
  expect(trespasses({ path: "app/domain/voting/tally.ts", code: 'import { db } from "#db/client.ts";' })).toHaveLength(1);
  expect(trespasses({ path: "app/domain/voting/tally.ts", code: 'import { readFile } from "node:fs/promises";' })).toHaveLength(1);
  expect(trespasses({ path: "db/queries/needs.ts", code: 'import {\n  may,\n} from "../../app/commands/context.ts";' })).toHaveLength(1);
});

test("only the database floor knows Kysely or a driver", () => {
  const knows = sources.filter((source) => !source.path.startsWith("db/") && importsOf(source).some((name) => /^(kysely|better-sqlite3|pg)$/.test(name)));
  expect(knows.map(({ path }) => path)).toEqual([]);
});

test("only sign-in knows Lucia", () => {
  const knows = sources.filter((source) => !source.path.startsWith("app/auth/") && importsOf(source).includes("lucia"));
  expect(knows.map(({ path }) => path)).toEqual([]);
});

test("rules and commands read no clock, no chance, no environment and no network", () => {
  const impure = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.|\bfetch\(|\brandomUUID\(|\bperformance\./;
  expect(offenders(["app/domain/", "app/commands/"], impure)).toEqual([]);
});

test("the environment is read in one place", () => {
  const readers = offenders(["app/", "db/"], /\bprocess\.env\b/);
  expect(readers.filter((path) => path !== "app/platform/env.ts" && path !== "app/start.ts" && path !== "app/dev.ts")).toEqual([]);
});

test("no component carries a style attribute, which the content policy would block", () => {
  expect(offenders(["app/ui/", "app/routes/", "app/root.tsx"], /\bstyle=/)).toEqual([]);
});

/** Words between a tag and the next tag or brace; an arrow, a comparison or a type does not end in `<` or `{` on words alone. */
const SPOKEN = /[a-z"}/]>\s*[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ' ,.:?!-]*[A-Za-zÀ-ÿ.:?!]\s*(?:<\/|<[a-z]|\{)/;

test("no page or component carries Dutch words: they live in app/text", () => {
  const found = sources.filter(({ path, code }) => path.endsWith(".tsx") && /^app\/(ui|routes|root)/.test(path) && SPOKEN.test(bare(code))).map(({ path }) => path);
  expect(found).toEqual([]);
});

test("a Dutch word in a component would be found", () => {
  expect(SPOKEN.test("<p>Nog geen stemrondes.</p>")).toBe(true);
  expect(SPOKEN.test('<a className="x" href={href}>Meer {count}</a>')).toBe(true);
  expect(SPOKEN.test("<td>{words.none}</td>")).toBe(false);
});

test("no label, title or hint in a component is written on the spot", () => {
  const spoken = /\s(?:label|title|hint|alt|aria-label|placeholder|lead|kicker)="[^"]*[A-Za-z]{3,}[^"]*"/;
  expect(offenders(["app/ui/", "app/routes/", "app/root.tsx"], spoken)).toEqual([]);
});

test("no dialect is asked for outside the database floor", () => {
  expect(offenders(["app/"], /\b(?:isPostgres|isSqlite|dialect)\b/)).toEqual([]);
});

test("no promise of later work is left in the code", () => {
  const left = sources.filter(({ code }) => /\b(?:TODO|FIXME|XXX)\b|@ts-(?:ignore|nocheck)/.test(code)).map(({ path }) => path);
  expect(left).toEqual([]);
});
