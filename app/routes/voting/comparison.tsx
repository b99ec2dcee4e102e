import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { diffWords } from "#app/domain/proposals/diff.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { pageTitle } from "#app/text/format.ts";
import { roundName, verdictText } from "#app/text/voting.ts";
import { roundText } from "#app/text/voting-pages.ts";
import { comparisonText } from "#app/text/voting-result.ts";
import { DiffText } from "#app/ui/diff.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import type { Db } from "#db/client.ts";
import { listConditionsOfRounds } from "#db/queries/voting-ballots.ts";
import { listBallotsOnItems, listPastItems, listSeatsOfRounds, type PastItem } from "#db/queries/voting-history.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { findRound } from "#db/queries/voting-rounds.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? comparisonText.title(data.title) : comparisonText.crumb) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const { id = "" } = args.params;

  const round = (await findRound(db, actor, id)) ?? notFound();
  const items = await listItems(db, id);
  const past = await listPastItems(db, actor, { bodyId: round.bodyId, subjectIds: items.flatMap(({ subjectId }) => subjectId ?? []), until: round.closesAt }, now());
  // A condition is written for the members, like a motivation.
  const isMember = actor.memberships.some(({ bodyId }) => bodyId === round.bodyId);
  const seats = await listSeatsOfRounds(db, [...new Set(past.map((one) => one.round.id))]);
  const weighted = new Set(seats.flatMap(({ roundId, weight }) => (weight === 1 ? [] : [roundId])));
  const raised = isMember ? await raisedIn(db, past, new Map(seats.map(({ seatId, name }) => [seatId, name]))) : [];
  return {
    id,
    title: round.title,
    name: roundName(round.kind, round.sequence),
    items: items.flatMap((item) => {
      const rounds = past.filter(({ subjectId }) => subjectId === item.subjectId);
      return rounds.length === 0 ? [] : [{ id: item.id, position: item.position, title: item.number === null ? item.title : `${item.number} ${item.title}`, rounds: rounds.map((one, index) => ({ ...stepOf(one, rounds[index - 1], weighted.has(one.round.id)), conditions: raised.filter(({ itemId }) => itemId === one.itemId) })) }];
    }),
  };
}

/** The conditions that still stood when these rounds closed, each with what became of it. */
async function raisedIn(db: Db, past: readonly PastItem[], names: ReadonlyMap<string, string>) {
  const counting = new Map((await listBallotsOnItems(db, past.map(({ itemId }) => itemId))).map((ballot) => [ballot.id, ballot]));
  const conditions = await listConditionsOfRounds(db, [...new Set(past.map((one) => one.round.id))]);
  return conditions.flatMap(({ ballotId, itemId, seatId, statement, settled, answeredIn }) => {
    const state = settled !== null ? comparisonText.condition[settled] : answeredIn !== null ? comparisonText.condition.answered(answeredIn) : comparisonText.condition.open;
    return counting.has(ballotId) ? [{ itemId, statement, about: `${names.get(seatId) ?? ""} · ${state}` }] : [];
  });
}

/** One round beside the one before: what changed in the text, and what came out. */
function stepOf(now: PastItem, before: PastItem | undefined, isWeighted: boolean) {
  const name = roundName(now.round.kind, now.round.sequence);
  const isSame = before?.statement === now.statement;
  return {
    itemId: now.itemId,
    roundId: now.round.id,
    heading: before ? comparisonText.changes(name, roundName(before.round.kind, before.round.sequence).toLowerCase()) : comparisonText.first(name),
    version: now.version,
    isSame,
    parts: isSame ? [] : before ? diffWords(before.statement, now.statement) : [{ kind: "same" as const, text: now.statement }],
    verdict: now.count ? verdictText(now.count, { isWeighted, isAdvice: false }) : null,
  };
}

export default function ComparisonPage() {
  const { id, title, name, items } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        crumbs={[
          { href: href(paths.rounds), label: roundText.crumb },
          { href: href(paths.round, { id }), label: name },
        ]}
        title={comparisonText.title(title)}
        lead={comparisonText.lead}
      />
      <Flow>
        {items.length === 0 && <Empty title={comparisonText.empty} action={<a href={href(paths.round, { id })}>{comparisonText.back}</a>} />}
        {items.map((item) => (
          <Section key={item.id} id={`onderdeel-${item.position}`} title={item.title}>
            {item.rounds.map((step) => (
              <article key={step.itemId} className="stack">
                <h3>
                  <a href={href(paths.roundResult, { id: step.roundId })}>{step.heading}</a>
                </h3>
                {step.version !== null && <p className="small muted">{roundText.version(step.version)}</p>}
                {step.isSame ? (
                  <p>{comparisonText.same}</p>
                ) : (
                  <div className="diff">
                    <p>
                      <DiffText parts={step.parts} />
                    </p>
                  </div>
                )}
                {step.verdict && <p>{step.verdict}</p>}
                {step.conditions.length > 0 && (
                  <>
                    <h4>{comparisonText.conditions}</h4>
                    <ul>
                      {step.conditions.map(({ statement, about }) => (
                        <li key={`${about} ${statement}`}>
                          {statement} <span className="small muted">{about}</span>
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </article>
            ))}
          </Section>
        ))}
      </Flow>
    </>
  );
}
