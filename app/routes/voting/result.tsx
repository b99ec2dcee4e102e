import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { hasClosed, maySeeResult } from "#app/domain/voting/round.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { date, dateTime, pageTitle } from "#app/text/format.ts";
import { outcomeText, outcomeTone, phaseText, roundName, tlpText } from "#app/text/voting.ts";
import { anchorText } from "#app/text/audit.ts";
import { recountText, resultErratumText } from "#app/text/recount.ts";
import { roundText } from "#app/text/voting-pages.ts";
import { resultText } from "#app/text/voting-result.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { Flow, Section, TwoColumns } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { ChoiceTable } from "#app/ui/voting/choice-table.tsx";
import { Figures } from "#app/ui/voting/figures.tsx";
import { ItemOverview } from "#app/ui/voting/item-overview.tsx";
import { MissingTable } from "#app/ui/voting/missing-table.tsx";
import { Remarks } from "#app/ui/voting/remarks.tsx";
import { RankingOutcome } from "#app/ui/voting/ranking-result.tsx";
import { RoundMatrix } from "#app/ui/voting/round-matrix.tsx";
import recountScript from "#app/ui/voting/recount-script.ts?worker&url";
import { Anchors } from "#app/ui/voting/anchors.tsx";
import type { Db } from "#db/client.ts";
import { listRoundAnchors, type ActAnchor } from "#db/queries/anchors.ts";
import { listErrataOfRound } from "#db/queries/errata.ts";
import { findRound, type StoredRound } from "#db/queries/voting-rounds.ts";
import { loadResult } from "./load-result.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? resultText.title(data.title) : resultText.crumb) }];

export async function loader(args: LoaderFunctionArgs) {
  const visit = await visitor(args);
  const { id = "" } = args.params;
  const query = new URL(args.request.url).searchParams;

  const round = (await findRound(visit.db, visit.actor, id)) ?? notFound();
  if (round.openedAt === null || !hasClosed(round, visit.now())) return notFound();
  const isMember = visit.actor.memberships.some(({ bodyId }) => bodyId === round.bodyId);
  const view = maySeeResult(round, isMember, visit.now()) ? await loadResult(visit, round, Number(query.get("onderdeel")) || 1, query.has("narekenen")) : null;
  return {
    id: round.id,
    title: view?.title ?? round.title,
    name: roundName(round.kind, round.sequence),
    body: round.body,
    state: round.state,
    tlp: round.tlp,
    published: round.publishedAt === null ? null : date(round.publishedAt),
    isPreliminary: round.establishedAt === null,
    fingerprint: (round.fingerprint ?? "").slice(0, 16).replace(/(.{4})(?=.)/g, "$1 "),
    anchors: view === null ? [] : (await anchorsOf(visit.db, round)).map((anchor) => ({ about: anchorText.acts[anchor.act] ?? "", line: anchorText.line(anchor) })),
    errata: view === null ? [] : (await listErrataOfRound(visit.db, id)).map(({ statement, at }) => ({ statement, by: resultErratumText.by(dateTime(at)) })),
    mayCorrect: round.establishedAt !== null && round.state !== "ongeldig" && may(visit.actor, "round.correct", round),
    view,
  };
}

/** The record of establishing vouches for all before it; until then, where the round opened and closed. */
const anchorsOf = async (db: Db, { id, body, link }: StoredRound): Promise<ActAnchor[]> =>
  link === null ? ((await listRoundAnchors(db, [id])).get(id) ?? []) : [{ act: "round.establish", chain: body.slug, sequence: link.sequence, hash: link.hash }];

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
          <>
            {view?.outcome && <Tag tone={outcomeTone[view.outcome]}>{outcomeText[view.outcome]}</Tag>}
            {published ? <Tag>{resultText.published(published)}</Tag> : <Tag tone="amber">{isPreliminary ? resultText.preliminary : phaseText[state]}</Tag>}
            <Tag tone="tlp">{tlpText[tlp]}</Tag>
          </>
        }
      />
      <Flow>{view ? <Result data={data} view={view} /> : <p>{resultText.waiting}</p>}</Flow>
    </>
  );
}

function Result({ data, view }: { data: Data; view: View }) {
  return (
    <>
      {data.state === "ongeldig" && <Alert>{resultText.invalid}</Alert>}
      {view.others.length > 0 && <ItemOverview id={data.id} items={view.others} />}
      <Verdict data={data} view={view} />
      <Errata data={data} />
      <Section id="cijfers" title={resultText.figures}>
        <Figures rows={view.figures} />
        {view.parts.length > 0 && <ChoiceTable parts={view.parts} isWeighted={view.isWeighted} hasBase={view.hasBase} />}
      </Section>
      {view.ranking && view.ranking.order.length > 0 && <RankingOutcome result={view.ranking} titles={view.optionTitles} />}
      {view.history ? (
        <Section id="rondes" title={resultText.history} aside={<a href={href(paths.roundComparison, { id: data.id })}>{resultText.compare}</a>}>
          {view.history.conditions !== null && <p>{view.history.conditions}</p>}
          <RoundMatrix columns={view.history.columns} rows={view.history.rows} />
        </Section>
      ) : (
        <p className="muted">{view.missing === null && resultText.hiddenBallots}</p>
      )}
      {view.remarks.length > 0 && <Remarks remarks={view.remarks} />}
      <TwoColumns>
        {view.missing && <MissingTable rows={view.missing.province} sizes={view.missing.size} />}
        <Recount data={data} recounted={view.recounted} document={view.document} />
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

function Errata({ data: { id, errata, mayCorrect } }: { data: Data }) {
  if (errata.length === 0 && !mayCorrect) return null;
  return (
    <Section id="errata" title={resultErratumText.heading} aside={mayCorrect && <a href={href(paths.resultErratum, { id })}>{resultErratumText.link}</a>}>
      <ul className="rows">
        {errata.map(({ statement, by }) => (
          <li key={`${by} ${statement}`}>
            <div>
              <p className="preline">{statement}</p>
              <p className="meta">{by}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Recount({ data: { id, fingerprint, anchors }, recounted: answer, document }: { data: Data; recounted: string | null; document: string | null }) {
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
      {document !== null && (
        <>
          <h3>{recountText.title}</h3>
          <p id="narekenen-browser" role="status">
            {recountText.withoutScript}
          </p>
          <script type="application/json" id="uitslag-gegevens" dangerouslySetInnerHTML={{ __html: document }} />
          <script src={recountScript} defer />
        </>
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
      </p>
      {anchors.length > 0 && <Anchors anchors={anchors} />}
    </Section>
  );
}
