import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { moveMilestone } from "#app/commands/roadmap/move-milestone.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { milestoneMoveForm } from "#app/platform/schemas/roadmap-plan.ts";
import { pageTitle } from "#app/text/format.ts";
import { milestoneMoveText, planRefusalText } from "#app/text/roadmap-plan.ts";
import { roadmapText } from "#app/text/roadmap.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findRoadmapItem, listMilestones } from "#db/queries/roadmap.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(milestoneMoveText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const item = (await findRoadmapItem(db, actor, args.params["number"] ?? "")) ?? notFound();
  if (!may(actor, "roadmap.change", { bodyId: item.bodyId })) return forbidden();
  const milestone = (await listMilestones(db, item.id)).find(({ id, reachedOn }) => id === args.params["milestoneId"] && reachedOn === null) ?? notFound();
  return { number: item.number, name: item.title, title: milestone.title, seen: milestone.dueOn };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "", milestoneId = "" } = args.params;
  const form = await readForm(args.request, milestoneMoveForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const moved = await moveMilestone(context, { number, milestoneId, seen: form.values.seen as Day, to: form.values.to as Day, reason: form.values.reason });
  if (moved.ok) return redirect(`${href(paths.roadmapItem, { number })}#mijlpalen`, await withNotice("milestone-moved"));
  if (moved.refusal === "not-found") return notFound();
  if (moved.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: planRefusalText[moved.refusal] }, 409);
}

export default function MilestoneMovePage() {
  const { number, name, title, seen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? { to: seen }, problems);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.roadmap), label: roadmapText.title }, { href: href(paths.roadmapItem, { number }), label: name }]} kicker={title} title={milestoneMoveText.title} lead={milestoneMoveText.lead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ to: milestoneMoveText.to, reason: milestoneMoveText.reason }} />
        <PageForm>
          <input type="hidden" name="seen" value={seen} />
          <TextField {...field("to")} label={milestoneMoveText.to} required type="date" />
          <TextField {...field("reason")} label={milestoneMoveText.reason} required multiline rows={3} maxLength={1000} />
          <Button>{milestoneMoveText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
