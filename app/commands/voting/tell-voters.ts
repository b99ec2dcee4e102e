import type { CommandContext } from "#app/commands/context.ts";
import { jobsOf } from "#app/domain/following/job.ts";
import type { RoundMailKind } from "#app/domain/following/mail.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Trx } from "#db/client.ts";
import { insertJobs } from "#db/queries/jobs.ts";
import { queueMail, type MailFacts } from "#db/queries/outbox.ts";
import { listBureau, listRoundVoters } from "#db/queries/round-mail.ts";

interface Told {
  readonly id: string;
  readonly bodyId: string;
}

/** Puts mail to everybody who may cast in this round in the outbox; `once` tells two mails of one kind apart. */
export async function tellVoters(trx: Trx, context: Pick<CommandContext, "now" | "newId">, round: Told, kind: RoundMailKind, { facts = {}, once = "", isForBureau = false }: { facts?: MailFacts; once?: string; isForBureau?: boolean } = {}): Promise<number> {
  const voters = (await listRoundVoters(trx, round.id, context.now())).map(({ personId }) => personId);
  const bureau = isForBureau ? await listBureau(trx, round.bodyId, context.now()) : [];
  const personIds = [...new Set([...voters, ...bureau])];
  await queueMail(trx, { kind, subjectId: round.id, personIds, facts, once }, context);
  return personIds.length;
}

/** Lets the clock ask who has not voted, and tell when the round has closed. */
export const scheduleRoundMail = (trx: Trx, context: Pick<CommandContext, "now" | "newId">, roundId: string, { opensAt, closesAt }: { opensAt: Instant; closesAt: Instant }): Promise<void> => insertJobs(trx, roundId, jobsOf(opensAt, closesAt), context);
