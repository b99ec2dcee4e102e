import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { isPublic } from "#app/domain/decisions/decision.ts";
import { href, paths } from "#app/paths.ts";
import { dateTime, shortDate, time } from "#app/text/format.ts";
import { homeText } from "#app/text/home.ts";
import { layoutText } from "#app/text/layout.ts";
import { Flow, Section, TwoColumns } from "#app/ui/layout.tsx";
import { DecisionRows } from "#app/ui/meetings/outcome-rows.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { municipalitiesText } from "#app/text/municipalities.ts";
import { Meter } from "#app/ui/meter.tsx";
import { listDecisions } from "#db/queries/decisions.ts";
import { listMeetings } from "#db/queries/meetings.ts";
import { listRounds } from "#db/queries/voting-rounds.ts";
import { adoptionFigures } from "./municipalities/adoption-figures.ts";

const SHOWN = 5;

export const meta: MetaFunction = () => [{ title: layoutText.name }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const moment = now();
  const { decisions } = await listDecisions(db, actor, {}, { now: moment, after: null, size: SHOWN });
  const { meetings } = await listMeetings(db, actor, { when: "upcoming", now: moment }, { after: null, size: SHOWN });
  const rounds = await listRounds(db, actor, { phase: "open", now: moment }, { limit: SHOWN });
  const { rows, total, isFictional } = await adoptionFigures(db, moment);
  return {
    progress: { total, isFictional, rows: rows.map(({ slug, name, counts }) => ({ slug, name, connected: counts.aangesloten, onTheWay: counts.besloten + counts.in_aansluiting })) },
    decisions: decisions.map((decision) => ({
      ...{ number: decision.number, title: decision.title, result: decision.result, day: shortDate(decision.decidedOn), body: decision.body.name, isPublished: isPublic(decision, moment) },
      figures: decision.figures ? { for: decision.figures.for, against: decision.figures.against, abstain: decision.figures.abstain } : null,
    })),
    meetings: meetings.map(({ id, title, body, startsAt, location }) => ({ id, title, day: shortDate(startsAt), time: time(startsAt), meta: [body.name, location].filter((part) => part !== "").join(" · ") })),
    rounds: rounds.map(({ id, title, body, closesAt }) => ({ id, title, body: body.name, closes: dateTime(closesAt) })),
  };
}

export default function HomePage() {
  const { decisions, meetings, rounds, progress } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={homeText.title} lead={homeText.lead} />
      <Flow>
        <Section id="stemrondes" title={homeText.rounds} aside={<a href={href(paths.rounds)}>{homeText.allRounds}</a>}>
          {rounds.length === 0 && <p>{homeText.noRounds}</p>}
          <ul className="rows">
            {rounds.map(({ id, title, body, closes }) => (
              <li key={id}>
                <div>
                  <h3>
                    <a href={href(paths.round, { id })}>{title}</a>
                  </h3>
                  <p className="meta">{[body, homeText.closes(closes)].join(" · ")}</p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
        <TwoColumns>
          <Section id="besluiten" title={homeText.decisions} aside={<a href={href(paths.decisions)}>{homeText.allDecisions}</a>}>
            {decisions.length === 0 ? <p>{homeText.noDecisions}</p> : <DecisionRows decisions={decisions} />}
          </Section>
          <Section id="vergaderingen" title={homeText.meetings} aside={<a href={href(paths.calendar)}>{homeText.calendar}</a>}>
            {meetings.length === 0 && <p>{homeText.noMeetings}</p>}
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
          </Section>
        </TwoColumns>
        <Section id="voortgang" title={homeText.progress} aside={<a href={href(paths.municipalities)}>{homeText.allMunicipalities}</a>}>
          {progress.isFictional && <p className="muted">{municipalitiesText.fictionalNote}</p>}
          {progress.rows.map((row) => (
            <Meter key={row.slug} label={row.name} value={row.connected} max={progress.total} of={homeText.connected(row.name)} note={homeText.onTheWay(row.onTheWay)} />
          ))}
        </Section>
        <Section id="gemeente" title={homeText.forYou}>
          <ul>
            <li>
              <a href={href(paths.joining)}>{homeText.join}</a>
            </li>
            <li>
              <a href={href(paths.buildingBlocks)}>{homeText.blocks}</a>
            </li>
            <li>
              <a href={href(paths.roadmap)}>{homeText.roadmap}</a>
            </li>
            <li>
              <a href={href(paths.needs)}>{homeText.needs}</a>
            </li>
          </ul>
        </Section>
      </Flow>
    </>
  );
}
