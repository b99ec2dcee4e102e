import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { phasesStamp, planPhases } from "#app/commands/roadmap/plan-phases.ts";
import { may } from "#app/domain/access/policy.ts";
import { MOST_PHASES } from "#app/domain/roadmap/phase.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { phasesForm, phasesIn } from "#app/platform/schemas/roadmap-plan.ts";
import { pageTitle } from "#app/text/format.ts";
import { phasesFormText, phasesText, planRefusalText } from "#app/text/roadmap-plan.ts";
import { roadmapText } from "#app/text/roadmap.ts";
import { Button } from "#app/ui/button.tsx";
import { Fieldset } from "#app/ui/form-parts.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { CurrentText } from "#app/ui/current-text.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listPhases } from "#db/queries/roadmap-plan.ts";
import { findRoadmapItem } from "#db/queries/roadmap.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(phasesText.edit) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const item = (await findRoadmapItem(db, actor, args.params["number"] ?? "")) ?? notFound();
  if (!may(actor, "roadmap.change", { bodyId: item.bodyId })) return forbidden();
  const phases = await listPhases(db, item.id);
  const [passed, open] = [phases.filter(({ passedOn }) => passedOn !== null), phases.filter(({ passedOn }) => passedOn === null)];
  const entered = Object.fromEntries(open.flatMap(({ title, quarters, gate }, index) => [[`naam-${index + 1}`, title], [`kwartalen-${index + 1}`, String(quarters)], [`moment-${index + 1}`, gate]]));
  return { number: item.number, name: item.title, seen: phasesStamp(open), current: open.map(({ title, quarters, gate }) => ({ title, quarters, gate })), passed: passed.length, filled: open.length, entered: entered as Record<string, string> };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const form = await readForm(args.request, phasesForm.extend({ seen: z.string().max(64, "too-long") }));
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const planned = await planPhases(context, { number, passed: form.values.passed, phases: phasesIn(form.entered), seen: form.values.seen || undefined });
  if (planned.ok) return redirect(`${href(paths.roadmapItem, { number })}#fasen`, await withNotice("phases-planned"));
  if (planned.refusal === "not-found") return notFound();
  if (planned.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: planRefusalText[planned.refusal] }, 409);
}

export default function PhasesPage() {
  const { number, name, seen, current, passed, filled, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, undefined>> = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? entered, problems);
  const rows = Array.from({ length: MOST_PHASES }, (_, index) => index + 1).filter((row) => row <= filled + 2 || field(`naam-${row}`).value !== "");
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.roadmap), label: roadmapText.title }, { href: href(paths.roadmapItem, { number }), label: name }]} kicker={number} title={phasesText.edit} lead={phasesFormText.lead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={Object.fromEntries(rows.map((row) => [`kwartalen-${row}`, `${phasesFormText.row(row)}: ${phasesFormText.length}`]))} />
        {answer?.refusal === planRefusalText["plan-changed"] && <CurrentText rows={current.map(({ title, quarters, gate }, index) => ({ term: phasesFormText.row(passed + index + 1), value: [title, `${phasesFormText.length}: ${quarters}`, gate].filter((part) => part !== "").join(" · ") }))} />}
        <PageForm>
          <input type="hidden" name="passed" value={passed} />
          <input type="hidden" name="seen" value={seen} />
          {rows.map((row) => (
            <Fieldset key={row} legend={phasesFormText.row(passed + row)}>
              <div className="stack">
                <TextField {...field(`naam-${row}`)} label={phasesFormText.name} hint={row > filled ? undefined : phasesFormText.emptyRow} maxLength={100} />
                <TextField {...field(`kwartalen-${row}`)} label={phasesFormText.length} maxLength={2} />
                <TextField {...field(`moment-${row}`)} label={phasesFormText.gate} hint={phasesFormText.gateHint} maxLength={300} />
              </div>
            </Fieldset>
          ))}
          <Button>{phasesFormText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
