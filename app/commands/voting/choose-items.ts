import type { CommandContext } from "#app/commands/context.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import type { RoundKind } from "#app/domain/voting/choice.ts";
import { isBinding } from "#app/domain/voting/settlement.ts";
import type { Trx } from "#db/client.ts";
import type { VotingBody } from "#db/queries/voting-bodies.ts";
import { inOrderOfComponent, type NewItem } from "#db/queries/voting-items.ts";
import { chosenSubjects } from "./round-texts.ts";

/** What a round is about, and what the choice of items depends on. */
export interface ItemChoice {
  readonly kind: RoundKind;
  readonly explanation: string;
  readonly proposalIds: readonly string[];
  readonly initiativeIds?: readonly string[];
  /** meetings whose minutes are to be adopted */
  readonly minutesIds?: readonly string[];
  /** free texts to vote on, such as a motion */
  readonly motions?: readonly { readonly title: string; readonly statement: string }[];
}

export type ItemChoiceRefusal = "item-not-votable" | "no-items" | "too-many-items" | "too-few-options" | "motivation-for-initiatives";

const MOST_ITEMS = 200;

/** The items of one kind after the other, the proposals by component; each must be one that this body may vote on and this person may see. */
export async function chooseItems(
  trx: Trx,
  context: CommandContext,
  body: Pick<VotingBody, "id" | "kind">,
  roundId: string,
  { kind, explanation, proposalIds, initiativeIds = [], minutesIds = [], motions = [] }: ItemChoice,
): Promise<Result<{ items: NewItem[]; labels: Tlp[] }, ItemChoiceRefusal>> {
  const chosen = [
    ...(await inOrderOfComponent(trx, proposalIds)).map((subjectId) => ({ subjectKind: "proposal", subjectId })),
    ...initiativeIds.map((subjectId) => ({ subjectKind: "initiative", subjectId })),
    ...minutesIds.map((subjectId) => ({ subjectKind: "minutes", subjectId })),
  ];
  const subjects = await chosenSubjects(trx, context, { kind, body }, chosen);
  if (!subjects) return refuse("item-not-votable");
  // The decision on an initiative always has a motivation; here it is the explanation of the round.
  if (isBinding(kind) && initiativeIds.length > 0 && explanation.trim() === "") return refuse("motivation-for-initiatives");
  const texts = [
    ...subjects.map(({ kind: subjectKind, id, number, title, statement, version }) => ({ subjectKind, subjectId: id, number, title, statement, version })),
    ...motions.map(({ title, statement }) => ({ subjectKind: "motion" as const, subjectId: null, number: null, title, statement, version: null })),
  ];
  if (texts.length === 0) return refuse("no-items");
  if (texts.length > MOST_ITEMS) return refuse("too-many-items");
  if (kind === "prioritering" && texts.length < 2) return refuse("too-few-options");
  const items = texts.map((text, index): NewItem => ({ ...text, id: context.newId(), roundId, position: index + 1, stateBefore: null }));
  return accept({ items, labels: subjects.map(({ tlp }) => tlp) });
}
