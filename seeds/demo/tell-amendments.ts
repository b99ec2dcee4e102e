import { commentOnVersion } from "#app/commands/proposals/comment-on-version.ts";
import { mergeAmendments } from "#app/commands/proposals/merge-amendments.ts";
import { replyToComment } from "#app/commands/proposals/reply-to-comment.ts";
import { setConsultation } from "#app/commands/proposals/set-consultation.ts";
import { submitAmendment } from "#app/commands/proposals/submit-amendment.ts";
import { withdrawAmendment } from "#app/commands/proposals/withdraw-amendment.ts";
import { applyChanges } from "#app/domain/proposals/amendment.ts";
import { openChanges } from "#app/domain/proposals/open-changes.ts";
import type { FieldTexts } from "#app/domain/proposals/passages.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { findAmendment, listAmendments } from "#db/queries/amendments.ts";
import { findProposal, findVersion } from "#db/queries/proposals.ts";
import { DISCUSSIONS, type StoryAmendment, type StoryDiscussion, type StoryMerge } from "./amendments.ts";
import { known, must, type Scene, type Stage } from "./stage.ts";

/** What people wanted different: amendments with their collisions, a consultation, threads, and what the penvoerder did with it. */
export function tellAmendments(stage: Stage): void {
  for (const discussion of DISCUSSIONS) {
    const numbers = new Map<string, number>();
    const proposal = () => known(stage.book.proposals, discussion.proposal);
    const { consultation, merge } = discussion;
    if (consultation) {
      const { by, from, until } = consultation;
      stage.at(from, 9, async ({ as }) => must(await setConsultation(await as(by), { number: proposal().number, until: stage.moment(until, 17) }), `consulting on ${discussion.proposal}`));
    }
    for (const amendment of discussion.amendments) {
      stage.at(amendment.day, 14, async (scene) => void numbers.set(amendment.key, await submit(scene, proposal().number, amendment, numbers)));
      if (amendment.withdrawn !== undefined) {
        stage.at(amendment.withdrawn, 15, async ({ as }) => must(await withdrawAmendment(await as(amendment.by), { number: proposal().number, amendment: known(numbers, amendment.key) }), `withdrawing ${amendment.key}`));
      }
    }
    if (merge) stage.at(merge.day, 11, async (scene) => settle(scene, proposal(), merge, numbers));
    tellThreads(stage, discussion, () => proposal().number);
  }
}

async function submit({ as, db, now }: Scene, number: string, { by, key, edits, reason, on }: StoryAmendment, numbers: ReadonlyMap<string, number>): Promise<number> {
  const context = await as(by);
  const proposal = await findProposal(db, context.actor, number, dutchDay(now()));
  const version = proposal && (await findVersion(db, proposal.id, proposal.currentVersion));
  if (!version) throw new Error(`the story has no text of ${number} for ${by}`);
  const parent = on === undefined ? null : await findAmendment(db, proposal.id, known(numbers, on));
  const start: FieldTexts = parent === null ? version : (applyChanges(version, openChanges([parent])) ?? version);
  const text = edits.reduce<FieldTexts>((made, [field, from, to]) => {
    if (!made[field].includes(from)) throw new Error(`the story amends words that are not in ${number}: ${from}`);
    return { ...made, [field]: made[field].replace(from, to) };
  }, start);
  return must(await submitAmendment(context, { number, basedOn: version.number, parent: parent?.number ?? null, text, reason }), `amendment ${key}`).amendment;
}

async function settle({ as, db }: Scene, proposal: { id: string; number: string }, { by, why, rulings }: StoryMerge, numbers: ReadonlyMap<string, number>): Promise<void> {
  const context = await as(by);
  const amendments = await listAmendments(db, proposal.id);
  const made = Object.entries(rulings).flatMap(([key, list]) => {
    const changes = amendments.find(({ number }) => number === known(numbers, key))?.changes ?? [];
    if (changes.length !== list.length) throw new Error(`the story rules on ${list.length} of ${changes.length} changes of ${key}`);
    return list.flatMap(({ choice, wording = "", answer }, index) => (changes[index] ? [{ changeId: changes[index].id, choice, wording, answer }] : []));
  });
  const basedOn = Math.max(...amendments.map(({ baseVersion }) => baseVersion));
  must(await mergeAmendments(context, { number: proposal.number, basedOn, why, rulings: made }), `merging on ${proposal.number}`);
}

function tellThreads(stage: Stage, { threads = [] }: StoryDiscussion, number: () => string): void {
  for (const { by, day, version, quote, statement, replies } of threads) {
    let commentId = "";
    stage.at(day, 10, async ({ as }) => {
      commentId = must(await commentOnVersion(await as(by), { number: number(), version, quote, statement }), `thread on ${number()}`).id;
    });
    for (const reply of replies) stage.at(reply.day, 12, async ({ as }) => must(await replyToComment(await as(reply.by), { number: number(), commentId, statement: reply.statement }), `reply on ${number()}`));
  }
}
