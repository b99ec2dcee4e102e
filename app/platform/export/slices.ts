import { setImmediate as nextTurn } from "node:timers/promises";

const LONGEST_SLICE = 15;

/** Lets other requests have a turn when this work has held the loop for long enough: `await breathe()` inside a long loop. Source: quality, Main thread. */
export function slices(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < LONGEST_SLICE) return;
    await nextTurn();
    since = performance.now();
  };
}
