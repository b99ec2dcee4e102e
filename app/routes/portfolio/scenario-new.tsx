import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { saveScenario } from "#app/commands/portfolio/save-scenario.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { scenarioForm, wishesIn } from "#app/platform/schemas/portfolio-scores.ts";
import { pageTitle } from "#app/text/format.ts";
import { scenarioRefusalText, scenarioText } from "#app/text/portfolio-scores.ts";
import { portfolioText } from "#app/text/portfolio.ts";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { ScenarioForm } from "#app/ui/portfolio/scenario-form.tsx";
import { loadRanking } from "./load-ranking.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(scenarioText.create) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { candidates } = await loadRanking(context);
  return { initiatives: candidates.map(({ number, title }) => ({ number, title })) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const numbers = (await loadRanking(context)).candidates.map(({ number }) => number);
  const form = await readForm(args.request, scenarioForm(numbers));
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const saved = await saveScenario(context, { title: form.values.title, note: form.values.note, wishes: wishesIn(form.entered, numbers) });
  if (saved.ok) return redirect(href(paths.scenario, { id: saved.value.id }), await withNotice("scenario-saved"));
  if (saved.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: scenarioRefusalText[saved.refusal] }, 409);
}

export default function NewScenarioPage() {
  const { initiatives } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.portfolio), label: portfolioText.title }, { href: href(paths.scenarios), label: scenarioText.title }]} title={scenarioText.create} lead={scenarioText.lead} />
      <Flow>
        <ScenarioForm initiatives={initiatives} entered={answer?.entered ?? {}} problems={answer?.problems ?? {}} refusal={answer?.refusal ?? null} seen="" />
      </Flow>
    </>
  );
}
