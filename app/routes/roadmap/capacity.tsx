import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { setCapacity } from "#app/commands/roadmap/set-capacity.ts";
import { may } from "#app/domain/access/policy.ts";
import { plusQuarters, quarterOf } from "#app/domain/roadmap/quarter.ts";
import { accept } from "#app/domain/shared/result.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle, quarter as quarterText } from "#app/text/format.ts";
import { portfolioText } from "#app/text/portfolio.ts";
import { roadmapFormText, roadmapRefusalText } from "#app/text/roadmap.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { SeenField, seenOf } from "#app/ui/seen-field.tsx";
import { findPortfolioBody } from "#db/queries/portfolio-writes.ts";
import { listCapacity } from "#db/queries/roadmap.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(roadmapFormText.capacity) }];

/** This quarter and the eleven after it. */
const quartersFor = (day: string): string[] => Array.from({ length: 12 }, (_, index) => plusQuarters(quarterOf(day), index));

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const body = await findPortfolioBody(db);
  if (body === null || !may(actor, "capacity.set", { bodyId: body.id })) return forbidden();
  const known = await listCapacity(db);
  const quarters = quartersFor(dutchDay(now()));
  return { quarters, entered: Object.fromEntries(quarters.map((one) => [one, String(known.get(one) ?? "")])) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const quarters = quartersFor(dutchDay(context.now()));
  const amount = z.string().regex(/^\d{0,3}$/, "not-a-number");
  const shape = Object.fromEntries(quarters.flatMap((one) => [[one, amount], [seenOf(one), amount]]));
  const form = await readForm(args.request, z.object(shape));
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const numberIn = (field: string): number | null => (form.values[field] ? Number(form.values[field]) : null);
  // Only what somebody changed is written: the rest may be another's.
  const changed = quarters.map((quarter) => ({ quarter, fte: numberIn(quarter), seen: numberIn(seenOf(quarter)) })).filter(({ fte, seen }) => fte !== seen);
  const set = changed.length === 0 ? accept(true) : await setCapacity(context, changed);
  if (set.ok) return redirect(href(paths.portfolio), await withNotice("capacity-set"));
  if (set.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: roadmapRefusalText[set.refusal] }, 409);
}

export default function CapacityPage() {
  const { quarters, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? entered, problems);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.portfolio), label: portfolioText.title }]} title={roadmapFormText.capacity} lead={roadmapFormText.capacityLead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={Object.fromEntries(quarters.map((one) => [one, quarterText(one)]))} />
        <PageForm>
          {quarters.map((one) => (
            <SeenField key={one} {...field(one)} label={quarterText(one)} now={entered[one] ?? ""} told={answer?.refusal ? roadmapFormText.capacityNow : null} />
          ))}
          <Button>{roadmapFormText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
