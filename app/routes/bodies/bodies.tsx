import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { bodiesText } from "#app/text/bodies.ts";
import { pageTitle } from "#app/text/format.ts";
import { Empty } from "#app/ui/empty.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { listBodies } from "#db/queries/bodies.ts";
import { listRounds } from "#db/queries/voting-rounds.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(bodiesText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const moment = now();
  const rounds = await listRounds(db, actor, { phase: "open", now: moment }, { limit: 200 });
  return { bodies: (await listBodies(db, moment)).map(({ id: _, ...body }) => ({ ...body, openRounds: rounds.filter((round) => round.body.slug === body.slug).length })) };
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
          <Rows>
            {bodies.map((body) => (
              <Row key={body.slug}>
                <div>
                  <h2>
                    <a href={href(paths.body, { slug: body.slug })}>{body.name}</a>
                  </h2>
                  <p>{body.purpose}</p>
                  <p className="meta">{[bodiesText.votingSeats(body.seats), bodiesText.openRounds(body.openRounds)].join(" · ")}</p>
                </div>
              </Row>
            ))}
          </Rows>
        )}
      </Flow>
    </>
  );
}
