import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { ADOPTION_STATES } from "#app/domain/municipalities/adoption.ts";
import { PROVINCES } from "#app/domain/municipalities/provinces.ts";
import { href, paths } from "#app/paths.ts";
import { number, pageTitle } from "#app/text/format.ts";
import { adoptionText, municipalitiesText } from "#app/text/municipalities.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField, TextField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { AdoptionTable } from "#app/ui/municipalities/adoption-table.tsx";
import { TileMap } from "#app/ui/municipalities/tile-map.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { countMunicipalities, listAdoptionOf, listMunicipalities, listTiles } from "#db/queries/municipalities.ts";
import { adoptionFigures } from "./adoption-figures.ts";
import { Tag } from "#app/ui/tag.tsx";

const PAGE_SIZE = 50;

export const meta: MetaFunction = () => [{ title: pageTitle(municipalitiesText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = await visitor(args);
  const query = new URL(args.request.url).searchParams;
  const { gains, ...figures } = await adoptionFigures(db, now());
  const component = figures.rows.find(({ slug }) => slug === query.get("onderdeel")) ?? figures.rows[0];
  const choice = { q: (query.get("q") ?? "").slice(0, 100), provincie: PROVINCES.find((one) => one === query.get("provincie")) ?? "", onderdeel: component?.slug ?? "", stand: ADOPTION_STATES.find((one) => one === query.get("stand")) ?? "" };
  const filter = { q: choice.q || undefined, province: choice.provincie || undefined, component: choice.onderdeel || undefined, state: ADOPTION_STATES.find((one) => one === choice.stand), gains };
  const gainOf = (id: string, slug: string) => gains.find((gain) => gain.municipalityId === id && gain.component === slug)?.to;
  const { municipalities, next } = await listMunicipalities(db, filter, { after: query.get("na"), size: PAGE_SIZE });
  const states = await listAdoptionOf(db, municipalities.map(({ id }) => id));
  const stateOf = (id: string, slug: string) => gainOf(id, slug) ?? states.find((one) => one.organisationId === id && one.component === slug)?.state ?? "niet";
  return {
    figures,
    choice,
    componentName: component?.name ?? "",
    tiles: (await listTiles(db, choice.onderdeel)).map(({ id, ...tile }) => ({ ...tile, state: gainOf(id, choice.onderdeel) ?? tile.state })),
    total: await countMunicipalities(db, filter),
    next: next === null ? null : href(paths.municipalities, { ...choice, na: next }),
    previous: query.has("na") ? href(paths.municipalities, choice) : null,
    rows: municipalities.map(({ id, code, name, province, inhabitants }) => ({ code, name, province, inhabitants, states: figures.rows.map(({ slug }) => stateOf(id, slug)) })),
  };
}

export default function MunicipalitiesPage() {
  const { figures, choice, componentName, tiles, total, next, previous, rows } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={municipalitiesText.title} lead={municipalitiesText.lead} />
      <Flow>
        <Section id="voortgang" title={municipalitiesText.progress} aside={figures.isFictional && <Tag tone="amber">{municipalitiesText.fictional}</Tag>}>
          {figures.isFictional && <p>{municipalitiesText.fictionalNote}</p>}
          <AdoptionTable rows={figures.rows} />
        </Section>
        <form method="get" className="filter" role="search" aria-label={municipalitiesText.filter}>
          <TextField name="q" label={municipalitiesText.name} value={choice.q} type="search" />
          <SelectField name="provincie" label={municipalitiesText.province} value={choice.provincie} options={[{ value: "", label: municipalitiesText.all }, ...PROVINCES.map((value) => ({ value, label: value }))]} />
          <SelectField name="onderdeel" label={municipalitiesText.component} value={choice.onderdeel} options={figures.rows.map(({ slug, name }) => ({ value: slug, label: name }))} />
          <SelectField name="stand" label={municipalitiesText.state} value={choice.stand} options={[{ value: "", label: municipalitiesText.all }, ...ADOPTION_STATES.map((value) => ({ value, label: adoptionText[value] }))]} />
          <Button secondary>{municipalitiesText.show}</Button>
        </form>
        <Section id="lijst" title={municipalitiesText.list}>
          <p role="status">{municipalitiesText.found(total)}</p>
          {rows.length === 0 ? (
            <Empty title={municipalitiesText.empty} action={<a href={href(paths.municipalities)}>{municipalitiesText.emptyAction}</a>} />
          ) : (
            <DataTable
              caption={municipalitiesText.caption}
              head={[municipalitiesText.municipality, municipalitiesText.province, ...figures.rows.map(({ name }) => name)]}
              rows={rows.map((row) => ({
                key: row.code,
                cells: [
                  <a key="naam" href={href(paths.municipality, { code: row.code })}>
                    {row.name}
                  </a>,
                  row.inhabitants === null ? row.province : `${row.province}, ${number(row.inhabitants)}`,
                  ...row.states.map((state) => adoptionText[state]),
                ],
              }))}
            />
          )}
          <Pager previous={previous} next={next} />
        </Section>
        <Section id="kaart" title={municipalitiesText.map(componentName)}>
          <p>{municipalitiesText.mapNote}</p>
          <TileMap component={componentName} tiles={tiles} />
        </Section>
        <p className="small muted">{municipalitiesText.source}</p>
      </Flow>
    </>
  );
}
