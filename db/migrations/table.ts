import { sql, type Kysely } from "kysely";

/**
 * One column in a word or two, meaning the same on both databases:
 * `key` primary key text · `text` `int` `flag` (0 or 1) · `-> table` reference by id · a trailing `?` allows null.
 */
type Column = "key" | "text" | "text?" | "int" | "int?" | "flag" | `-> ${string}`;

interface Extras {
  readonly primary?: readonly string[];
  readonly unique?: readonly (readonly string[])[];
  readonly index?: readonly (readonly string[])[];
  readonly check?: Readonly<Record<string, string>>;
}

/** Creates a table (STRICT on SQLite) with its indexes. Every reference gets an index of its own. */
export async function table(db: Kysely<any>, name: string, columns: Record<string, Column>, extras: Extras = {}): Promise<void> {
  let builder = db.schema.createTable(name);
  for (const [column, kind] of Object.entries(columns)) {
    const isOptional = kind.endsWith("?");
    const isNumber = kind.startsWith("int") || kind === "flag";
    builder = builder.addColumn(column, isNumber ? "integer" : "text", (col) => {
      let built = isOptional ? col : col.notNull();
      if (kind === "key") built = built.primaryKey();
      if (kind.startsWith("->")) built = built.references(`${kind.slice(3).replace("?", "")}.id`);
      if (kind === "flag") built = built.check(sql`${sql.ref(column)} in (0, 1)`);
      return built;
    });
  }
  if (extras.primary) builder = builder.addPrimaryKeyConstraint(`${name}_key`, [...extras.primary] as never);
  for (const unique of extras.unique ?? []) builder = builder.addUniqueConstraint(`${name}_once_per_${unique.join("_")}`, [...unique] as never);
  for (const [label, condition] of Object.entries(extras.check ?? {})) builder = builder.addCheckConstraint(`${name}_${label}`, sql.raw(condition));
  if (isSqlite(db)) builder = builder.modifyEnd(sql`strict`);
  await builder.execute();

  const references = Object.entries(columns).flatMap(([column, kind]) => (kind.startsWith("->") ? [[column]] : []));
  const covered = new Set([...(extras.unique ?? []), ...(extras.primary ? [extras.primary] : []), ...(extras.index ?? [])].map((list) => list[0]));
  const wanted = [...(extras.index ?? []), ...references.filter(([column]) => !covered.has(column))];
  for (const list of wanted) {
    await db.schema.createIndex(`${name}_by_${list.join("_")}`).on(name).columns([...list]).execute();
  }
}

/** Refuses every update and delete on a table, in the database itself. */
export async function appendOnly(db: Kysely<any>, name: string): Promise<void> {
  if (isSqlite(db)) {
    for (const verb of ["update", "delete"]) {
      await sql.raw(`create trigger ${name}_no_${verb} before ${verb} on ${name} begin select raise(abort, '${name} is append-only'); end`).execute(db);
    }
    return;
  }
  await sql
    .raw(`create or replace function ${name}_refuse() returns trigger language plpgsql as $$ begin raise exception '${name} is append-only'; end $$`)
    .execute(db);
  await sql.raw(`create trigger ${name}_no_change before update or delete on ${name} for each row execute function ${name}_refuse()`).execute(db);
}

export const isSqlite = (db: Kysely<any>): boolean => db.getExecutor().adapter.constructor.name.startsWith("Sqlite");
