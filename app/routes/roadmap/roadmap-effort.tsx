import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { setEffort } from "#app/commands/roadmap/set-effort.ts";
import { may } from "#app/domain/access/policy.ts";
import { effortsOf } from "#app/domain/roadmap/load.ts";
import { quartersFrom } from "#app/domain/roadmap/quarter.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle, quarter as quarterText } from "#app/text/format.ts";
import { effortText, planRefusalText } from "#app/text/roadmap-plan.ts";
import { roadmapFormText, roadmapText } from "#app/text/roadmap.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageForm } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { SeenField, seenOf } from "#app/ui/seen-field.tsx";
import { findPlan } from "#db/queries/roadmap-plan.ts";
import { findRoadmapItem } from "#db/queries/roadmap.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(effortText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const item = (await findRoadmapItem(db, actor, args.params["number"] ?? "")) ?? notFound();
  if (!may(actor, "roadmap.change", { bodyId: item.bodyId })) return forbidden();
  const efforts = effortsOf({ ...item, efforts: (await findPlan(db, actor)).efforts.get(item.id) });
  const quarters = quartersFrom(item.start, item.end);
  return { number: item.number, name: item.title, quarters, entered: Object.fromEntries(quarters.map((quarter, place) => [quarter, String(efforts[place] ?? item.fte)])) as Record<string, string> };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const item = (await findRoadmapItem(context.db, context.actor, number)) ?? notFound();
  const quarters = quartersFrom(item.start, item.end);
  const form = await readForm(args.request, z.object(Object.fromEntries(quarters.flatMap((one) => [[one, z.string().regex(/^\d{1,3}$/, "not-a-number")], [seenOf(one), z.string().regex(/^\d{0,3}$/, "not-a-number")]]))));
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const { values } = form;
  const seen = quarters.every((quarter) => values[seenOf(quarter)]) ? new Map(quarters.map((quarter) => [quarter, Number(values[seenOf(quarter)])])) : null;
  const set = await setEffort(context, { number, efforts: new Map(quarters.map((quarter) => [quarter, Number(values[quarter])])), ...(seen && { seen }) });
  if (set.ok) return redirect(href(paths.roadmapItem, { number }), await withNotice("effort-set"));
  if (set.refusal === "not-found") return notFound();
  if (set.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: planRefusalText[set.refusal] }, 409);
}

export default function RoadmapEffortPage() {
  const { number, name, quarters, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, undefined>> = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? entered, problems);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.roadmap), label: roadmapText.title }, { href: href(paths.roadmapItem, { number }), label: name }]} kicker={number} title={effortText.title} lead={effortText.lead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={Object.fromEntries(quarters.map((one) => [one, quarterText(one)]))} />
        <PageForm>
          <div className="field-grid counts">
            {quarters.map((one) => (
              <SeenField key={one} {...field(one)} label={quarterText(one)} now={entered[one] ?? ""} told={answer?.refusal ? roadmapFormText.capacityNow : null} />
            ))}
          </div>
          <Button>{effortText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
