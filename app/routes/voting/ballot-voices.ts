import { aboutItemsText } from "#app/text/voting-kinds.ts";
import type { ItemVoice } from "#app/ui/voting/item-voices.tsx";
import type { Db } from "#db/client.ts";
import { listTreatmentRequests } from "#db/queries/treatment-requests.ts";
import { listObjections } from "#db/queries/voting-history.ts";
import { findPulledFrom, type RoundItem } from "#db/queries/voting-items.ts";
import type { StoredRound } from "#db/queries/voting-rounds.ts";

/**
 * What others said about each item besides a vote, for who is about to vote: the objections from the stilteronde before, who pulled the
 * item out and why, and who wants to talk about it. Never anything of the running vote. Source: voting, "Stilteronde" and "Hamerstukken".
 */
export async function loadVoices(db: Db, round: StoredRound, items: readonly RoundItem[]): Promise<ReadonlyMap<string, readonly ItemVoice[]>> {
  const objections = round.previousId !== null && round.kind === "besluit" ? await listObjections(db, round.previousId) : [];
  const requests = await listTreatmentRequests(db, round.id);
  const pulled = items.length === 1 ? await findPulledFrom(db, round.id) : null;
  return new Map(
    items.map((item) => [
      item.id,
      [
        ...objections
          .filter(({ subjectId, title }) => (item.subjectId === null ? subjectId === null && title === item.title : subjectId === item.subjectId))
          .map(({ name, motivation }) => ({ about: aboutItemsText.objectedBy(name), text: motivation || aboutItemsText.noReason })),
        ...(pulled === null ? [] : [{ about: aboutItemsText.pulledBy(pulled.seatName), text: pulled.reason }]),
        ...(item.pullReason === null ? [] : [{ about: aboutItemsText.pulledReason, text: item.pullReason }]),
        ...requests.filter(({ itemId }) => itemId === item.id).map(({ seatName, reason }) => ({ about: aboutItemsText.wantsToTalk(seatName), text: reason })),
      ],
    ]),
  );
}
