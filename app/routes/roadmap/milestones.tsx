import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { addMilestone } from "#app/commands/roadmap/add-milestone.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { milestoneForm } from "#app/platform/schemas/portfolio.ts";
import { pageTitle } from "#app/text/format.ts";
import { roadmapFormText, roadmapRefusalText, roadmapText } from "#app/text/roadmap.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findRoadmapItem } from "#db/queries/roadmap.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(roadmapFormText.milestoneTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const item = (await findRoadmapItem(db, actor, args.params["number"] ?? "")) ?? notFound();
  if (!may(actor, "roadmap.change", { bodyId: item.bodyId })) return forbidden();
  return { number: item.number, name: item.title };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const form = await readForm(args.request, milestoneForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const added = await addMilestone(context, { number, title: form.values.title, dueOn: form.values.dueOn as Day });
  if (added.ok) return redirect(`${href(paths.roadmapItem, { number })}#mijlpalen`, await withNotice("milestone-added"));
  if (added.refusal === "not-found") return notFound();
  if (added.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: roadmapRefusalText[added.refusal] }, 409);
}

export default function MilestonesPage() {
  const { number, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? {}, problems);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.roadmap), label: roadmapText.title }, { href: href(paths.roadmapItem, { number }), label: name }]} kicker={number} title={roadmapFormText.milestoneTitle} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ title: roadmapFormText.milestoneName, dueOn: roadmapFormText.milestoneDue }} />
        <PageForm>
          <TextField {...field("title")} label={roadmapFormText.milestoneName} required maxLength={150} />
          <TextField {...field("dueOn")} label={roadmapFormText.milestoneDue} required type="date" />
          <Button>{roadmapFormText.milestoneAdd}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
