import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { setRoadmapProgress } from "#app/commands/roadmap/set-roadmap-progress.ts";
import { may } from "#app/domain/access/policy.ts";
import { nextProgress } from "#app/domain/roadmap/item.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { progressForm } from "#app/platform/schemas/portfolio.ts";
import { pageTitle } from "#app/text/format.ts";
import { progressText, roadmapFormText, roadmapRefusalText, roadmapText } from "#app/text/roadmap.ts";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findRoadmapItem } from "#db/queries/roadmap.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(roadmapFormText.progress) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const item = (await findRoadmapItem(db, actor, args.params["number"] ?? "")) ?? notFound();
  if (!may(actor, "roadmap.change", { bodyId: item.bodyId })) return forbidden();
  return { number: item.number, name: item.title, now: item.progress, next: nextProgress(item) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const form = await readForm(args.request, progressForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const set = await setRoadmapProgress(context, { ...form.values, number });
  if (set.ok) return redirect(href(paths.roadmapItem, { number }), await withNotice("roadmap-progress"));
  if (set.refusal === "not-found") return notFound();
  if (set.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: roadmapRefusalText[set.refusal] }, 409);
}

export default function RoadmapProgressPage() {
  const { number, name, now, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? {}, problems);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.roadmap), label: roadmapText.title }, { href: href(paths.roadmapItem, { number }), label: name }]} kicker={`${number} · ${progressText[now]}`} title={roadmapFormText.progress} lead={roadmapFormText.progressLead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ to: roadmapFormText.to, note: roadmapFormText.note }} />
        {next.length === 0 ? (
          <p>{roadmapFormText.nothing}</p>
        ) : (
          <PageForm>
            <ChoiceField {...field("to")} label={roadmapFormText.to} options={next.map((value) => ({ value, label: progressText[value] }))} />
            <TextField {...field("note")} label={roadmapFormText.note} required multiline rows={3} maxLength={1000} />
            <Button>{roadmapFormText.save}</Button>
          </PageForm>
        )}
      </Flow>
    </>
  );
}
