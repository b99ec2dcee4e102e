import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { adminBodyText, adminText } from "#app/text/admin.ts";
import { bodyText, roleText } from "#app/text/bodies.ts";
import { pageTitle } from "#app/text/format.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { findBody } from "#db/queries/bodies.ts";
import { listSeatsWithMembers } from "#db/queries/seats.ts";
import { inWords } from "./period.ts";
import { asAdmin } from "./require-admin.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.name ?? adminText.bodies) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = asAdmin(await requireActor(args));
  const { id, slug, name, purpose } = (await findBody(db, args.params["slug"] ?? "")) ?? notFound();
  const rows = (await listSeatsWithMembers(db, id, now())).map(({ from, until, memberFrom, memberUntil, ...row }) => ({
    ...row,
    seatPeriod: inWords(from, until),
    memberPeriod: memberFrom === null ? "" : inWords(memberFrom, memberUntil),
    isComing: from > now() || (memberFrom !== null && memberFrom > now()),
  }));
  return { slug, name, purpose, rows };
}

export default function AdminBodyPage() {
  const { slug, name, purpose, rows } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.admin), label: adminText.title }, { href: href(paths.adminBodies), label: adminText.bodies }]} title={name} lead={purpose} />
      <Flow>
        <Section id="zetels" title={adminBodyText.seats}>
          <p className="actions">
            <ButtonLink href={href(paths.adminSeats, { slug })}>{adminBodyText.addSeat}</ButtonLink>
            <ButtonLink href={href(paths.adminBodyEdit, { slug })} secondary>
              {adminBodyText.edit}
            </ButtonLink>
            {rows.length > 0 && (
              <ButtonLink href={href(paths.adminMemberships, { slug })} secondary>
                {adminBodyText.addMember}
              </ButtonLink>
            )}
          </p>
          {rows.length === 0 ? (
            <p className="muted">{adminBodyText.noSeats}</p>
          ) : (
            <DataTable
              caption={adminBodyText.caption}
              head={[adminBodyText.organisation, adminBodyText.right, adminBodyText.seatPeriod, adminBodyText.member, adminBodyText.memberPeriod, adminBodyText.actions]}
              rows={rows.map((row) => ({
                key: row.membershipId ?? row.seatId,
                cells: [
                  row.organisation,
                  row.isVoting === 1 ? adminBodyText.votes : adminBodyText.advises,
                  row.seatPeriod,
                  row.person === null || row.role === null ? adminBodyText.nobody : `${bodyText.member(row.person, roleText[row.role])} ${row.email ?? ""}`,
                  row.isComing && row.memberPeriod !== "" ? `${row.memberPeriod} (${adminBodyText.coming})` : row.memberPeriod,
                  <details key="einde">
                    <summary>
                      {adminBodyText.end}
                      <span className="vh">{`: ${[row.organisation, row.person].filter(Boolean).join(", ")}`}</span>
                    </summary>
                    <div className="stack">
                      {row.membershipId !== null && <ActionForm action={href(paths.adminMembershipEnd, { slug, membershipId: row.membershipId })} label={adminBodyText.endMember} secondary describe={row.person ?? ""} />}
                      <ActionForm action={href(paths.adminSeatEnd, { slug, seatId: row.seatId })} label={adminBodyText.endSeat} secondary describe={row.organisation} />
                    </div>
                  </details>,
                ],
              }))}
            />
          )}
        </Section>
      </Flow>
    </>
  );
}
