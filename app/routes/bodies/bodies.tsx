import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { visitor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { bodiesText } from "#app/text/bodies.ts";
import { dateTime, pageTitle } from "#app/text/format.ts";
import { Empty } from "#app/ui/empty.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { listBodies, listOfficers } from "#db/queries/bodies.ts";
import { listNextMeetings } from "#db/queries/meetings.ts";
import { listRounds } from "#db/queries/voting-rounds.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(bodiesText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const moment = now();
  const rounds = await listRounds(db, actor, { phase: "open", now: moment }, { limit: 200 });
  const officers = await listOfficers(db, moment);
  const meetings = await listNextMeetings(db, actor, moment);
  return {
    bodies: (await listBodies(db, moment)).map(({ id, ...body }) => ({
      ...body,
      openRounds: rounds.filter((round) => round.body.slug === body.slug).length,
      chair: officers.filter((one) => one.bodyId === id && one.role === "chair").map(({ name }) => name),
      secretary: officers.filter((one) => one.bodyId === id && one.role === "secretary").map(({ name }) => name),
      meeting: meetings.get(id) ?? null,
    })),
  };
}

export default function BodiesPage() {
  const { bodies } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={bodiesText.title} lead={bodiesText.lead} />
      <Flow>
        {bodies.length === 0 ? (
          <Empty title={bodiesText.empty} />
        ) : (
          <Rows kind="facts">
            {bodies.map((body) => (
              <Row key={body.slug}>
                <div>
                  <h2 className="row-title">
                    <a href={href(paths.body, { slug: body.slug })}>{body.name}</a>
                  </h2>
                  <p>{body.purpose}</p>
                  <p className="meta">{[bodiesText.votingSeats(body.seats), bodiesText.openRounds(body.openRounds)].join(" · ")}</p>
                </div>
                <dl className="facts">
                  <Fact term={bodiesText.chair}>{names(body.chair)}</Fact>
                  <Fact term={bodiesText.secretary}>{names(body.secretary)}</Fact>
                  <Fact term={bodiesText.nextMeeting}>
                    {body.meeting === null ? bodiesText.noMeeting : <a href={href(paths.meeting, { id: body.meeting.id })}>{dateTime(body.meeting.startsAt)}</a>}
                  </Fact>
                </dl>
              </Row>
            ))}
          </Rows>
        )}
      </Flow>
    </>
  );
}

const names = (people: readonly string[]): string => (people.length === 0 ? bodiesText.nobody : people.join(", "));

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
