import cluster, { type Worker } from "node:cluster";
import type { Log } from "#app/platform/log.ts";

const SECOND = 1000;
/** Longer than a process takes to end what runs. */
const PATIENCE = 15 * SECOND;
const LONGEST_WAIT = 30 * SECOND;
/** A process that lived shorter than this stumbled: the next one waits a little longer. */
const STEADY = 10 * SECOND;

interface Keeping {
  readonly count: number;
  readonly isDemo: boolean;
  readonly ready: () => void;
  readonly log: Log;
}

/**
 * Keeps so many processes serving one port: what ends by accident is replaced, SIGTERM and SIGINT end them all in order. This process
 * itself serves nothing and holds no database, so that there is little that can go wrong with it. When it is gone all the same, the
 * others end by themselves.
 */
export function keepWorkers({ count, isDemo, ready, log }: Keeping): void {
  const born = new Map<number, number>();
  let [isReady, isStopping, stumbles, code] = [false, false, 0, 0];
  const listening = new Set<number>();
  const alive = (): Worker[] => Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? []);
  const start = (): void => {
    if (!isStopping) born.set(cluster.fork({ DEMO: isDemo ? "1" : "0" }).id, Date.now());
  };
  const stop = (exitCode: number): void => {
    if (isStopping) return;
    [isStopping, code] = [true, exitCode];
    if (alive().length === 0) process.exit(code);
    for (const { process: child } of alive()) child.kill("SIGTERM");
    setTimeout(() => alive().forEach(({ process: child }) => child.kill("SIGKILL")), PATIENCE).unref();
  };

  cluster.on("listening", ({ id }) => {
    listening.add(id);
    if (isReady || listening.size < count) return;
    isReady = true;
    ready();
  });
  cluster.on("exit", ({ id, process: { pid } }, status, signal) => {
    const lived = Date.now() - (born.get(id) ?? 0);
    born.delete(id);
    listening.delete(id);
    if (isStopping) return void (alive().length === 0 && process.exit(code));
    // What keeps the first ones from serving would keep every next one from it: they said what it was.
    if (!isReady) return stop(1);
    stumbles = lived < STEADY ? stumbles + 1 : 0;
    log.error({ pid, status, signal, stumbles }, "a process ended; another takes its place");
    setTimeout(start, Math.min(LONGEST_WAIT, stumbles * SECOND));
  });
  process.on("SIGTERM", () => stop(0));
  process.on("SIGINT", () => stop(0));
  for (let one = 0; one < count; one++) start();
}
