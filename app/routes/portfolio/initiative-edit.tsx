import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { changeInitiative } from "#app/commands/portfolio/change-initiative.ts";
import { may } from "#app/domain/access/policy.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { initiativeForm } from "#app/platform/schemas/portfolio.ts";
import { pageTitle } from "#app/text/format.ts";
import { initiativeFormText, portfolioRefusalText, portfolioText } from "#app/text/portfolio.ts";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { InitiativeForm } from "#app/ui/portfolio/initiative-form.tsx";
import { listComponents } from "#db/queries/needs.ts";
import { findInitiative } from "#db/queries/portfolio.ts";
import { initiativeStamp, listProposalsIn, listReadyProposals } from "#db/queries/portfolio-writes.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(initiativeFormText.titleEdit) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const today = dutchDay(now());
  const initiative = (await findInitiative(db, actor, args.params["number"] ?? "", today)) ?? notFound();
  if (!may(actor, "initiative.change", { bodyId: initiative.bodyId })) return forbidden();
  const chosen = await listProposalsIn(db, initiative.id, today, actor);
  const ready = await listReadyProposals(db, actor, today, initiative.id);
  const { number, title, summary, component, approach, costFrom, costTo, publicTitle, publicSummary } = initiative;
  return {
    number, name: title, seen: await initiativeStamp(db, initiative.id),
    components: await listComponents(db),
    ready: ready.map((proposal) => ({ number: proposal.number, title: proposal.title })),
    entered: {
      title, summary, component: component.slug, approach, costFrom: String(costFrom ?? ""), costTo: String(costTo ?? ""), publicTitle: publicTitle ?? "", publicSummary: publicSummary ?? "",
      proposals: chosen.map((proposal) => proposal.number),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const form = await readForm(args.request, initiativeForm.extend({ seen: z.string().max(64, "too-long") }));
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const { publicTitle, publicSummary, seen, ...values } = form.values;
  const changed = await changeInitiative(context, { ...values, number, seen: seen || undefined, publicTitle: publicTitle || null, publicSummary: publicSummary || null });
  if (changed.ok) return redirect(href(paths.initiative, { number }), await withNotice("initiative-changed"));
  if (changed.refusal === "not-found") return notFound();
  if (changed.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: portfolioRefusalText[changed.refusal] }, 409);
}

export default function EditInitiativePage() {
  const { number, name, seen, components, ready, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.portfolio), label: portfolioText.title }, { href: href(paths.initiative, { number }), label: name }]} kicker={number} title={initiativeFormText.titleEdit} />
      <Flow>
        <InitiativeForm components={components} ready={ready} entered={answer?.entered ?? entered} problems={answer?.problems ?? {}} refusal={answer?.refusal ?? null} seen={seen} current={answer?.refusal === portfolioRefusalText["changed-meanwhile"] ? entered : null} />
      </Flow>
    </>
  );
}
