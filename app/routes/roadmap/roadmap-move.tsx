import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { moveRoadmapItem } from "#app/commands/roadmap/move-roadmap-item.ts";
import { may } from "#app/domain/access/policy.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { moveForm } from "#app/platform/schemas/portfolio.ts";
import { pageTitle, quarter as quarterText } from "#app/text/format.ts";
import { currentText } from "#app/text/forms.ts";
import { roadmapFormText, roadmapRefusalText, roadmapText } from "#app/text/roadmap.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { CurrentText } from "#app/ui/current-text.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { PlaceFields } from "#app/ui/roadmap/place-fields.tsx";
import { findRoadmapItem, listRoadmapItems } from "#db/queries/roadmap.ts";
import { findPlan } from "#db/queries/roadmap-plan.ts";
import { offeredQuarters } from "./roadmap-choice.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(roadmapFormText.move) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const item = (await findRoadmapItem(db, actor, args.params["number"] ?? "")) ?? notFound();
  if (!may(actor, "roadmap.change", { bodyId: item.bodyId })) return forbidden();
  const all = await listRoadmapItems(db, actor, {});
  const needed = (await findPlan(db, actor)).pairs.filter(({ itemId }) => itemId === item.id).map(({ needsId }) => needsId);
  const needs = all.filter(({ id }) => needed.includes(id)).map(({ number }) => number);
  const quarters = [...new Set([item.start, item.end, ...offeredQuarters(dutchDay(now()))])].sort();
  return {
    number: item.number,
    name: item.title,
    quarters,
    others: all.filter(({ id }) => id !== item.id).map(({ number, title }) => ({ number, title })),
    seen: { start: item.start, end: item.end, fte: item.fte, dependencies: needs },
    entered: { start: item.start, end: item.end, fte: String(item.fte), dependencies: needs },
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const form = await readForm(args.request, moveForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const moved = await moveRoadmapItem(context, { ...form.values, number, seenDependencies: form.values.seenFte === undefined ? undefined : form.values.seenDependencies });
  if (moved.ok) return redirect(href(paths.roadmapItem, { number }), await withNotice("roadmap-moved"));
  if (moved.refusal === "not-found") return notFound();
  if (moved.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: roadmapRefusalText[moved.refusal] }, 409);
}

export default function RoadmapMovePage() {
  const { number, name, quarters, others, seen, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  const shown = answer?.entered ?? entered;
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.roadmap), label: roadmapText.title }, { href: href(paths.roadmapItem, { number }), label: name }]} kicker={number} title={roadmapFormText.move} lead={roadmapFormText.moveLead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ start: roadmapFormText.start, end: roadmapFormText.end, fte: roadmapFormText.fte, reason: roadmapFormText.reason }} />
        {answer?.refusal && <CurrentText rows={[{ term: roadmapFormText.start, value: quarterText(seen.start) }, { term: roadmapFormText.end, value: quarterText(seen.end) }, { term: roadmapFormText.fte, value: String(seen.fte) }, { term: roadmapFormText.dependencies, value: seen.dependencies.join(", ") || currentText.none }]} />}
        <PageForm>
          <input type="hidden" name="seenStart" value={seen.start} />
          <input type="hidden" name="seenEnd" value={seen.end} />
          <input type="hidden" name="seenFte" value={seen.fte} />
          <input type="hidden" name="seenDependencies" value={seen.dependencies.join(" ")} />
          <PlaceFields quarters={quarters} others={others} entered={shown} problems={problems} />
          <TextField {...fieldsOf(shown, problems)("reason")} label={roadmapFormText.reason} required multiline rows={3} maxLength={1000} />
          <Button>{roadmapFormText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
