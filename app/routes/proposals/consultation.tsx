import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { setConsultation } from "#app/commands/proposals/set-consultation.ts";
import { may } from "#app/domain/access/policy.ts";
import { isConsulted } from "#app/domain/proposals/consultation.ts";
import { dutchLocal } from "#app/domain/shared/dutch-time.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { consultationForm } from "#app/platform/schemas/amendments.ts";
import { consultationText } from "#app/text/amendments.ts";
import { pageTitle } from "#app/text/format.ts";
import { proposalRefusalText } from "#app/text/proposals.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { crumbsOf } from "#app/ui/proposals/crumbs.ts";
import { ConsultationNote } from "#app/ui/proposals/discussion-summary.tsx";
import { proposalAt } from "./find-proposal.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(consultationText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const proposal = await proposalAt(context, args.params.number);
  if (!may(context.actor, "proposal.consult", proposal)) forbidden();
  const { consultation } = proposal;
  const isOpen = isConsulted(proposal, context.now());
  return {
    number: proposal.number,
    name: proposal.title,
    canSet: proposal.state === "under_discussion",
    consultation: consultation === null ? null : { until: consultation.until, isOpen },
    until: consultation !== null && isOpen ? dutchLocal(consultation.until) : "",
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const form = await readForm(args.request, consultationForm);
  if (!form.ok) return json({ problems: form.problems as Problems, entered: form.entered, refusal: null }, 422);

  const { until } = form.values;
  const set = await setConsultation(context, { number, until });
  if (set.ok) return redirect(href(paths.proposal, { number }), await withNotice(until === null ? "consultation-ended" : "consultation-set"));
  if (set.refusal === "not-found") return notFound();
  if (set.refusal === "not-allowed") return forbidden();
  if (set.refusal === "moment-past") return json({ problems: { until: "in-the-past" } satisfies Problems, entered: form.entered, refusal: null }, 422);
  return json({ problems: {}, entered: form.entered, refusal: proposalRefusalText[set.refusal] }, 409);
}

type Problems = Readonly<Record<string, FieldProblem | undefined>>;

export default function ConsultationPage() {
  const { number, name, canSet, consultation, until } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Problems = answer?.problems ?? {};
  const field = fieldsOf((answer?.entered ?? { until }) as Parameters<typeof fieldsOf>[0], problems);
  return (
    <>
      <PageHead crumbs={crumbsOf(number)} kicker={`${number} · ${name}`} title={consultationText.title} lead={consultationText.lead} />
      <Flow>
        <ConsultationNote consultation={consultation} />
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ until: consultationText.until }} />
        {canSet ? (
          <PageForm>
            <TextField {...field("until")} label={consultationText.until} hint={consultationText.untilHint} type="datetime-local" />
            <Button>{consultationText.save}</Button>
          </PageForm>
        ) : (
          <p>{consultationText.notNow}</p>
        )}
      </Flow>
    </>
  );
}
