import { deliverMail, type PostOffice } from "./deliver-mail.ts";
import { runJobs } from "./run-jobs.ts";

const BEAT = 15_000;

/**
 * Looks four times a minute for what is due, one turn at a time. Returns how to stop it; stopping waits for the turn that runs.
 * The claims in the database make it safe to run in every process.
 */
export function startClock(office: PostOffice & { newId: () => string; failed: (error: unknown) => void }, beat = BEAT): () => Promise<void> {
  let turn: Promise<void> | null = null;
  const tick = (): void => {
    turn ??= runJobs(office)
      .then(() => deliverMail(office))
      .then(() => undefined, office.failed)
      .finally(() => (turn = null));
  };
  const timer = setInterval(tick, beat);
  timer.unref();
  tick();
  return async () => {
    clearInterval(timer);
    await turn;
  };
}
