import type Database from "better-sqlite3";
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, type QueryResult } from "kysely";
import { keptStatements, type KeptStatements } from "./sqlite-statements.ts";

/** Kysely on better-sqlite3 with four differences from the stock dialect: `begin immediate`, statements prepared once, one fair queue, and one commit for all who wait for the disk. */
export function sqliteDialect(database: Database.Database): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SharingDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** So many transactions share a commit at most: whoever came first does not wait for an endless row. */
const MOST_TOGETHER = 32;

/** Transactions that are complete but not yet on the disk. */
interface Group {
  size: number;
  /** what became of their commit: nothing, or why it failed */
  readonly settled: Promise<Error | null>;
  readonly settle: (failure: Error | null) => void;
}

/**
 * A deferred transaction that reads first loses races to write (382 of 900); an immediate one does not (900 of 900).
 *
 * Most of a small transaction is the wait for the disk. So a complete one waits until the work that has already arrived is done, and
 * then one commit puts all of it on the disk: each of them hears the outcome of that commit, never sooner. Transactions after the first
 * stand in a savepoint, so that one which is refused leaves the others alone. When the disk fails, everybody in the group is told.
 * A query outside a transaction may see such work, but its answer is given only when that work is on the disk; if it does not get
 * there, the query is asked again.
 */
class SharingDriver implements Driver {
  readonly #database: Database.Database;
  readonly #statements: KeptStatements;
  #turn: Promise<void> = Promise.resolve();
  #group: Group | null = null;
  #isBusy = false;
  #isDue = false;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#statements = keptStatements(database);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    let leave = () => {};
    this.#turn = new Promise((resolve) => (leave = resolve));
    await before;
    return new Turn(this, leave);
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const turn = connection as Turn;
    turn.isJoining = this.#group !== null;
    this.#say(turn.isJoining ? "savepoint one" : "begin immediate");
    turn.isInTransaction = this.#isBusy = true;
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const turn = connection as Turn;
    if (turn.isJoining) this.#say("release one");
    turn.isInTransaction = this.#isBusy = false;
    const group = (this.#group ??= this.#openGroup());
    group.size++;
    if (this.#isDue || group.size >= MOST_TOGETHER) this.#flush();
    turn.leave();
    const failure = await group.settled;
    if (failure) throw failure;
  }

  /** Nothing to do for who heard that the common commit failed. SQLite itself rolls back everything on a full disk; a second rollback would hide the first error. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const turn = connection as Turn;
    if (!turn.isInTransaction) return;
    turn.isInTransaction = this.#isBusy = false;
    if (!this.#database.inTransaction) return this.#fail(new Error("the transaction that shares this commit was rolled back"));
    if (!turn.isJoining) return this.#say("rollback");
    try {
      this.#say("rollback to one");
      this.#say("release one");
    } catch (error) {
      return this.#fail(error);
    }
    if (this.#isDue) this.#flush();
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    (connection as Turn).leave();
  }

  async destroy(): Promise<void> {
    this.#flush();
    this.#database.close();
  }

  /** A query in the turn of whoever asks. */
  async ask<R>(turn: Turn, query: CompiledQuery): Promise<QueryResult<R>> {
    if (turn.isInTransaction) return this.#within<R>(query);
    const group = this.#group;
    if (group === null) return this.#statements.run<R>(query);
    if (!/^select\b/i.test(query.sql)) {
      this.#flush();
      return this.#statements.run<R>(query);
    }
    const answer = this.#statements.run<R>(query);
    turn.leave();
    if ((await group.settled) === null) return answer;
    const again = (await this.acquireConnection()) as Turn;
    try {
      return await this.ask<R>(again, query);
    } finally {
      again.leave();
    }
  }

  /** What SQLite rolled back by itself is not gone on with: the rest would be stored without its beginning. */
  #within<R>(query: CompiledQuery): QueryResult<R> {
    try {
      if (!this.#database.inTransaction) throw new Error("this transaction was rolled back already");
      return this.#statements.run<R>(query);
    } catch (error) {
      if (!this.#database.inTransaction) this.#fail(error);
      throw error;
    }
  }

  /** Rows one by one, of what is on the disk. */
  rows(turn: Turn, query: CompiledQuery): Iterable<unknown> {
    if (!turn.isInTransaction) this.#flush();
    return this.#statements.iterate(query);
  }

  #openGroup(): Group {
    let settle: Group["settle"] = () => {};
    const settled = new Promise<Error | null>((resolve) => (settle = resolve));
    // After everything that has arrived: whoever is in the middle of a transaction then commits for all.
    setImmediate(() => {
      this.#isDue = this.#group !== null;
      if (!this.#isBusy) this.#flush();
    });
    return { size: 0, settled, settle };
  }

  #flush(): void {
    if (this.#group === null) return;
    try {
      this.#say("commit");
      this.#close(null);
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (this.#database.inTransaction) this.#say("rollback");
    this.#close(error instanceof Error ? error : new Error(String(error)));
  }

  #close(failure: Error | null): void {
    const group = this.#group;
    this.#group = null;
    this.#isDue = false;
    group?.settle(failure);
  }

  #say(sql: string): void {
    this.#statements.run({ sql, parameters: [] });
  }
}

/** The one connection, in the hands of one at a time. */
class Turn implements DatabaseConnection {
  isInTransaction = false;
  /** whether others wait for the disk already */
  isJoining = false;

  constructor(
    readonly driver: SharingDriver,
    readonly leave: () => void,
  ) {}

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.driver.ask<R>(this, query);
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    for (const row of this.driver.rows(this, query)) yield { rows: [row as R] };
  }
}
