import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { PHASES, phaseOf, type Phase } from "#app/domain/voting/round.ts";
import { href, paths } from "#app/paths.ts";
import { dateTime, pageTitle } from "#app/text/format.ts";
import { phaseText, phaseTone, roundName, tlpText } from "#app/text/voting.ts";
import { roundsText } from "#app/text/voting-pages.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { Meter } from "#app/ui/meter.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Tag, Tags } from "#app/ui/tag.tsx";
import { listVotingBodies } from "#db/queries/voting-bodies.ts";
import { listTurnouts } from "#db/queries/voting-history.ts";
import { countRounds, cursorFor, listRounds } from "#db/queries/voting-rounds.ts";

const PER_PAGE = 25;

export const meta: MetaFunction = () => [{ title: pageTitle(roundsText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const query = new URL(args.request.url).searchParams;
  const [bodySlug, after] = [query.get("gremium") ?? "", query.get("na")];
  const phase = PHASES.find((known) => known === query.get("status"));

  const bodies = await listVotingBodies(db);
  const filter = { bodySlug: bodySlug || undefined, phase, now: now() };
  const found = await listRounds(db, actor, filter, { after, limit: PER_PAGE + 1 });
  const shown = found.slice(0, PER_PAGE);
  const open = shown.filter((round) => phaseOf(round, now()) === "open");
  const turnouts = await listTurnouts(db, open.map(({ id }) => id));
  const last = shown.at(-1);
  return {
    bodySlug,
    phase: phase ?? "",
    bodies: bodies.map(({ slug, name }) => ({ value: slug, label: name })),
    mayPrepare: bodies.some(({ id }) => may(actor, "round.prepare", { bodyId: id })),
    total: await countRounds(db, actor, filter),
    next: found.length > PER_PAGE && last ? href(paths.rounds, { gremium: bodySlug, status: phase, na: cursorFor(last) }) : null,
    first: after ? href(paths.rounds, { gremium: bodySlug, status: phase }) : null,
    rounds: shown.map((round) => ({
      id: round.id,
      title: round.title,
      meta: [round.body.name, roundName(round.kind, round.sequence).toLowerCase(), roundsText.items(round.items)].join(" · "),
      phase: phaseOf(round, now()),
      tlp: round.tlp,
      opens: dateTime(round.opensAt),
      closes: dateTime(round.closesAt),
      turnout: turnouts.get(round.id) ?? null,
    })),
  };
}

export default function RoundsPage() {
  const { bodies, bodySlug, phase, rounds, total, next, first, mayPrepare } = useLoaderData<typeof loader>();
  const all = { value: "", label: roundsText.all };
  return (
    <>
      <PageHead title={roundsText.title} lead={roundsText.lead} />
      <Flow>
        <form method="get" className="filter" aria-label={roundsText.filter}>
          <SelectField name="gremium" label={roundsText.body} value={bodySlug} options={[all, ...bodies]} />
          <SelectField name="status" label={roundsText.phase} value={phase} options={[all, ...PHASES.map((value) => ({ value, label: phaseText[value] }))]} />
          <Button secondary>{roundsText.show}</Button>
        </form>
        {mayPrepare && (
          <p>
            <ButtonLink href={href(paths.newRound)}>{roundsText.new}</ButtonLink>
          </p>
        )}
        <p className="small muted">{roundsText.found(total)}</p>
        {rounds.length > 0 ? <RoundRows /> : bodySlug === "" && phase === "" ? <Empty title={roundsText.none} action={<a href={href(paths.proposals)}>{roundsText.noneAction}</a>} /> : <Empty title={roundsText.empty} action={<a href={href(paths.rounds)}>{roundsText.emptyAction}</a>} />}
        <Pager previous={first} next={next} />
      </Flow>
    </>
  );
}

function RoundRows() {
  const { rounds } = useLoaderData<typeof loader>();
  return (
    <ul className="rows rows-vote">
      {rounds.map((round) => (
        <li key={round.id}>
          <div>
            <h2 className="row-title">
              <a href={href(paths.round, { id: round.id })}>{round.title}</a>
            </h2>
            <p className="meta">{round.meta}</p>
            <p className="meta">{whenText(round)}</p>
            <Tags>
              <Tag tone={phaseTone[round.phase]}>{phaseText[round.phase]}</Tag>
              {round.tlp !== "CLEAR" && <Tag tone="tlp">{tlpText[round.tlp]}</Tag>}
            </Tags>
          </div>
          {round.turnout && <Meter label={roundsText.turnout} value={round.turnout.cast} max={round.turnout.seats} of={roundsText.turnoutOf} />}
        </li>
      ))}
    </ul>
  );
}

function whenText({ phase, opens, closes }: { phase: Phase; opens: string; closes: string }): string {
  if (phase === "open") return roundsText.closes(closes);
  return ["concept", "aangekondigd", "wacht"].includes(phase) ? roundsText.opens(opens) : roundsText.closed(closes);
}
