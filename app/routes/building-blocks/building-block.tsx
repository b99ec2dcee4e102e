import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { blocksText, blockText } from "#app/text/building-blocks.ts";
import { pageTitle } from "#app/text/format.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Fields } from "#app/ui/fields.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { NextStep } from "#app/ui/next-step.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listAreas, listBlocks } from "#db/queries/building-blocks.ts";
import { listComponents } from "#db/queries/needs.ts";
import { noteAddress } from "./note-choice.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.title ?? blocksText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await visitor(args);
  const [block = notFound()] = await listBlocks(db, [args.params["slug"] ?? ""]);
  const names = new Map([...(await listAreas(db)), ...(await listComponents(db))].map(({ slug, name }) => [slug, name]));
  const named = (slugs: readonly string[]): string => slugs.map((slug) => names.get(slug) ?? slug).join(", ");
  const { code, slug, title, statement, explanation, areas, components, controls } = block;
  return { code, title, statement, explanation, areas: named(areas), components: named(components), controls, compose: noteAddress(paths.noteComposer, { slugs: [slug], organisation: "", adapted: {} }) };
}

export default function BuildingBlockPage() {
  const { code, title, statement, explanation, areas, components, controls, compose } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.buildingBlocks), label: blocksText.title }]} kicker={code} title={title} />
      <Flow>
        <Section id="tekst" title={blockText.statement}>
          <Fields
            rows={[
              { term: blockText.statement, value: <p>{statement}</p>, emphasis: true },
              { term: blockText.explanation, value: explanation },
              { term: blockText.areas, value: areas },
              { term: blockText.components, value: components },
              ...(controls.length === 0
                ? []
                : [
                    {
                      term: blockText.controls,
                      value: (
                        <>
                          <ul>
                            {controls.map((control) => (
                              <li key={control.name}>
                                <a href={href(paths.control, { control: control.name.toLowerCase().replace(" ", "-") })}>{control.name}</a>
                                {[` ${control.title}`, control.mapsTo].filter((part) => part !== null).join(" · ")}
                              </li>
                            ))}
                          </ul>
                          <p className="small muted">{blockText.controlsNote}</p>
                        </>
                      ),
                    },
                  ]),
            ]}
          />
        </Section>
        <NextStep title={blockText.compose} action={<ButtonLink href={compose}>{blockText.compose}</ButtonLink>}>
          {blockText.composeWhy}
        </NextStep>
        <p>
          <a href={href(paths.buildingBlocks)}>{blockText.more}</a>
        </p>
      </Flow>
    </>
  );
}
