import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { setAdoption } from "#app/commands/municipalities/set-adoption.ts";
import { may } from "#app/domain/access/policy.ts";
import { ADOPTION_STATES } from "#app/domain/municipalities/adoption.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle } from "#app/text/format.ts";
import { adoptionFormText, adoptionRefusalText, adoptionText, municipalitiesText } from "#app/text/municipalities.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findMunicipality, listAdoptionOf } from "#db/queries/municipalities.ts";
import { listComponents } from "#db/queries/needs.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(adoptionFormText.title) }];

const noteOf = (slug: string): string => `toelichting-${slug}`;

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const { id, code, name } = (await findMunicipality(db, args.params["code"] ?? "")) ?? notFound();
  if (!may(actor, "adoption.set", { organisationId: id })) return forbidden();
  const said = await listAdoptionOf(db, [id]);
  const components = (await listComponents(db)).map(({ slug, name: label }) => ({ slug, label }));
  const entered = Object.fromEntries(
    components.flatMap(({ slug }) => {
      const one = said.find(({ component }) => component === slug);
      return [[slug, one?.state ?? "niet"], [noteOf(slug), one?.note ?? ""]];
    }),
  );
  return { code, name, components, entered };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { code = "" } = args.params;
  const components = await listComponents(context.db);
  const state = z.enum(ADOPTION_STATES);
  const note = z.string().max(500, "too-long");
  const form = await readForm(args.request, z.object(Object.fromEntries(components.flatMap(({ slug }): [string, z.ZodType<string>][] => [[slug, state], [noteOf(slug), note]]))));
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const states = components.map(({ slug }) => ({ component: slug, state: state.parse(form.values[slug]), note: form.values[noteOf(slug)] ?? "" }));
  const set = await setAdoption(context, { code, states });
  if (set.ok) return redirect(href(paths.municipality, { code }), await withNotice("adoption-set"));
  if (set.refusal === "not-found") return notFound();
  if (set.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: adoptionRefusalText[set.refusal] }, 409);
}

export default function AdoptionPage() {
  const { code, name, components, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? entered, problems);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.municipalities), label: municipalitiesText.title }, { href: href(paths.municipality, { code }), label: name }]} title={adoptionFormText.title} lead={adoptionFormText.lead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={Object.fromEntries(components.flatMap(({ slug, label }) => [[slug, label], [noteOf(slug), adoptionFormText.note(label)]]))} />
        <PageForm>
          {components.map(({ slug, label }) => (
            <div key={slug} className="stack">
              <SelectField {...field(slug)} label={label} options={ADOPTION_STATES.map((value) => ({ value, label: adoptionText[value] }))} />
              <TextField {...field(noteOf(slug))} label={adoptionFormText.note(label)} maxLength={500} />
            </div>
          ))}
          <Button>{adoptionFormText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
