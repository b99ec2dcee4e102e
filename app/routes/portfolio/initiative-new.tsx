import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { createInitiative } from "#app/commands/portfolio/create-initiative.ts";
import { may } from "#app/domain/access/policy.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { initiativeForm } from "#app/platform/schemas/portfolio.ts";
import { pageTitle } from "#app/text/format.ts";
import { initiativeFormText, portfolioRefusalText, portfolioText } from "#app/text/portfolio.ts";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { InitiativeForm } from "#app/ui/portfolio/initiative-form.tsx";
import { listComponents } from "#db/queries/needs.ts";
import { findPortfolioBody, listReadyProposals } from "#db/queries/portfolio-writes.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(initiativeFormText.titleNew) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const body = await findPortfolioBody(db);
  if (body === null || !may(actor, "initiative.create", { bodyId: body.id })) return forbidden();
  const ready = await listReadyProposals(db, actor, dutchDay(now()), null);
  return { components: await listComponents(db), ready: ready.map(({ number, title }) => ({ number, title })) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const form = await readForm(args.request, initiativeForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const { publicTitle, publicSummary, ...values } = form.values;
  const made = await createInitiative(context, { ...values, publicTitle: publicTitle || null, publicSummary: publicSummary || null });
  if (made.ok) return redirect(href(paths.initiative, { number: made.value.number }), await withNotice("initiative-created"));
  if (made.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: portfolioRefusalText[made.refusal] }, 409);
}

export default function NewInitiativePage() {
  const { components, ready } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.portfolio), label: portfolioText.title }]} title={initiativeFormText.titleNew} lead={initiativeFormText.lead} />
      <Flow>
        <InitiativeForm components={components} ready={ready} entered={answer?.entered ?? { approach: "optimalisatie" }} problems={answer?.problems ?? {}} refusal={answer?.refusal ?? null} />
      </Flow>
    </>
  );
}
