import type { CompiledQuery, DatabaseConnection, Dialect, Driver } from "kysely";

/** How a database breaks: at the n-th statement from now on, the moment of commit counted as one. */
export interface Breakdown {
  /** counts down; the statement at which it reaches zero fails. null: nothing breaks */
  in: number | null;
  /** the code that the driver gives for it */
  code: string;
  /** whether everything after it fails as well; undoing is always possible */
  lasts: boolean;
  /** whether a commit is done and only its answer is lost */
  losesAnswer: boolean;
  /** how often it broke */
  hits: number;
}

export const whole = (): Breakdown => ({ in: null, code: "", lasts: false, losesAnswer: false, hits: 0 });

/** A dialect around another that gives the errors of a full disk, a broken disk or a lost connection at a chosen moment. */
export function breakingDialect(dialect: Dialect, breakdown: Breakdown): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => breakingDriver(dialect.createDriver(), breakdown),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

function breakingDriver(driver: Driver, breakdown: Breakdown): Driver {
  const real = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const realOf = (connection: DatabaseConnection): DatabaseConnection => real.get(connection) ?? connection;
  return {
    init: () => driver.init(),
    async acquireConnection() {
      const own = await driver.acquireConnection();
      const connection: DatabaseConnection = {
        async executeQuery<Row>(query: CompiledQuery) {
          pass(breakdown);
          return own.executeQuery<Row>(query);
        },
        streamQuery: (query, size) => own.streamQuery(query, size ?? 1),
      };
      real.set(connection, own);
      return connection;
    },
    async beginTransaction(connection, settings) {
      pass(breakdown);
      await driver.beginTransaction(realOf(connection), settings);
    },
    async commitTransaction(connection) {
      if (!breakdown.losesAnswer) pass(breakdown);
      await driver.commitTransaction(realOf(connection));
      if (breakdown.losesAnswer) pass(breakdown);
    },
    rollbackTransaction: (connection) => driver.rollbackTransaction(realOf(connection)),
    releaseConnection: (connection) => driver.releaseConnection(realOf(connection)),
    destroy: () => driver.destroy(),
  };
}

function pass(breakdown: Breakdown): void {
  if (breakdown.in === null) return;
  if (breakdown.in > 0) {
    breakdown.in--;
    return;
  }
  if (!breakdown.lasts) breakdown.in = null;
  breakdown.hits++;
  throw Object.assign(new Error("the storage failed"), { code: breakdown.code });
}
