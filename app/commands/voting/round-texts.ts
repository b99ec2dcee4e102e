import { maySee, strictest, type Tlp } from "#app/domain/access/visibility.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { decidePortfolio } from "#app/domain/portfolio/initiative.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import type { RoundKind } from "#app/domain/voting/choice.ts";
import { isBinding, mayBeRanked, mayBeVotedOn, type BodyKind } from "#app/domain/voting/settlement.ts";
import type { Db, Trx } from "#db/client.ts";
import { sha256 } from "#db/hash.ts";
import { listBusySubjects, type FrozenText, type RoundItem } from "#db/queries/voting-items.ts";
import type { StoredRound } from "#db/queries/voting-rounds.ts";
import { loadSubjects, type Subject } from "#db/queries/voting-subjects.ts";

export type TextRefusal = "item-not-votable" | "item-in-other-round" | "item-too-confidential" | "initiative-not-ready" | "motivation-for-initiatives";

/** The current text of every item, or why the round cannot open on it; with the strictest of their labels. */
export async function textsToFreeze(trx: Db, { now }: Pick<CommandContext, "now">, round: StoredRound, items: readonly RoundItem[]): Promise<Result<{ frozen: FrozenText[]; tlp: Tlp }, TextRefusal>> {
  const today = dutchDay(now());
  const isRanking = round.kind === "prioritering";
  if (!isRanking && (await listBusySubjects(trx, items.flatMap(({ subjectId }) => subjectId ?? []), round.id)).length > 0) return refuse("item-in-other-round");
  const subjects = await loadSubjects(trx, items, today);

  const frozen: FrozenText[] = [];
  for (const item of items) {
    if (item.subjectId === null) {
      frozen.push({ version: null, title: item.title, statement: item.statement, textHash: sha256(canonicalJson({ title: item.title, statement: item.statement })), stateBefore: null });
      continue;
    }
    const subject = subjects.get(item.subjectId);
    if (!subject) return refuse("item-not-votable");
    const refusal = problemOf(subject, { kind: round.kind, body: round.body, isRepeat: item.stateBefore !== null }, today);
    if (refusal) return refuse(refusal);
    if (subject.kind === "initiative" && isBinding(round.kind) && round.explanation.trim() === "") return refuse("motivation-for-initiatives");
    if (subject.tlp === "RED" && subject.bodyId !== round.bodyId) return refuse("item-too-confidential");
    const { version, title, statement, textHash } = subject;
    frozen.push({ version, title, statement, textHash, stateBefore: subject.kind === "proposal" && !isRanking ? (item.stateBefore ?? subject.state) : null });
  }
  const labels = [...subjects.values()].map(({ tlp }) => tlp);
  return accept({ frozen, tlp: labels.length > 0 ? strictest(labels) : round.tlp });
}

interface Place {
  readonly kind: RoundKind;
  readonly body: { readonly id: string; readonly kind: BodyKind };
  /** a repeated round finds its proposals where the first one left them */
  readonly isRepeat: boolean;
}

/** Why a body cannot hold a round of this kind about a subject now, or null. */
function problemOf(subject: Subject, { kind, body, isRepeat }: Place, today: Day): TextRefusal | null {
  const isOwn = subject.bodyId === body.id;
  if (subject.kind === "minutes") return isOwn && kind !== "prioritering" && subject.state === "notulen_concept" ? null : "item-not-votable";
  if (subject.kind === "initiative") {
    if (!isOwn || subject.state !== "voorgesteld") return "item-not-votable";
    if (!isBinding(kind)) return null;
    return decidePortfolio(subject, { outcome: "opnemen", dictum: subject.statement, motivation: subject.title }, today).ok ? null : "initiative-not-ready";
  }
  if (kind === "prioritering") return mayBeRanked(subject.state) ? null : "item-not-votable";
  if (isRepeat) return subject.state === "in_vote" || subject.state === "in_advice" ? null : "item-not-votable";
  return mayBeVotedOn(body.kind, isOwn, subject.state) ? null : "item-not-votable";
}

/** What somebody chose for a new round, if this body may vote on it and this person may see it; else null. */
export async function chosenSubjects(
  trx: Trx,
  { actor, now }: CommandContext,
  place: Omit<Place, "isRepeat">,
  chosen: readonly { readonly subjectKind: string; readonly subjectId: string }[],
): Promise<Subject[] | null> {
  const today = dutchDay(now());
  const subjects = await loadSubjects(trx, chosen, today);
  const found = [...new Set(chosen.map(({ subjectId }) => subjectId))].flatMap((id) => subjects.get(id) ?? []);
  if (found.length !== new Set(chosen.map(({ subjectId }) => subjectId)).size) return null;
  // Whether an initiative is ready is asked when the round opens: until then it can be made so.
  const isFine = (subject: Subject) =>
    [null, "initiative-not-ready"].includes(problemOf(subject, { ...place, isRepeat: false }, today)) && maySee(actor, { tlp: subject.tlp, bodyId: subject.bodyId, isShared: true });
  return found.every(isFine) ? found : null;
}
