/** "full": nothing can be written, reading goes on. "unavailable": the database cannot be reached or is too busy now. */
export type StorageFailure = "full" | "unavailable";

const FULL = /^(SQLITE_FULL|ENOSPC|53100)$/;
/** SQLite: busy, locked, i/o or cannot open. PostgreSQL: class 08 connection, 53 resources, 58 its own disk or system, 57P shutdown, 57014 and 55P03 time-outs; sockets. */
const UNAVAILABLE = /^(SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|PROTOCOL)\w*|08\w{3}|53\w{3}|58\w{3}|57P\d\d|57014|55P03|25P03|40001|40P01|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;

/** What kind of failure of the storage an error tells of, or null when it is something else (a bug). */
export function storageFailureOf(error: unknown): StorageFailure | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  if (FULL.test(code)) return "full";
  if (UNAVAILABLE.test(code)) return "unavailable";
  if (error instanceof AggregateError) return error.errors.map(storageFailureOf).find((failure) => failure !== null) ?? null;
  return /Connection terminated|timeout exceeded when trying to connect|connection is not open|Client has encountered a connection error/i.test(error.message) ? "unavailable" : null;
}
