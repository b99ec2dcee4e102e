import type Database from "better-sqlite3";
import type { CompiledQuery, QueryResult } from "kysely";

const MOST = 500;
type Asked = Pick<CompiledQuery, "sql" | "parameters">;

export interface KeptStatements {
  run<R>(query: Asked): QueryResult<R>;
  iterate(query: Asked): Iterable<unknown>;
}

/** Runs queries on a connection with statements that are prepared once: Kysely's own dialect prepares each anew, which takes three times as long as the answer. */
export function keptStatements(database: Database.Database): KeptStatements {
  const kept = new Map<string, Database.Statement>();

  /** The least recently used statement leaves first; better-sqlite3 prepares anew after a schema change by itself. */
  function prepare(sql: string): Database.Statement {
    const known = kept.get(sql);
    const statement = known ?? database.prepare(sql);
    if (known) kept.delete(sql);
    kept.set(sql, statement);
    if (kept.size > MOST) {
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        break;
      }
    }
    return statement;
  }

  return {
    run<R>({ sql, parameters }: Asked): QueryResult<R> {
      const statement = prepare(sql);
      if (statement.reader) return { rows: statement.all(parameters) as R[] };
      const { changes, lastInsertRowid } = statement.run(parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    },
    iterate: ({ sql, parameters }) => database.prepare(sql).iterate(parameters),
  };
}
