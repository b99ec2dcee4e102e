import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { adminText, rightsText } from "#app/text/admin.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { listRights } from "#db/queries/rights.ts";
import { asAdmin } from "./require-admin.ts";
import { rightCells, RIGHTS_HEAD } from "./right-cells.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(rightsText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = asAdmin(await requireActor(args));
  const moment = now();
  return { moment, rows: (await listRights(db, moment)).map((right) => ({ key: right.id, cells: rightCells(right) })) };
}

const DATES = [RIGHTS_HEAD.indexOf(rightsText.since), RIGHTS_HEAD.indexOf(rightsText.until)];

export default function RightsPage() {
  const { moment, rows } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.admin), label: adminText.title }]} title={rightsText.title} lead={rightsText.lead} />
      <Flow>
        <p>{rightsText.moment(date(moment))}</p>
        <p className="actions">
          <a href={href(paths.adminRightsCsv)}>{rightsText.csv}</a>
        </p>
        <DataTable caption={rightsText.caption} head={RIGHTS_HEAD} rows={rows.map(({ key, cells }) => ({ key, cells: cells.map((cell, place) => (DATES.includes(place) ? <span className="nowrap">{cell}</span> : cell)) }))} />
        <p className="small muted">{rightsText.source}</p>
      </Flow>
    </>
  );
}
