import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { proposeRoadmapItem } from "#app/commands/roadmap/propose-roadmap-item.ts";
import { may } from "#app/domain/access/policy.ts";
import { plusQuarters, quarterOf } from "#app/domain/roadmap/quarter.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { placeForm } from "#app/platform/schemas/portfolio.ts";
import { pageTitle } from "#app/text/format.ts";
import { portfolioText } from "#app/text/portfolio.ts";
import { roadmapFormText, roadmapRefusalText, roadmapText } from "#app/text/roadmap.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { LoadTable } from "#app/ui/roadmap/load-table.tsx";
import { PlaceFields } from "#app/ui/roadmap/place-fields.tsx";
import { findInitiative } from "#db/queries/portfolio.ts";
import { listRoadmapItems } from "#db/queries/roadmap.ts";
import { loadFor, offeredQuarters } from "./roadmap-choice.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(roadmapFormText.place) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { db, actor, now } = context;
  const today = dutchDay(now());
  const initiative = (await findInitiative(db, actor, args.params["number"] ?? "", today)) ?? notFound();
  if (!may(actor, "roadmap.propose", { bodyId: initiative.bodyId })) return forbidden();
  const next = plusQuarters(quarterOf(today), 1);
  return {
    number: initiative.number,
    name: initiative.title,
    quarters: offeredQuarters(today),
    others: (await listRoadmapItems(db, actor, {})).map(({ number, title }) => ({ number, title })),
    load: await loadFor(context),
    entered: { start: next, end: plusQuarters(next, 1), fte: "1" },
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const form = await readForm(args.request, placeForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const placed = await proposeRoadmapItem(context, { ...form.values, initiative: number });
  if (placed.ok) return redirect(href(paths.initiative, { number }), await withNotice("roadmap-proposed"));
  if (placed.refusal === "not-found") return notFound();
  if (placed.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: roadmapRefusalText[placed.refusal] }, 409);
}

export default function RoadmapPlacePage() {
  const { number, name, quarters, others, load, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.portfolio), label: portfolioText.title }, { href: href(paths.initiative, { number }), label: name }]} kicker={number} title={roadmapFormText.place} lead={roadmapFormText.placeLead} />
      <Flow>
        <Section id="nu" title={roadmapText.load}>
          <LoadTable load={load} />
        </Section>
        <Section id="plaats" title={roadmapText.quarters}>
          <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ start: roadmapFormText.start, end: roadmapFormText.end, fte: roadmapFormText.fte }} />
          <PageForm>
            <PlaceFields quarters={quarters} others={others} entered={answer?.entered ?? entered} problems={problems} />
            <Button>{roadmapFormText.place}</Button>
          </PageForm>
        </Section>
      </Flow>
    </>
  );
}
