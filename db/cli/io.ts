import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";

/** Where a command line writes, and what it draws on; tests bring their own. */
export interface Io {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

export interface DatabaseIo extends Io {
  readonly open: () => Promise<Db>;
}

export interface ClockIo extends DatabaseIo {
  readonly now: () => Instant;
}

/** What somebody typed: options that take no value, and the rest. null, with a word said, when an option is not known. */
export function readArgs(args: readonly string[], known: readonly string[], { err }: Io, command: string): { readonly flags: ReadonlySet<string>; readonly values: readonly string[] } | null {
  const flags = new Set(args.filter((arg) => arg.startsWith("-")));
  const strange = [...flags].find((flag) => !known.includes(flag));
  if (strange === undefined) return { flags, values: args.filter((arg) => !arg.startsWith("-")) };
  err(`De optie ${strange} bestaat niet. Zie: npm run ggi -- ${command} --help`);
  return null;
}
