import type { CommandContext } from "#app/commands/context.ts";
import { listExpected } from "#db/queries/attendance.ts";

/** The members of a body, to choose who brings something in. */
export const listOwners = async ({ db, now }: CommandContext, bodyId: string) => (await listExpected(db, bodyId, now())).map(({ personId, name, organisationName }) => ({ value: personId, label: `${name}, ${organisationName}` }));
