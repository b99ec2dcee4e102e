import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { changeScenario } from "#app/commands/portfolio/save-scenario.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { scenarioForm, wishesIn } from "#app/platform/schemas/portfolio-scores.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { scenarioRefusalText, scenarioText } from "#app/text/portfolio-scores.ts";
import { portfolioText } from "#app/text/portfolio.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { ScenarioForm } from "#app/ui/portfolio/scenario-form.tsx";
import { ScenarioTable } from "#app/ui/portfolio/scenario-table.tsx";
import { LoadTable } from "#app/ui/roadmap/load-table.tsx";
import { findScenario } from "#db/queries/scenarios.ts";
import { chooseWith, loadRanking } from "./load-ranking.ts";
import { columnOf } from "./load-scenarios.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.title ?? scenarioText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const ranking = await loadRanking(context);
  const scenario = (await findScenario(context.db, args.params["id"] ?? "")) ?? notFound();
  const { id, title, note, author, updatedAt, wishes, createdBy } = scenario;
  const own = { bodyId: scenario.bodyId, authorIds: [createdBy] };
  return {
    id, title, note, seen: updatedAt, about: scenarioText.changedBy(author, date(updatedAt)),
    columns: [columnOf(ranking, { id: null, title: scenarioText.base, wishes: new Map() }), columnOf(ranking, scenario)],
    load: chooseWith(ranking, wishes).load,
    initiatives: ranking.candidates.map(({ number, title: name }) => ({ number, title: name })),
    entered: { title, note, ...Object.fromEntries([...wishes].flatMap(([number, { stance, shift }]) => [[`volgorde-${number}`, stance], [`schuif-${number}`, String(shift)]])) } as Record<string, string>,
    may: { change: may(context.actor, "scenario.change", own), remove: may(context.actor, "scenario.delete", own) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;
  const numbers = (await loadRanking(context)).candidates.map(({ number }) => number);
  const form = await readForm(args.request, scenarioForm(numbers));
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const changed = await changeScenario(context, { id, title: form.values.title, note: form.values.note, wishes: wishesIn(form.entered, numbers), seen: form.values.seen as Instant });
  if (changed.ok) return redirect(href(paths.scenario, { id }), await withNotice("scenario-saved"));
  if (changed.refusal === "not-found") return notFound();
  if (changed.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: scenarioRefusalText[changed.refusal] }, 409);
}

export default function ScenarioPage() {
  const { id, title, note, about, columns, load, initiatives, entered, seen, may: allowed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.portfolio), label: portfolioText.title }, { href: href(paths.scenarios), label: scenarioText.title }]} kicker={about} title={title} lead={note === "" ? undefined : note} />
      <Flow>
        <Section id="past" title={scenarioText.result}>
          <ScenarioTable columns={columns} initiatives={initiatives} />
          <LoadTable load={load} />
        </Section>
        {allowed.change && (
          <Section id="keuzes" title={scenarioText.change} aside={allowed.remove && <ActionForm action={href(paths.scenarioDisposal, { id })} label={scenarioText.remove} secondary />}>
            <ScenarioForm initiatives={initiatives} entered={answer?.entered ?? entered} problems={answer?.problems ?? {}} refusal={answer?.refusal ?? null} seen={seen} />
          </Section>
        )}
      </Flow>
    </>
  );
}
