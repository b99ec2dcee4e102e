import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Block } from "./blocks.ts";

export interface Drawing {
  /** the title; also the first heading */
  readonly title: string;
  readonly subtitle: string | null;
  readonly label: string;
  readonly author: string;
  readonly createdAt: string;
  readonly page: readonly [page: string, of: string];
  readonly blocks: readonly Block[];
}

/** A set of minutes takes less than a second; a document that takes this long is stopped. */
const TIME_LIMIT = 30_000;

let lastTurn: Promise<unknown> = Promise.resolve();
let ready: Promise<Worker> | null = null;

/** The last few documents: the same input gives the same bytes, so whoever asks again does not wait. */
const KEPT = 20;
const kept = new Map<string, Promise<Uint8Array>>();

/** Draws one document at a time in a thread of its own; a document that takes too long is given up. */
export function drawInWorker(drawing: Drawing): Promise<Uint8Array> {
  const key = createHash("sha256").update(JSON.stringify(drawing)).digest("base64");
  const known = kept.get(key);
  if (known !== undefined) return known;
  const mine = lastTurn.then(() => drawn(drawing));
  lastTurn = mine.catch(() => kept.delete(key));
  kept.set(key, mine);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? key);
  return mine;
}

async function drawn(drawing: Drawing): Promise<Uint8Array> {
  const worker = await (ready ??= startWorker()).catch((error: unknown) => {
    ready = null;
    throw error;
  });
  worker.ref();
  return new Promise((resolve, reject) => {
    const settle = (end: () => void, isAlive: boolean) => {
      clearTimeout(alarm);
      worker.off("message", answered).off("error", failed).off("exit", failed);
      if (isAlive) worker.unref();
      else {
        ready = null;
        void worker.terminate();
      }
      end();
    };
    const answered = ({ made, problem }: { made: Uint8Array | null; problem: string | null }) =>
      settle(() => (made === null ? reject(new Error(`the PDF could not be drawn: ${problem ?? ""}`)) : resolve(made)), true);
    const failed = () => settle(() => reject(new Error("the PDF could not be drawn")), false);
    const alarm = setTimeout(failed, TIME_LIMIT);
    worker.on("message", answered).on("error", failed).on("exit", failed);
    worker.postMessage(drawing);
  });
}

/** A worker that said it is ready; an error of an idle one is nobody's business but the next document's. */
function startWorker(): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: 192 } });
    worker.once("error", reject).on("error", () => {});
    worker.once("message", () => {
      worker.unref();
      resolve(worker);
    });
  });
}

/** The worker's file keeps its place whether this module runs as source, in a test or inside the bundle. */
function workerFile(): string {
  const place = path.join("app", "platform", "export", "pdf", "pdf-worker.mjs");
  const folders = [process.cwd()];
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); folder !== path.dirname(folder); folder = path.dirname(folder)) folders.push(folder);
  const found = folders.map((folder) => path.join(folder, place)).find((file) => existsSync(file));
  if (found === undefined) throw new Error(`${place} is missing`);
  return found;
}
