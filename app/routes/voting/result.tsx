import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import type { ItemCount } from "#app/domain/voting/count.ts";
import { parsePublished } from "#app/domain/voting/published-parser.ts";
import { recount } from "#app/domain/voting/recount.ts";
import { hasClosed, maySeeResult } from "#app/domain/voting/round.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { outcomeText, outcomeTone, phaseText, roundName, tlpText, verdictText } from "#app/text/voting.ts";
import { resultText, roundText } from "#app/text/voting-pages.ts";
import { Button } from "#app/ui/button.tsx";
import { Flow, Section, TwoColumns } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Tag, Tags } from "#app/ui/tag.tsx";
import { BarKey, ChoiceBar } from "#app/ui/voting/choice-bar.tsx";
import { Figures } from "#app/ui/voting/figures.tsx";
import { RoundMatrix } from "#app/ui/voting/round-matrix.tsx";
import { listCountingBallots } from "#db/queries/voting-ballots.ts";
import { listDecisionsOfRound } from "#db/queries/voting-decisions.ts";
import { listFrozenSeats } from "#db/queries/voting-electorate.ts";
import { countRound } from "#db/queries/voting-results.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { findRound, findStoredResult, type StoredRound } from "#db/queries/voting-rounds.ts";
import type { Db } from "#db/client.ts";
import { figuresOf, historyOf, missingOf, partsOf, remarksOf } from "./result-view.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? resultText.title(data.title) : resultText.crumb) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const { id = "" } = args.params;
  const query = new URL(args.request.url).searchParams;

  const round = (await findRound(db, actor, id)) ?? notFound();
  if (round.openedAt === null || !hasClosed(round, now())) return notFound();
  const isMember = actor.memberships.some(({ bodyId }) => bodyId === round.bodyId);
  const head = headOf(round);
  if (!maySeeResult(round, isMember, now())) return { ...head, view: null };

  const items = await listItems(db, id);
  const seats = await listFrozenSeats(db, id);
  const counts = await countsOf(db, round, items);
  const position = Number(query.get("onderdeel")) || 1;
  const item = items.find((one) => one.position === position) ?? items[0] ?? notFound();
  const counted = counts.get(item.id) ?? notFound();
  const options = { isWeighted: seats.some(({ weight }) => weight !== 1), isAdvice: item.stateBefore === "in_advice" };
  const decisions = await listDecisionsOfRound(db, actor, id, now());
  const history = await historyOf(db, actor, round, item, now());
  const cast = new Set((await castersOf(db, round, isMember)).flatMap((ballot) => (ballot.itemId === item.id ? [ballot.seatId] : [])));
  const mayName = isMember || round.visibility === "openbaar";
  const frozenWeight = seats.reduce((sum, seat) => (seat.recusedFrom.includes(item.id) ? sum : sum + seat.weight), 0);
  return {
    ...head,
    title: items.length === 1 ? item.title : round.title,
    view: {
      kicker: [...(item.number === null ? [] : [item.number]), ...(item.version === null ? [] : [roundText.version(item.version)]), round.body.name, roundName(round.kind, round.sequence).toLowerCase()].join(" · "),
      itemTitle: item.title,
      itemHref: item.subjectKind === "proposal" && item.number !== null ? href(paths.proposal, { number: item.number }) : null,
      outcome: counted.outcome ?? null,
      sentence: verdictText(counted, options),
      decision: decisions.find(({ itemId }) => itemId === item.id)?.number ?? null,
      advicePoints: item.advicePoints,
      figures: figuresOf(counted, round.rule),
      parts: partsOf(counted, round.rule, frozenWeight),
      isWeighted: options.isWeighted,
      hasBase: round.kind === "besluit",
      history,
      missing: mayName ? await missingOf(db, seats, item, cast) : null,
      remarks: isMember ? await remarksOf(db, round, item) : [],
      others: items.length === 1 ? [] : items.map((one) => ({ position: one.position, isShown: one.id === item.id, name: one.number === null ? one.title : `${one.number} ${one.title}`, ...summaryOf(counts.get(one.id), options.isWeighted, one.stateBefore === "in_advice") })),
      recounted: query.has("narekenen") ? await recounted(db, round) : null,
    },
  };
}

const headOf = (round: StoredRound) => ({
  id: round.id,
  title: round.title,
  name: roundName(round.kind, round.sequence),
  body: round.body,
  state: round.state,
  tlp: round.tlp,
  published: round.publishedAt === null ? null : date(round.publishedAt),
  isPreliminary: round.establishedAt === null,
  fingerprint: (round.fingerprint ?? "").slice(0, 16).replace(/(.{4})(?=.)/g, "$1 "),
  link: round.link?.sequence ?? null,
});

/** Figures as they were stored; before that, counted now by the same function. */
async function countsOf(db: Db, round: StoredRound, items: Awaited<ReturnType<typeof listItems>>): Promise<Map<string, ItemCount>> {
  if (round.establishedAt !== null) return new Map(items.flatMap(({ id, count }) => (count ? [[id, count] as const] : [])));
  const { published } = await countRound(db, round);
  return new Map(published.items.flatMap(({ id, tally, outcome, support, result }) => (tally ? [[id, { tally, ...(outcome && { outcome }), ...(support && { support }), ...(result && { result }) }] as const] : [])));
}

/** Who cast: for everybody when the round votes in public, otherwise for the members only. */
const castersOf = async (db: Db, round: StoredRound, isMember: boolean) => (isMember || round.visibility === "openbaar" ? listCountingBallots(db, round.id) : []);

const summaryOf = (counted: ItemCount | undefined, isWeighted: boolean, isAdvice: boolean) => ({
  outcome: counted?.outcome ?? null,
  sentence: counted ? verdictText(counted, { isWeighted, isAdvice }) : "",
});

async function recounted(db: Db, round: StoredRound): Promise<string> {
  const stored = await findStoredResult(db, round.id);
  const parsed = parsePublished(stored === null ? (await countRound(db, round)).published : JSON.parse(stored));
  if (!parsed.ok) return resultText.recountWrong(parsed.refusal);
  const again = recount(parsed.value);
  if (again.every(({ count }) => count === null)) return resultText.recountHidden;
  const wrong = again.flatMap(({ id, differences }) => differences.map((name) => `${id} ${name}`));
  return wrong.length === 0 ? resultText.recountRight : resultText.recountWrong(wrong.join(", "));
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;
type View = NonNullable<Data["view"]>;

export default function ResultPage() {
  const data = useLoaderData<typeof loader>();
  const { id, title, name, body, state, tlp, published, isPreliminary, view } = data;
  return (
    <>
      <PageHead
        crumbs={[
          { href: href(paths.rounds), label: roundText.crumb },
          { href: href(paths.body, { slug: body.slug }), label: body.name },
          { href: href(paths.round, { id }), label: name },
        ]}
        kicker={view?.kicker ?? `${body.name} · ${name.toLowerCase()}`}
        title={resultText.title(title)}
        tags={
          <Tags>
            {view?.outcome && <Tag tone={outcomeTone[view.outcome]}>{outcomeText[view.outcome]}</Tag>}
            {published ? <Tag>{resultText.published(published)}</Tag> : <Tag tone="amber">{isPreliminary ? resultText.preliminary : phaseText[state]}</Tag>}
            <Tag tone="tlp">{tlpText[tlp]}</Tag>
          </Tags>
        }
      />
      <Flow>{view ? <Result data={data} view={view} /> : <p>{resultText.waiting}</p>}</Flow>
    </>
  );
}

function Result({ data, view }: { data: Data; view: View }) {
  return (
    <>
      {data.state === "ongeldig" && <p className="alert">{resultText.invalid}</p>}
      {view.others.length > 0 && <Others id={data.id} others={view.others} />}
      <Verdict data={data} view={view} />
      <Section id="cijfers" title={resultText.figures}>
        <Figures rows={view.figures} />
        {view.parts.length > 0 && <Choices view={view} />}
      </Section>
      {view.history ? (
        <Section id="rondes" title={resultText.history} aside={<a href={href(paths.roundComparison, { id: data.id })}>{resultText.compare}</a>}>
          <RoundMatrix columns={view.history.columns} rows={view.history.rows} />
        </Section>
      ) : (
        <p className="muted">{view.missing === null && resultText.hiddenBallots}</p>
      )}
      {view.remarks.length > 0 && <Remarks remarks={view.remarks} />}
      <TwoColumns>
        {view.missing && <Missing rows={view.missing} />}
        <Recount data={data} recounted={view.recounted} />
      </TwoColumns>
    </>
  );
}

function Verdict({ data: { isPreliminary }, view }: { data: Data; view: View }) {
  return (
    <section className={view.outcome === null || view.outcome === "aangenomen" ? "verdict" : `verdict verdict-${outcomeTone[view.outcome]}`} aria-label={resultText.verdict}>
      <p>{view.sentence}</p>
      <p>
        {isPreliminary ? resultText.preliminaryNote : resultText.established}
        {view.decision && (
          <>
            {resultText.recordedAs}
            <a href={href(paths.decision, { number: view.decision })}>{resultText.decision(view.decision)}</a>
            {"."}
          </>
        )}{" "}
        {view.itemHref && <a href={view.itemHref}>{view.itemTitle}</a>}
      </p>
      {view.advicePoints && (
        <p>
          <strong>{resultText.advicePoints}</strong> {view.advicePoints}
        </p>
      )}
    </section>
  );
}

function Choices({ view }: { view: View }) {
  const { parts, isWeighted, hasBase } = view;
  return (
    <>
      <ChoiceBar parts={parts} label={resultText.barLabel(parts)} />
      <table className="dense short">
        <caption>{isWeighted ? resultText.weights : resultText.choices}</caption>
        <thead>
          <tr>
            <th scope="col">{resultText.choice}</th>
            <th scope="col" className="right">
              {isWeighted ? resultText.votes : resultText.seats}
            </th>
            {hasBase && <th scope="col">{resultText.counts}</th>}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ key, label, value, counts }) => (
            <tr key={key}>
              <th scope="row">
                <BarKey part={key} />
                {label}
              </th>
              <td className="right num">{value}</td>
              {hasBase && <td>{counts}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Others({ id, others }: { id: string; others: View["others"] }) {
  return (
    <Section id="voorstellen" title={resultText.items}>
      <table className="cards dense">
        <caption className="vh">{resultText.items}</caption>
        <thead>
          <tr>
            <th scope="col">{resultText.item}</th>
            <th scope="col">{resultText.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {others.map(({ position, name, outcome, sentence, isShown }) => (
            <tr key={position}>
              <th scope="row">
                <a href={href(paths.roundResult, { id }, { onderdeel: position })} aria-current={isShown ? "page" : undefined}>
                  {name}
                </a>
              </th>
              <td data-label={resultText.outcome}>
                <span>
                  {outcome && <span className={`tag tag-${outcomeTone[outcome]}`}>{outcomeText[outcome]}</span>} {sentence}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Remarks({ remarks }: { remarks: View["remarks"] }) {
  return (
    <Section id="motiveringen" title={resultText.conditions}>
      <ul className="rows">
        {remarks.map(({ seat, text, choice, strength }) => (
          <li key={`${seat} ${text}`}>
            <div>
              <p className="preline">{text}</p>
              <p className="meta">{[resultText.by(seat), choice.toLowerCase(), ...(strength ? [resultText.conditionBy(strength)] : [])].join(" · ")}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Missing({ rows }: { rows: NonNullable<View["missing"]> }) {
  const seats = rows.reduce((sum, { missing }) => sum + missing.length, 0);
  const without = rows.filter((row) => row.seats === 0).length;
  return (
    <Section id="wie-missen-we" title={resultText.missing}>
      <p>{resultText.missingLead(seats, without)}</p>
      <table className="dense">
        <caption className="vh">{resultText.missingCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{resultText.province}</th>
            <th scope="col" className="right">
              {resultText.seats}
            </th>
            <th scope="col" className="right">
              {resultText.voted}
            </th>
            <th scope="col">{resultText.missing}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.province ?? ""}>
              <th scope="row">{row.province ?? resultText.elsewhere}</th>
              <td className="num right">{row.seats}</td>
              <td className="num right">{row.cast}</td>
              <td>{row.seats === 0 ? resultText.noSeat : row.missing.join(", ") || resultText.nobody}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Recount({ data: { id, fingerprint, link }, recounted: answer }: { data: Data; recounted: string | null }) {
  return (
    <Section id="narekenen" title={resultText.recount}>
      <p>{resultText.recountLead}</p>
      {answer ? (
        <p role="status">
          <strong>{answer}</strong>
        </p>
      ) : (
        <form method="get" className="actions" action={`${href(paths.roundResult, { id })}#narekenen`}>
          <Button name="narekenen" value="1">
            {resultText.recountButton}
          </Button>
        </form>
      )}
      <ul className="plain stack">
        <li>
          <a href={href(paths.roundResultJson, { id })}>{resultText.json}</a>
        </li>
        <li>
          <a href={href(paths.roundResultCsv, { id })}>{resultText.csv}</a>
        </li>
      </ul>
      <p className="small muted num">
        {resultText.fingerprint(fingerprint)}
        {link !== null && resultText.chain(link)}
      </p>
    </Section>
  );
}
