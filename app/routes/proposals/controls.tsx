import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { controlSlug } from "#app/domain/proposals/control.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle } from "#app/text/format.ts";
import { listText } from "#app/text/proposals.ts";
import { controlText } from "#app/text/traces.ts";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { listControls } from "#db/queries/controls.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(controlText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await visitor(args);
  const controls = await listControls(db, actor);
  const norms = [...new Set(controls.map(controlText.norm))];
  return {
    norms: norms.map((norm) => ({
      norm,
      slug: norm.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
      controls: controls.filter((control) => controlText.norm(control) === norm).map((control) => ({ name: `${control.framework} ${control.number}`, address: href(paths.control, { control: controlSlug(control) }), title: control.title, proposals: control.proposals, blocks: control.blocks })),
    })),
  };
}

export default function ControlsPage() {
  const { norms } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.proposals), label: listText.title }]} title={controlText.title} lead={controlText.lead} />
      <Flow>
        {norms.map(({ norm, slug, controls }) => (
          <Section key={norm} id={slug} title={norm}>
            <DataTable
              caption={norm}
              head={controlText.head}
              rows={controls.map(({ name, address, title, proposals, blocks }) => ({
                key: name,
                cells: [
                  <a key="name" href={address}>
                    {name}
                  </a>,
                  title,
                  proposals,
                  blocks,
                ],
              }))}
            />
          </Section>
        ))}
      </Flow>
    </>
  );
}
