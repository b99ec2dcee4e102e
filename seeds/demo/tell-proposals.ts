import { addVersion } from "#app/commands/proposals/add-version.ts";
import { answerComment } from "#app/commands/proposals/answer-comment.ts";
import { commentOnVersion } from "#app/commands/proposals/comment-on-version.ts";
import { confirmCondition } from "#app/commands/proposals/confirm-condition.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { linkProposals } from "#app/commands/proposals/link-proposals.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { sendToAdvice } from "#app/commands/proposals/send-to-advice.ts";
import { sendToPortfolio } from "#app/commands/proposals/send-to-portfolio.ts";
import { withdrawProposal } from "#app/commands/proposals/withdraw-proposal.ts";
import { HOUR, later, type Instant } from "#app/domain/shared/instant.ts";
import { listConditions } from "#db/queries/proposal-discussion.ts";
import type { VersionText } from "#db/queries/proposal-writes.ts";
import { PROPOSALS } from "./proposals.ts";
import { ROUNDS } from "./rounds.ts";
import { known, must, type Stage } from "./stage.ts";
import type { StoryProposal } from "./story.ts";

/** Every proposal: drafted, discussed, changed, commented on, sent on. What rounds do with it is told in tell-rounds.ts. */
export function tellProposals(stage: Stage, sharedNeeds: readonly string[]): void {
  for (const [place, proposal] of PROPOSALS.entries()) {
    const author = `lid${proposal.author}.${proposal.body}`;
    const secretary = `secretaris.${proposal.body}`;
    const number = () => known(stage.book.proposals, proposal.key).number;
    const texts = textsOf(proposal, sharedNeeds);

    stage.at(proposal.drafted, 8 + (place % 16) / 4, async ({ as }) => {
      const { body, kind, tlp } = proposal;
      const drafted = must(await draftProposal(await as(author), { ...first(texts), body, kind, tlp }), `drafting ${proposal.key}`);
      stage.book.proposals.set(proposal.key, drafted);
    });
    if (proposal.discussed !== undefined) {
      stage.at(proposal.discussed, 10, async ({ as }) => must(await putUnderDiscussion(await as(`voorzitter.${proposal.body}`), { number: number() }), `discussing ${proposal.key}`));
    }
    for (const [before, { day, why }] of (proposal.versions ?? []).entries()) {
      const text = texts[before + 1] ?? first(texts);
      const written = writtenAt(stage, proposal.key, day);
      stage.atMoment(written, async ({ as, db, now }) => {
        const context = await as(author);
        const conditions = await listConditions(db, context.actor, known(stage.book.proposals, proposal.key).id, now());
        const answers = conditions.flatMap(({ id, answer, statement }) => {
          const answered = answer === null ? ANSWERS.get(`${proposal.key} ${statement}`) : undefined;
          return answered === undefined ? [] : [{ conditionId: id, answer: answered }];
        });
        must(await addVersion(context, { ...text, number: number(), basedOn: before + 1, why, answers }), `version ${before + 2} of ${proposal.key}`);
      });
      stage.atMoment(stage.nextDay(written, 16), async (scene) => confirmAnswers(stage, scene, proposal));
    }
    tellComments(stage, proposal, author, number);

    const { withdrawn } = proposal;
    if (withdrawn) {
      stage.at(withdrawn.day, 14, async ({ as }) => {
        const askedBy = known(stage.book.people, author);
        must(await withdrawProposal(await as(secretary), { number: number(), reason: withdrawn.reason, askedBy }), `withdrawing ${proposal.key}`);
      });
    }
    if (proposal.referred !== undefined) stage.at(proposal.referred, 13, async ({ as }) => must(await sendToAdvice(await as(secretary), { number: number() }), `referring ${proposal.key}`));
    if (proposal.submitted !== undefined) stage.at(proposal.submitted, 13, async ({ as }) => must(await sendToPortfolio(await as(secretary), { number: number() }), `submitting ${proposal.key}`));
    for (const { key, kind } of linksOf(proposal)) {
      stage.at(proposal.drafted + 1, 15, async ({ as }) => {
        const other = known(stage.book.proposals, key).number;
        must(await linkProposals(await as(author), { number: number(), other, kind }), `linking ${proposal.key} to ${key}`);
      });
    }
  }
}

/** On its day, and never before the rounds about the former text were established: weekends can push those past that day. */
function writtenAt(stage: Stage, key: string, day: number): Instant {
  const established = ROUNDS.filter((round) => round.closes <= day && round.items.some((item) => item.proposal === key)).map((round) => later(stage.nextDay(stage.moment(round.closes, 17), 14), HOUR / 2));
  return [stage.moment(day, 11), ...established].sort().at(-1) ?? stage.moment(day, 11);
}

function tellComments(stage: Stage, proposal: StoryProposal, author: string, number: () => string): void {
  for (const [place, { by, day, version, quote, statement, answer, disposition }] of (proposal.comments ?? []).entries()) {
    let commentId = "";
    stage.at(day, 15 + place / 4, async ({ as }) => {
      commentId = must(await commentOnVersion(await as(by), { number: number(), version, quote, statement }), `comment on ${proposal.key}`).id;
    });
    if (answer !== undefined && disposition !== undefined) {
      stage.at(day + 3, 16, async ({ as }) => must(await answerComment(await as(author), { number: number(), commentId, answer, disposition }), `answer on ${proposal.key}`));
    }
  }
}

/** The seats read the answers; nearly all agree, the fourth keeps its condition. */
async function confirmAnswers(stage: Stage, { as, db, now }: Parameters<Parameters<Stage["at"]>[2]>[0], proposal: StoryProposal): Promise<void> {
  const { id, number } = known(stage.book.proposals, proposal.key);
  const handleOf = new Map([...stage.book.people].map(([handle, personId]) => [personId, handle]));
  const conditions = await listConditions(db, (await as(`secretaris.${proposal.body}`)).actor, id, now());
  const waiting = conditions.filter(({ answer, settled }) => answer !== null && settled === null);
  for (const [place, condition] of waiting.entries()) {
    const holder = await db.selectFrom("membership").select("person_id").where("seat_id", "=", condition.seatId).executeTakeFirst();
    const handle = handleOf.get(holder?.person_id ?? "");
    if (handle) must(await confirmCondition(await as(handle), { number, conditionId: condition.id, settled: place === 3 ? "kept" : "confirmed" }), `confirming on ${proposal.key}`);
  }
}

/** The full text of each version: what a later one does not name stays as it was. */
function textsOf(proposal: StoryProposal, sharedNeeds: readonly string[]): readonly VersionText[] {
  const { title, statement, rationale, acceptance, source, moscow, components, controls, areas } = proposal;
  const needs = proposal.needs.flatMap((place) => sharedNeeds[place - 1] ?? []);
  const texts: VersionText[] = [{ title, statement, rationale, acceptance, source, moscow, weight: proposal.weight ?? null, components, needs, policyAreas: areas, controls }];
  for (const { day: _day, why: _why, ...change } of proposal.versions ?? []) texts.push({ ...first(texts.slice(-1)), ...change });
  return texts;
}

function first(texts: readonly VersionText[]): VersionText {
  if (!texts[0]) throw new Error("a proposal without a text");
  return texts[0];
}

const linksOf = ({ replaces, related = [] }: StoryProposal) => [
  ...(replaces === undefined ? [] : [{ key: replaces, kind: "replaces" as const }]),
  ...related.map((key) => ({ key, kind: "related_to" as const })),
];

const ANSWERS: ReadonlyMap<string, string> = new Map(
  ROUNDS.flatMap(({ items }) => items.flatMap(({ proposal, conditions = [] }) => conditions.flatMap(({ statement, answer }) => (answer === undefined ? [] : [[`${proposal} ${statement}`, answer] as const])))),
);
