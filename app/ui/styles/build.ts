import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { transform } from "lightningcss";
import type { Plugin } from "vite";
import { PARTS, PLAIN } from "./parts.ts";
import { onlyUsed } from "./only-used.ts";

/** The most that the stylesheet may weigh over the line. */
const BUDGET = 25 * 1024;
const THEME = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css";
const here = import.meta.dirname;
const root = path.resolve(here, "../../..");

/**
 * The whole stylesheet: of the NL Design System only the rules whose class names our components use and only the tokens these
 * reach, in a layer of their own so that the portal's rules always come after; then our brand's tokens and the portal's own rules.
 */
export function gather(own = readFileSync(path.join(here, "portal.css"), "utf8")): string {
  const used = new Set(sourcesIn(path.join(root, "app")).flatMap((source) => source.match(/\b(?:nl|utrecht)-[\w-]+/g) ?? []));
  const brand = readFileSync(path.join(here, "brand.css"), "utf8");
  const components = [...PLAIN.map(({ file, bare }) => onlyUsed(packaged(file), used, bare ?? false)), ...PARTS.map((file) => onlyUsed(packaged(file), used))].join("");
  const css = `@layer nlds{${tokensFor(components + brand + own, brand)}${components}}${brand}${own}`;
  return transform({ filename: "portal.css", code: Buffer.from(css), minify: true }).code.toString();
}

/** Hands Vite the gathered stylesheet where the portal asks for its own; a stylesheet over its budget fails the build. */
export function portalStyles(): Plugin {
  return {
    name: "portal-styles",
    enforce: "pre",
    transform(code, id) {
      if (path.resolve(id.split("?")[0] ?? "") !== path.join(here, "portal.css") || /[?&]url\b/.test(id)) return null;
      const css = gather(code);
      const size = gzipSync(css).length;
      if (size > BUDGET) this.error(`the stylesheet weighs ${size} bytes compressed; ${BUDGET} is the budget`);
      return { code: css, map: null };
    },
  };
}

/** The tokens that are asked for, with the tokens these ask for in turn; what the brand sets itself is left to the brand. */
function tokensFor(css: string, brand: string): string {
  const theme = new Map([...packaged(THEME).matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)].map(([, name = "", value = ""]) => [name, value]));
  const set = new Set([...brand.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  const kept = new Map<string, string>();
  const asked = namesIn(css);
  for (let name = asked.pop(); name !== undefined; name = asked.pop()) {
    const value = theme.get(name);
    if (value === undefined || kept.has(name) || set.has(name)) continue;
    kept.set(name, value);
    asked.push(...namesIn(value));
  }
  return `:root{${[...kept].map(([name, value]) => `${name}:${value}`).join(";")}}`;
}

const namesIn = (css: string): string[] => [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = ""]) => name);

const packaged = (file: string): string => readFileSync(path.join(root, "node_modules", file), "utf8");

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && entry.parentPath !== here)
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8"));
