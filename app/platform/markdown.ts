import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Token } from "marked";
import { escapeHtml } from "./escape-html.ts";

/** Longer texts are shown as typed, without lay-out. */
export const LONGEST_MARKDOWN = 60_000;
const TIME_LIMIT = 300;
/** A busy machine gets one more, longer try before a harmless text loses its lay-out. */
const SECOND_LIMIT = 1_500;
const KEPT_TEXTS = 1_000;
const RETRY_AFTER = 60_000;

/**
 * Markdown from people, to HTML we dare to show: no raw HTML, only http, https, mailto and local links, no ids or classes.
 * A text that takes too long, nests too deep or is too long comes back escaped, in one `<p>` per paragraph. Source: security §3.3.
 */
export async function toHtml(source: string): Promise<string> {
  if (source.trim() === "") return "";
  if (source.length > LONGEST_MARKDOWN) return asTyped(source);
  const key = createHash("sha256").update(source).digest("base64");
  const kept = cache.get(key);
  if (kept && kept.until > Date.now()) {
    cache.delete(key);
    cache.set(key, kept);
    return kept.html;
  }
  const html = renderInTurn(source);
  const entry = { html: html.then((made) => made ?? asTyped(source)), until: Number.POSITIVE_INFINITY };
  cache.set(key, entry);
  if (cache.size > KEPT_TEXTS) cache.delete(cache.keys().next().value ?? key);
  if ((await html) === null) entry.until = Date.now() + RETRY_AFTER;
  return entry.html;
}

/**
 * What a text says in the words of marked (headings, lists, tables …), for making another kind of document of it.
 * null when the text is too long, takes too long or nests too deep: then show it as it was typed.
 */
export async function toTokens(source: string): Promise<readonly Token[] | null> {
  if (source.length > LONGEST_MARKDOWN) return null;
  const made = await renderInTurn({ tokensOf: source });
  return made === null ? null : (JSON.parse(made) as Token[]);
}

/** The same for many texts, in the same order. */
export const toHtmlMany = (sources: readonly string[]): Promise<string[]> => Promise.all(sources.map(toHtml));

const cache = new Map<string, { html: Promise<string>; until: number }>();

const asTyped = (source: string): string =>
  source
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll("\n", "<br />")}</p>`)
    .join("\n");

/** A text to make HTML of, or one of which only the tokens are asked. */
type Asked = string | { readonly tokensOf: string };

let lastTurn: Promise<unknown> = Promise.resolve();

/** One text at a time, so that each has the whole time limit to itself. */
function renderInTurn(source: Asked): Promise<string | null> {
  const mine = lastTurn.then(async () => (await renderWithin(TIME_LIMIT, source)) ?? renderWithin(SECOND_LIMIT, source));
  lastTurn = mine;
  return mine;
}

let ready: Promise<Worker> | null = null;

/** null when the worker had to be stopped or gave up. */
async function renderWithin(milliseconds: number, source: Asked): Promise<string | null> {
  const worker = await (ready ??= startWorker()).catch(() => null);
  if (worker === null) {
    ready = null;
    return null;
  }
  worker.ref();
  return new Promise((resolve) => {
    const settle = (html: string | null, isAlive: boolean) => {
      clearTimeout(alarm);
      worker.off("message", answered).off("error", failed).off("exit", failed);
      if (isAlive) worker.unref();
      else {
        ready = null;
        void worker.terminate();
      }
      resolve(html);
    };
    const answered = ({ made }: { made: string | null }) => settle(made, true);
    const failed = () => settle(null, false);
    const alarm = setTimeout(failed, milliseconds);
    worker.on("message", answered).on("error", failed).on("exit", failed);
    worker.postMessage(source);
  });
}

/** A worker that said it is ready; an error of an idle one is nobody's business but the next text's. */
function startWorker(): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: 128 } });
    worker.once("error", reject).on("error", () => {});
    worker.once("message", () => {
      worker.unref();
      resolve(worker);
    });
  });
}

/** The worker's file keeps its place whether this module runs as source, in a test or inside the bundle. */
function workerFile(): string {
  const place = path.join("app", "platform", "markdown-worker.mjs");
  const folders = [process.cwd()];
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); folder !== path.dirname(folder); folder = path.dirname(folder)) folders.push(folder);
  const found = folders.map((folder) => path.join(folder, place)).find((file) => existsSync(file));
  if (found === undefined) throw new Error(`${place} is missing`);
  return found;
}
