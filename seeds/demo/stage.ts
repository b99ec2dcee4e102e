import type { CommandContext, Resources } from "#app/commands/context.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { fromDutchLocal } from "#app/domain/shared/dutch-time.ts";
import { DAY, HOUR, later, type Day, type Instant } from "#app/domain/shared/instant.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { inTransaction, type Db } from "#db/client.ts";
import { actorOf } from "#db/queries/people.ts";

/** One act of the story: its moment has come, everybody can be asked to act. */
export interface Scene {
  readonly db: Db;
  readonly now: () => Instant;
  /** somebody of the story, as who they are at this moment */
  as(handle: string): Promise<CommandContext>;
}

type Act = (scene: Scene) => Promise<unknown>;

/** What the story made so far, by the key it has in the story. */
export interface Book {
  readonly people: Map<string, string>;
  readonly proposals: Map<string, { readonly id: string; readonly number: string }>;
  readonly rounds: Map<string, string>;
  readonly meetings: Map<string, string>;
  readonly initiatives: Map<string, { readonly id: string; readonly number: string }>;
  readonly roadmap: Map<string, string>;
  readonly needs: Map<string, string>;
  readonly decisions: Map<string, string>;
}

export type Stage = ReturnType<typeof buildStage>;

/** How many acts share one transaction: a commit that reaches the disk costs more than the act itself. */
const TOGETHER = 200;

/**
 * Where the story is told: acts are planned by day and hour and then played in the order of time, each through the ordinary
 * commands, with the clock at its moment.
 */
export function buildStage(resources: Resources) {
  const start = resources.now();
  const planned: { readonly at: Instant; readonly order: number; readonly act: Act }[] = [];
  let [acts, isSorted] = [0, true];
  const actors = new Map<string, Actor>();
  const book: Book = { people: new Map(), proposals: new Map(), rounds: new Map(), meetings: new Map(), initiatives: new Map(), roadmap: new Map(), needs: new Map(), decisions: new Map() };

  /** The moment `day` days from today at this hour in the Netherlands; weekends move to the nearest working day. */
  const moment = (day: number, hour: number): Instant => {
    const date = workingDay(start, day);
    const [hours, minutes] = [Math.floor(hour), Math.round((hour % 1) * 60)];
    const local = fromDutchLocal(`${date}T${pad(hours)}:${pad(minutes)}`);
    if (local === null) throw new Error(`no such moment: day ${day}, ${hour} o'clock`);
    return local;
  };

  /** The next working day after a moment, at this hour. */
  const nextDay = (after: Instant, hour: number): Instant => {
    const days = Math.round((Date.parse(`${dutchDay(after)}T12:00:00Z`) - Date.parse(`${dutchDay(start)}T12:00:00Z`)) / DAY) + 1;
    return [days, days + 1, days + 2].map((day) => moment(day, hour)).find((candidate) => candidate > later(after, 6 * HOUR)) ?? moment(days + 2, hour);
  };

  async function play(onProgress: (done: number, total: number) => void): Promise<void> {
    for (let done = 0; planned.length > 0; ) {
      await inTransaction(resources.db, async (trx) => {
        for (const last = done + TOGETHER; done < last; done++) {
          const next = first();
          if (!next) return;
          await next.act(sceneAt(trx, next.at));
        }
      });
      onProgress(done, done + planned.length);
    }
  }

  /** Takes the act whose moment comes first; an act may have planned another that comes before all that were waiting. */
  function first() {
    if (!isSorted) planned.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.order - b.order));
    isSorted = true;
    return planned.shift();
  }

  function plan(at: Instant, act: Act): void {
    planned.push({ at, order: acts++, act });
    isSorted = false;
  }

  function sceneAt(db: Db, at: Instant): Scene {
    // A moment that has not come yet becomes now: the story never runs ahead of the clock. Each look at it is a millisecond later.
    let ticks = 0;
    const now = () => later(at < start ? at : start, ticks++);
    const as = async (handle: string): Promise<CommandContext> => {
      const actor = actors.get(handle) ?? (await actorOf(db, book.people.get(handle) ?? "", at));
      if (actor.id === null) throw new Error(`${handle} is not in the story`);
      actors.set(handle, actor);
      return { db, now, newId: resources.newId, actor };
    };
    return { db, now, as };
  }

  return {
    start,
    book,
    moment,
    day: (day: number): Day => dutchDay(moment(day, 12)),
    quarter: (from: number): string => quarterFrom(dutchDay(start), from),
    /** An act on a day and hour of the story. */
    at: (day: number, hour: number, act: Act): void => plan(moment(day, hour), act),
    /** An act at a moment; `moment` may be between two days. */
    nextDay,
    atMoment: (at: Instant, act: Act): void => plan(at, act),
    play,
  };
}

/** A command of the story must succeed: a refusal is a mistake in the story, told with what it was about. */
export function must<Value>(result: Result<Value, string>, about: string): Value {
  if (!result.ok) throw new Error(`the demonstration story cannot go on: ${about}: ${result.refusal}`);
  return result.value;
}

/** What the story should have made by now. */
export function known<Value>(values: ReadonlyMap<string, Value>, key: string): Value {
  const value = values.get(key);
  if (value === undefined) throw new Error(`the demonstration story names "${key}" before it exists`);
  return value;
}

/** The date this many days from today; a Saturday becomes the Friday before it, a Sunday the Monday after it. Counted at noon, so that neither the hour of the start nor summer time moves a day. */
function workingDay(start: Instant, days: number): string {
  const noon = Date.parse(`${dutchDay(start)}T12:00:00Z`) + days * DAY;
  const moved = { 6: -DAY, 0: DAY }[new Date(noon).getUTCDay()] ?? 0;
  return new Date(noon + moved).toISOString().slice(0, 10);
}

function quarterFrom(today: Day, from: number): string {
  const quarters = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3) + from;
  return `${Math.floor(quarters / 4)}-K${(quarters % 4) + 1}`;
}

const pad = (number: number): string => String(number).padStart(2, "0");
