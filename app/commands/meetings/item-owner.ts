import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import type { Trx } from "#db/client.ts";
import { listExpected } from "#db/queries/attendance.ts";

/** Who brings an item in or does an action: a member of the body, or somebody else by name. */
export interface ItemOwner {
  readonly personId: string | null;
  readonly name: string;
}

/** The owner as it is stored: nobody when nobody was named. Refusal: owner-missing, for a person who is not in the body. */
export async function findOwner(trx: Trx, bodyId: string, now: Instant, owner: ItemOwner | undefined): Promise<Result<{ ownerId: string | null; ownerName: string }, "owner-missing">> {
  if (owner === undefined || (owner.personId === null && owner.name.trim() === "")) return accept({ ownerId: null, ownerName: "" });
  if (owner.personId === null) return accept({ ownerId: null, ownerName: owner.name.trim() });
  const member = (await listExpected(trx, bodyId, now)).find(({ personId }) => personId === owner.personId);
  return member ? accept({ ownerId: member.personId, ownerName: member.name }) : refuse("owner-missing");
}
