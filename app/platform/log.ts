import { pino, type DestinationStream, type Logger } from "pino";

export type Log = Logger;

/** Never in a log, wherever it turns up. Source: BIO2 8.15.02. */
const SECRETS = ["password", "passwordHash", "password_hash", "token", "cookie", "authorization", "secret", "sealed", "choice"];

/** One JSON line per happening: act, object, result, origin, actor, time. */
export const createLog = (level: string, destination?: DestinationStream): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[weggelaten]" },
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: withoutValues },
    },
    destination ?? pino.destination({ fd: 1, sync: false }),
  );

/** Enough of an error to find the bug; bound values and connection strings stay out. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: "not an error" };
  const code = "code" in error ? String(error.code) : undefined;
  return { name: error.name, code, message: error.message.replace(/:\/\/[^@\s]*@/g, "://…@"), stack: error.stack?.split("\n").slice(1, 12).map((line) => line.trim()) };
}
