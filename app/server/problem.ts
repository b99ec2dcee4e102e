import type { Env } from "#app/platform/env.ts";
import { serverText } from "#app/text/server.ts";
import { UnusableDatabase } from "#db/client.ts";
import { storageFailureOf } from "#db/failures.ts";

/** Why the portal cannot start; `message` is one clear line. */
export class CannotStart extends Error {}

/** One line for whoever starts the portal; never a stack trace. */
export function problemOf(error: unknown): string {
  if (error instanceof UnusableDatabase || error instanceof CannotStart) return error.message;
  if (storageFailureOf(error) === "full") return serverText.full;
  if (storageFailureOf(error) === "unavailable") return serverText.unreachable;
  return serverText.stopped(firstLineOf(error instanceof Error ? error.message : String(error)));
}

/** The same for an address that cannot be listened on. */
export function listenProblem({ code, message }: NodeJS.ErrnoException, { port, host }: Env): string {
  const known: Record<string, string> = { EADDRINUSE: serverText.busyPort(port), EACCES: serverText.closedPort(port), EADDRNOTAVAIL: serverText.otherHost(host), ENOTFOUND: serverText.otherHost(host) };
  return known[code ?? ""] ?? serverText.stopped(firstLineOf(message));
}

const firstLineOf = (message: string): string => message.split("\n")[0] ?? "";
