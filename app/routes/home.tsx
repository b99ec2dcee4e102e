import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { isPublic } from "#app/domain/decisions/decision.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { date, dateTime, shortDate, time } from "#app/text/format.ts";
import { homeText } from "#app/text/home.ts";
import { layoutText } from "#app/text/layout.ts";
import { municipalitiesText } from "#app/text/municipalities.ts";
import { roundName } from "#app/text/voting.ts";
import { roundsText } from "#app/text/voting-pages.ts";
import { Entries } from "#app/ui/entries.tsx";
import { Band, Flow, Section, TwoColumns } from "#app/ui/layout.tsx";
import { DecisionRows } from "#app/ui/meetings/outcome-rows.tsx";
import { Meter } from "#app/ui/meter.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { SearchBar } from "#app/ui/search-bar.tsx";
import { listDecisions } from "#db/queries/decisions.ts";
import { listMeetings } from "#db/queries/meetings.ts";
import { listTurnouts } from "#db/queries/voting-history.ts";
import { listRounds } from "#db/queries/voting-rounds.ts";
import { adoptionFigures } from "./municipalities/adoption-figures.ts";

const SHOWN = 4;

export const meta: MetaFunction = () => [{ title: layoutText.name }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const moment = now();
  const { decisions } = await listDecisions(db, actor, {}, { now: moment, after: null, size: SHOWN });
  const { meetings } = await listMeetings(db, actor, { when: "upcoming", now: moment }, { after: null, size: SHOWN });
  const rounds = await listRounds(db, actor, { phase: "open", now: moment }, { limit: SHOWN });
  const turnouts = await listTurnouts(db, rounds.map(({ id }) => id));
  const { rows, total, isFictional } = await adoptionFigures(db, moment);
  return {
    progress: { total, isFictional, day: date(dutchDay(moment)), rows: rows.map(({ slug, name, counts }) => ({ slug, name, connected: counts.aangesloten, onTheWay: counts.besloten + counts.in_aansluiting })) },
    decisions: decisions.map((decision) => ({
      ...{ number: decision.number, title: decision.title, result: decision.result, day: shortDate(decision.decidedOn), body: decision.body.name, isPublished: isPublic(decision, moment) },
      figures: decision.figures ? { for: decision.figures.for, against: decision.figures.against, abstain: decision.figures.abstain } : null,
    })),
    meetings: meetings.map(({ id, title, body, startsAt, location }) => ({ id, title, day: shortDate(startsAt), time: time(startsAt), meta: [body.name, location].filter((part) => part !== "").join(" · ") })),
    rounds: rounds.map((round) => ({
      id: round.id,
      title: round.title,
      meta: [round.body.name, roundName(round.kind, round.sequence).toLowerCase()].join(" · "),
      closes: dateTime(round.closesAt),
      turnout: turnouts.get(round.id) ?? null,
    })),
  };
}

export default function HomePage() {
  const { decisions } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={homeText.title} lead={homeText.lead} action={<SearchBar />} />
      <Flow>
        <Voting />
        <TwoColumns>
          <Section id="besluiten" title={homeText.decisions} aside={<a href={href(paths.decisions)}>{homeText.allDecisions}</a>}>
            {decisions.length === 0 ? <p>{homeText.noDecisions}</p> : <DecisionRows decisions={decisions} />}
          </Section>
          <Meetings />
        </TwoColumns>
      </Flow>
      <Band>
        <Section id="gemeente" title={homeText.forYou}>
          <Entries entries={ENTRIES} />
        </Section>
      </Band>
      <Flow>
        <Progress />
      </Flow>
    </>
  );
}

const ENTRIES = [
  { href: href(paths.municipalities), ...homeText.find },
  { href: href(paths.joining), ...homeText.join },
  { href: href(paths.needs), ...homeText.need },
  { href: href(paths.buildingBlocks), ...homeText.blocks },
];

function Voting() {
  const { rounds } = useLoaderData<typeof loader>();
  return (
    <Section id="stemrondes" title={homeText.rounds} aside={<a href={href(paths.rounds)}>{homeText.allRounds}</a>}>
      {rounds.length === 0 ? (
        <p className="muted">{homeText.noRounds}</p>
      ) : (
        <ul className="rows rows-vote">
          {rounds.map(({ id, title, meta: about, closes, turnout }) => (
            <li key={id}>
              <div>
                <h3>
                  <a href={href(paths.round, { id })}>{title}</a>
                </h3>
                <p className="meta">{about}</p>
                <p className="meta">
                  {homeText.closes} <b>{closes}</b>
                </p>
              </div>
              {turnout && <Meter label={roundsText.turnout} value={turnout.cast} max={turnout.seats} of={roundsText.turnoutOf} />}
            </li>
          ))}
        </ul>
      )}
      {rounds.length > 0 && <p className="small muted">{homeText.onlyTurnout}</p>}
    </Section>
  );
}

function Meetings() {
  const { meetings } = useLoaderData<typeof loader>();
  return (
    <Section id="vergaderingen" title={homeText.meetings} aside={<a href={href(paths.calendar)}>{homeText.calendar}</a>}>
      {meetings.length === 0 ? (
        <p className="muted">{homeText.noMeetings}</p>
      ) : (
        <ul className="rows rows-date">
          {meetings.map((meeting) => (
            <li key={meeting.id}>
              <div className="date">
                <b>{meeting.day}</b>
                {meeting.time}
              </div>
              <div>
                <h3>
                  <a href={href(paths.meeting, { id: meeting.id })}>{meeting.title}</a>
                </h3>
                <p className="meta">{meeting.meta}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Progress() {
  const { progress } = useLoaderData<typeof loader>();
  return (
    <Section id="voortgang" title={homeText.progress} aside={<a href={href(paths.municipalities)}>{homeText.allMunicipalities}</a>}>
      <div className="cols comps">
        {progress.rows.map((row) => (
          <div key={row.slug}>
            <h3>{row.name}</h3>
            <Meter label={homeText.connected} value={row.connected} max={progress.total} of={homeText.connectedTo(row.name)} note={homeText.onTheWay(row.onTheWay)} />
          </div>
        ))}
      </div>
      <p className="small muted">
        {homeText.stateOf(progress.day, progress.total)} {progress.isFictional && municipalitiesText.fictionalNote}
      </p>
    </Section>
  );
}
