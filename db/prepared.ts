import type { Compilable, CompiledQuery } from "kysely";
import type { Actor, Membership } from "#app/domain/access/actor.ts";
import type { Db } from "./client.ts";
import { dataVersion } from "./data-version.ts";
import { dialectOf } from "./portable.ts";

type Value = string | number | null;
type Args = Readonly<Record<string, Value | readonly Value[] | Actor>>;
type Shape = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where a value goes in a query that is written once. */
class Slot {
  constructor(readonly read: (args: Args) => unknown) {}
}

/**
 * A query that is written and compiled once and then only filled in: building it anew takes longer than asking SQLite for the answer.
 * `build` may put its arguments in the query but not look at them: they are empty slots. What changes the words of the query goes in
 * `shape`; how many values a list has, and in how many bodies an actor sits, counts as shape by itself.
 */
export function prepared<Row, A extends Args, S extends Shape = Record<never, never>>(build: (db: Db, args: A, shape: S) => Compilable<Row>): (db: Db, args: A, shape?: S) => Promise<Row[]> {
  const written = new WeakMap<object, Map<string, CompiledQuery<Row>>>();
  return async (db, args, shape = {} as S) => {
    const { adapter } = db.getExecutor();
    const known = written.get(adapter) ?? new Map<string, CompiledQuery<Row>>();
    written.set(adapter, known);
    const key = keyOf(args, shape);
    const query = known.get(key) ?? build(db, slotsFor(args) as A, shape).compile();
    if (known.size < MOST_SHAPES) known.set(key, query);
    const { rows } = await db.executeQuery<Row>({ ...query, parameters: query.parameters.map((one) => (one instanceof Slot ? one.read(args) : one)) });
    return rows;
  };
}

/**
 * The same answer until something is committed, for a query whose answer stays small. Only on SQLite, where that question costs next to
 * nothing; on PostgreSQL it costs as much as most answers. The rows are for reading: whoever asks next gets the same ones.
 */
export function keptUntilCommit<Row, A extends Args, S extends Shape = Record<never, never>>(query: (db: Db, args: A, shape?: S) => Promise<Row[]>): (db: Db, args: A, shape?: S) => Promise<readonly Row[]> {
  const answers = new WeakMap<object, { version: string; readonly rows: Map<string, readonly Row[]> }>();
  return async (db, args, shape = {} as S) => {
    if (db.isTransaction || dialectOf(db) !== "sqlite") return query(db, args, shape);
    const { adapter } = db.getExecutor();
    const version = await dataVersion(db);
    const known = answers.get(adapter) ?? { version, rows: new Map<string, readonly Row[]>() };
    answers.set(adapter, known);
    if (known.version !== version) {
      known.rows.clear();
      known.version = version;
    }
    const key = answerKey(args, shape);
    const kept = known.rows.get(key);
    if (kept !== undefined) return kept;
    const rows = await query(db, args, shape);
    // Somebody may have committed while the question was out.
    if (known.rows.size < MOST_SHAPES && known.version === version && (await dataVersion(db)) === version) known.rows.set(key, rows);
    return rows;
  };
}

/** Everything that a prepared query can make use of. */
const answerKey = (args: Args, shape: Shape): string =>
  JSON.stringify([shape, Object.entries(args).map(([name, value]) => [name, typeof value === "object" && value !== null && "memberships" in value ? [value.id, bodyIdsOf(value)] : value])]);

/** Lists of any length may come from outside: beyond this many shapes a query is written for the occasion. */
const MOST_SHAPES = 200;

const isActor = (value: Args[string]): value is Actor => typeof value === "object" && value !== null && "memberships" in value;
const bodyIdsOf = ({ memberships }: Actor): string[] => [...new Set(memberships.map(({ bodyId }) => bodyId))];

function keyOf(args: Args, shape: Shape): string {
  let key = "";
  for (const name in shape) key += `${name}=${String(shape[name])};`;
  for (const name in args) {
    const value = args[name];
    if (Array.isArray(value)) key += `${name}:${value.length};`;
    else if (value !== undefined && isActor(value)) key += `${name}:${value.id === null ? "-" : bodyIdsOf(value).length};`;
  }
  return key;
}

function slotsFor(args: Args): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      if (Array.isArray(value)) return [name, value.map((_, place) => new Slot((given) => (given[name] as readonly Value[])[place]))];
      return [name, isActor(value) ? actorOfSlots(name, value) : new Slot((given) => given[name])];
    }),
  );
}

/** Somebody with as many bodies, each a slot: the rules of visibility ask for no more than that and whether somebody signed in. */
function actorOfSlots(name: string, actor: Actor): Actor {
  const slot = (read: (given: Actor) => unknown) => new Slot((args) => read(args[name] as Actor));
  const memberships = bodyIdsOf(actor).map((_, place) => only<Membership>({ bodyId: slot((given) => bodyIdsOf(given)[place]) }));
  return only<Actor>({ id: actor.id === null ? null : slot(({ id }) => id), memberships });
}

/** Asking for anything else would write the answer for one person into the query of all. */
const only = <T extends object>(known: Readonly<Record<string, unknown>>): T =>
  new Proxy(known, {
    get(target, property) {
      if (property in target) return target[String(property)];
      throw new Error(`a prepared query may not ask for ${String(property)} of an actor`);
    },
  }) as T;
