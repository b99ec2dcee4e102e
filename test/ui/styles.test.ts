import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { gather } from "#app/ui/styles/build.ts";
import { onlyUsed } from "#app/ui/styles/only-used.ts";

const css = gather();

test("the stylesheet holds the rules of the components in use, and none of the others", () => {
  for (const used of [".nl-button--primary", ".utrecht-textbox", ".utrecht-alert--error", ".utrecht-status-badge--safe", ".nl-skip-link"]) expect(css).toContain(used);
  for (const unused of [".nl-button--icon-only", ".utrecht-textbox--disabled", ".utrecht-status-badge--inactive", ".utrecht-breadcrumb-nav--arrows"]) expect(css).not.toContain(unused);
});

test("it weighs less than 25 kB over the line", () => {
  expect(gzipSync(css).length).toBeLessThan(25 * 1024);
});

test("every colour and size that the portal's own rules name has a value", () => {
  const set = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  const own = css.slice(css.lastIndexOf("--nl-data-badge-border-color"));
  const asked = [...own.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name);
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter((name) => !set.has(name))).toEqual([]);
});

test("a rule stays for the selectors that can match, and a list with a class of its own is left alone", () => {
  expect(onlyUsed(".a,.b{color:red}.b{color:blue}", new Set(["a"]))).toBe(".a{color:red}");
  expect(onlyUsed(".c:where(.b){color:red}.a:where(.c,.a){margin:0}", new Set(["a"]))).toBe(".a:where(.c,.a){margin:0}");
  expect(onlyUsed("ul>li{color:red}", new Set(), true)).toBe("ul:not([class])>li{color:red}");
});
