import type { Actor } from "#app/domain/access/actor.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "#db/client.ts";

/** What the app draws on from outside. Production opens it once; every test brings its own. */
export interface Resources {
  readonly db: Db;
  readonly now: () => Instant;
  readonly newId: () => string;
}

/** Resources in somebody's hands. Every command takes this first. */
export interface CommandContext extends Resources {
  readonly actor: Actor;
}

/** For a command that only somebody signed in may reach: the person's id, or a bug. */
export function personOf(context: CommandContext): string {
  if (context.actor.id === null) throw new Error("this act needs somebody who signed in");
  return context.actor.id;
}
