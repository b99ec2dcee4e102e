import type { Adapter, DatabaseSession } from "lucia";
import { instant, type Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "#db/client.ts";
import { deleteExpiredSessions, deleteSession, deleteSessionsOf, findSession, insertSession, listSessionsOf, type StoredSession } from "#db/queries/sessions.ts";

declare module "lucia" {
  interface Register {
    DatabaseSessionAttributes: SessionAttributes;
  }
}

/** What our sessions know besides whose they are and until when. */
export interface SessionAttributes {
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly device: string | null;
}

/** Lucia 3 ships an adapter per driver, for drivers with known faults; this one goes through our own queries, so both databases share it. */
export function sessionAdapter(db: Db, onFound: (session: StoredSession) => void = () => {}): Adapter {
  return {
    async getSessionAndUser(id) {
      const session = await findSession(db, id);
      if (session) onFound(session);
      return session ? [toDatabaseSession(session), { id: session.personId, attributes: {} }] : [null, null];
    },
    getUserSessions: async (personId) => (await listSessionsOf(db, personId)).map(toDatabaseSession),
    setSession: ({ id, userId, expiresAt, attributes }) => insertSession(db, { id, personId: userId, expiresAt: instant(expiresAt), ...attributes }),
    // Twelve hours after signing in it is over, however busy somebody was: nothing moves that moment.
    updateSessionExpiration: () => Promise.resolve(),
    deleteSession: (id) => deleteSession(db, id),
    deleteUserSessions: (personId) => deleteSessionsOf(db, personId),
    deleteExpiredSessions: () => deleteExpiredSessions(db, instant(new Date())),
  };
}

const toDatabaseSession = ({ id, personId, expiresAt, createdAt, lastSeenAt, device }: StoredSession): DatabaseSession => ({ id, userId: personId, expiresAt: new Date(expiresAt), attributes: { createdAt, lastSeenAt, device } });
