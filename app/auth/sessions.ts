import { Lucia, TimeSpan } from "lucia";
import type { CommandContext, Resources } from "#app/commands/context.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import { DAY, HOUR, later, MINUTE, type Instant } from "#app/domain/shared/instant.ts";
import { newToken } from "#app/platform/tokens.ts";
import { inTransaction, type Db } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { actorOf } from "#db/queries/people.ts";
import { deleteExpiredSessions, deleteSessionOf, listLiveSessionsOf, sessionIdOf, touchSession } from "#db/queries/sessions.ts";
import { storageFailureOf } from "#db/failures.ts";
import { isHttps, tokenCookie, tokenNamed } from "./cookies.ts";
import type { Visit } from "./guards.ts";
import { sessionAdapter } from "./lucia-adapter.ts";

/** After this long without a sign of life a session is over; after twelve hours in any case. Source: security §3.2. */
const IDLE = 30 * MINUTE;
const LONGEST = 12 * HOUR;
const SEEN_EVERY = MINUTE;

const cookieName = (secure: boolean): string => (secure ? "__Host-sessie" : "sessie");

/** The raw token in the cookie, if it looks like one of ours. */
export const tokenIn = (cookies: string | null, secure: boolean): string | null => tokenNamed(cookieName(secure), cookies);

/** Lucia around one database or transaction. It keeps and ends sessions; the cookie and the idle limit are ours. */
const luciaOn = (db: Db, adapter = sessionAdapter(db)) => new Lucia(adapter, { sessionExpiresIn: new TimeSpan(LONGEST / HOUR, "h"), getSessionAttributes: ({ lastSeenAt }) => ({ lastSeenAt }) });

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaOn>;
  }
}

/**
 * Who visits: the person of a living session, or a stranger, with the one who held a session that is over.
 * An ended session stays a day, of no use but to know whose form came too late.
 */
export async function visitOf(resources: Resources, token: string | null): Promise<Visit> {
  const { db, now } = resources;
  if (token === null) return { ...resources, actor: STRANGER };
  let heldBy: string | null = null;
  const { session } = await luciaOn(db, { ...sessionAdapter(db, (found) => (heldBy = found.personId)), deleteSession: () => Promise.resolve() }).validateSession(sessionIdOf(token));
  const at = now();
  if (session === null || later(session.lastSeenAt, IDLE) <= at) return { ...resources, actor: STRANGER, heldBy };
  if (later(session.lastSeenAt, SEEN_EVERY) <= at) await touchSession(db, session.id, at).catch(unlessFull);
  return { ...resources, actor: await actorOf(db, session.userId, at) };
}

/** Reading goes on when the disk is full; the session then simply ends sooner. */
function unlessFull(error: unknown): void {
  if (storageFailureOf(error) !== "full") throw error;
}

/** Starts a session for somebody whose password fitted; the one presented ends, so that nobody can prepare it. Returns the cookie. */
export async function startSession(context: CommandContext, personId: string, request: Request): Promise<string> {
  const { db, now } = context;
  const token = newToken();
  const presented = tokenIn(request.headers.get("cookie"), isHttps(request));
  const actor = await actorOf(db, personId, now());
  await inTransaction(db, async (trx) => {
    const lucia = luciaOn(trx);
    if (presented !== null) await lucia.invalidateSession(sessionIdOf(presented));
    await deleteExpiredSessions(trx, later(now(), -DAY));
    const [at, device] = [now(), request.headers.get("user-agent")?.slice(0, 200) ?? null];
    await lucia.createSession(personId, { createdAt: at, lastSeenAt: at, device }, { sessionId: sessionIdOf(token) });
    await record(trx, { ...context, actor }, { act: "session.start", bodyId: null, subject: { kind: "person", id: personId } });
  });
  return cookie(token, request);
}

/** Ends the session of this request; the cookie that comes back clears it. */
export async function endSession(context: CommandContext, request: Request): Promise<string> {
  const token = tokenIn(request.headers.get("cookie"), isHttps(request));
  const { actor } = context;
  if (token !== null && actor.id !== null) {
    const personId = actor.id;
    await inTransaction(context.db, async (trx) => {
      await luciaOn(trx).invalidateSession(sessionIdOf(token));
      await record(trx, context, { act: "session.end", bodyId: null, subject: { kind: "person", id: personId } });
    });
  }
  return cookie("", request, 0);
}

export interface LiveSession {
  readonly id: string;
  readonly isCurrent: boolean;
  readonly startedAt: Instant;
  readonly lastSeenAt: Instant;
  readonly device: string | null;
}

/** The sessions with which this person is signed in now; one that was idle too long or is over is not there, though its row may be. */
export async function liveSessionsOf({ db, now }: Resources, personId: string, request: Request): Promise<LiveSession[]> {
  const [at, token] = [now(), tokenIn(request.headers.get("cookie"), isHttps(request))];
  const own = token === null ? null : sessionIdOf(token);
  return (await listLiveSessionsOf(db, personId, at, later(at, -IDLE))).map(({ id, createdAt, lastSeenAt, device }) => ({ id, isCurrent: id === own, startedAt: createdAt, lastSeenAt, device }));
}

/** Ends one session of the own account, on whichever device; false when there is none of that name. */
export function endOwnSession(context: CommandContext, personId: string, id: string): Promise<boolean> {
  return inTransaction(context.db, async (trx) => {
    if (!(await deleteSessionOf(trx, personId, id))) return false;
    await record(trx, context, { act: "session.end", bodyId: null, subject: { kind: "person", id: personId } });
    return true;
  });
}

/** Ends every session of the own account; the cookie that comes back clears this one. */
export async function endAllSessions(context: CommandContext, personId: string, request: Request): Promise<string> {
  await inTransaction(context.db, async (trx) => {
    await luciaOn(trx).invalidateUserSessions(personId);
    await record(trx, context, { act: "session.end", bodyId: null, subject: { kind: "person", id: personId }, payload: { everywhere: true } });
  });
  return cookie("", request, 0);
}

const cookie = (token: string, request: Request, maxAge?: number): string => tokenCookie(cookieName(isHttps(request)), token, isHttps(request), maxAge);
