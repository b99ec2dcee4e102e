import type { requireActor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { forbidden } from "#app/platform/http.ts";

type Visit = Awaited<ReturnType<typeof requireActor>>;

/** Behind the guard of every page of the administration: a beheerder, or 403. */
export function asAdmin(visit: Visit): Visit {
  return may(visit.actor, "account.add") ? visit : forbidden();
}
