import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { adminBodyText, adminText } from "#app/text/admin.ts";
import { bodiesText } from "#app/text/bodies.ts";
import { pageTitle } from "#app/text/format.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { listBodies } from "#db/queries/bodies.ts";
import { asAdmin } from "./require-admin.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(adminText.bodies) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = asAdmin(await requireActor(args));
  return { bodies: (await listBodies(db, now())).map(({ slug, name, seats }) => ({ slug, name, seats })) };
}

export default function AdminBodiesPage() {
  const { bodies } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.admin), label: adminText.title }]} title={adminText.bodies} />
      <Flow>
        <p className="actions">
          <ButtonLink href={href(paths.adminNewBody)}>{adminBodyText.add}</ButtonLink>
        </p>
        {bodies.length === 0 ? (
          <Empty title={bodiesText.empty} />
        ) : (
          <Rows>
            {bodies.map((body) => (
              <Row key={body.slug}>
                <div>
                  <h2>
                    <a href={href(paths.adminBody, { slug: body.slug })}>{body.name}</a>
                  </h2>
                  <p className="meta">{bodiesText.votingSeats(body.seats)}</p>
                </div>
              </Row>
            ))}
          </Rows>
        )}
      </Flow>
    </>
  );
}
