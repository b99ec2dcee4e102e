import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { blocksText } from "#app/text/building-blocks.ts";
import { pageTitle } from "#app/text/format.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listAreas, listBlocks } from "#db/queries/building-blocks.ts";
import { listComponents } from "#db/queries/needs.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(blocksText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await visitor(args);
  const components = await listComponents(db);
  const component = components.find(({ slug }) => slug === new URL(args.request.url).searchParams.get("onderdeel"))?.slug ?? "";
  const blocks = (await listBlocks(db)).filter((block) => component === "" || block.components.includes(component));
  return { component, components, areas: await listAreas(db), blocks: blocks.map(({ slug, title, statement, areas }) => ({ slug, title, statement, areas })) };
}

export default function BuildingBlocksPage() {
  const { component, components, areas, blocks } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={blocksText.title} lead={blocksText.lead} />
      <Flow>
        <form method="get" className="filter">
          <SelectField name="onderdeel" label={blocksText.component} value={component} options={[{ value: "", label: blocksText.all }, ...components.map(({ slug, name }) => ({ value: slug, label: name }))]} />
          <Button secondary>{blocksText.show}</Button>
        </form>
        <p role="status">{blocksText.found(blocks.length)}</p>
        {blocks.length === 0 ? (
          <Empty title={blocksText.empty} action={<a href={href(paths.buildingBlocks)}>{blocksText.emptyAction}</a>} />
        ) : (
          <form method="get" action={href(paths.noteComposer)} className="flow" aria-label={blocksText.filter}>
            {areas.map((area) => {
              const own = blocks.filter(({ areas: places }) => places[0] === area.slug);
              if (own.length === 0) return null;
              return (
                <Section key={area.slug} id={area.slug} title={area.name} aside={<span className="muted">{blocksText.found(own.length)}</span>}>
                  <ul className="rows">
                    {own.map((block) => (
                      <li key={block.slug}>
                        <div>
                          <h3>
                            <a href={href(paths.buildingBlock, { slug: block.slug })}>{block.title}</a>
                          </h3>
                          <p>{block.statement}</p>
                        </div>
                        <label className="tick">
                          <input type="checkbox" name="b" value={block.slug} />
                          <span className="vh">{blocksText.choose(block.title)}</span>
                        </label>
                      </li>
                    ))}
                  </ul>
                </Section>
              );
            })}
            <Button>{blocksText.compose}</Button>
          </form>
        )}
      </Flow>
    </>
  );
}
