import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { compareMinutes } from "#app/domain/meetings/minutes-comparison.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { dateTime, pageTitle } from "#app/text/format.ts";
import { meetingText } from "#app/text/meetings.ts";
import { versionsText } from "#app/text/minutes.ts";
import { DiffText } from "#app/ui/diff.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { findMinutesVersions, listMinutesVersions } from "#db/queries/minutes-versions.ts";
import { isMemberOf, meetingOf } from "./meeting-page.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(versionsText.title) }];

/** The versions of the minutes and what differs between two of them, for the members of the body; for anybody else there is nothing here. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const meeting = await meetingOf(context, args.params);
  if (!isMemberOf(context, meeting) || meeting.conceptAt === null) notFound();
  const versions = await listMinutesVersions(context.db, meeting.id);
  const query = new URL(args.request.url).searchParams;
  const chosen = (name: string): number | null => versions.find(({ number }) => String(number) === query.get(name))?.number ?? null;
  const to = chosen("naar") ?? versions[0]?.number ?? null;
  const from = chosen("van") ?? (to === null || to === 1 ? null : to - 1);
  const texts = await findMinutesVersions(context.db, meeting.id, [from, to].filter((number) => number !== null));
  const [before, after] = [texts.get(from ?? 0), texts.get(to ?? 0)];
  return {
    ...{ id: meeting.id, name: meeting.title, from, to },
    versions: versions.map(({ number, at, by }, index) => ({ number, line: versionsText.line(by, dateTime(at)), isAdopted: index === 0 && meeting.adoptedAt !== null })),
    changes: before && after ? compareMinutes(before, after) : null,
  };
}

export default function MinutesVersionsPage() {
  const { id, name, from, to, versions, changes } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meeting, { id }), label: name }, { href: href(paths.minutes, { id }), label: meetingText.minutes }]} title={versionsText.title} lead={versionsText.lead} />
      <Flow>
        {versions.length === 0 && <p>{versionsText.none}</p>}
        <ul className="rows">
          {versions.map(({ number, line, isAdopted }) => (
            <li key={number}>
              <div>
                <h2 className="row-title">
                  <a href={`?naar=${number}`} aria-current={number === to ? "page" : undefined}>
                    {versionsText.version(number)}
                  </a>
                </h2>
                <p className="meta">{line}</p>
                {isAdopted && <Tag tone="green">{versionsText.adopted}</Tag>}
              </div>
            </li>
          ))}
        </ul>
        {to !== null && (
          <Section id="verschil" title={from === null ? versionsText.version(to) : versionsText.between(from, to)}>
            {changes === null ? (
              <p>{versionsText.first}</p>
            ) : changes.length === 0 ? (
              <p>{versionsText.same}</p>
            ) : (
              changes.map(({ id: item, title, change, parts }) => (
                <div key={item} className="stack">
                  <h3>{change === "changed" ? title : `${title} (${(change === "added" ? versionsText.added : versionsText.gone).toLowerCase()})`}</h3>
                  <div className="diff kept-text">
                    <DiffText parts={parts} />
                  </div>
                </div>
              ))
            )}
          </Section>
        )}
      </Flow>
    </>
  );
}
