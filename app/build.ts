import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

/** What the built pages are made of. */
const SOURCES = ["app", "db", "public", "remix.config.js", "vite.config.ts", "tsconfig.json", "package-lock.json"];

/** Whether there is a build that is newer than every source. */
export function isBuildCurrent(root: string): boolean {
  const build = path.join(root, "build/server/index.js");
  return existsSync(build) && SOURCES.every((source) => newestIn(path.join(root, source)) <= statSync(build).mtimeMs);
}

/** Builds the pages, silently unless something is wrong; returns whether it worked. */
export const buildPages = (root: string): boolean => spawnSync("npm", ["run", "--silent", "build", "--", "--logLevel", "error"], { cwd: root, stdio: "inherit" }).status === 0;

function newestIn(place: string): number {
  if (!existsSync(place)) return 0;
  const found = statSync(place);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(place, { withFileTypes: true }).map((entry) => newestIn(path.join(place, entry.name))));
}
