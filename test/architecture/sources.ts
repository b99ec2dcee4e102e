import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const ROOT = new URL("../../", import.meta.url).pathname;

export interface Source {
  /** from the root of the repository: app/domain/voting/tally.ts */
  readonly path: string;
  readonly code: string;
}

/** Every TypeScript file below these folders, in order of their paths. */
export const sourcesIn = (...folders: string[]): Source[] =>
  folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
    )
    .sort()
    .map((path) => ({ path, code: readFileSync(join(ROOT, path), "utf8") }));

/** What a file imports: packages by name, own files from the root of the repository. */
export function importsOf({ path, code }: Source): string[] {
  const names = [...code.matchAll(/^\s*(?:import|export)\b[^;]*?\bfrom\s+"([^"]+)"|^\s*import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm)];
  return names.map(([, from, bare, late]) => from ?? bare ?? late ?? "").map((name) => resolved(path, name));
}

function resolved(path: string, name: string): string {
  if (name.startsWith("#")) return name.slice(1);
  return name.startsWith(".") ? join(path, "..", name) : name;
}

export const isOwn = (name: string): boolean => /^(app|db|seeds|test)\//.test(name);
