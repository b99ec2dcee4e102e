import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { changeRoundRules } from "#app/commands/voting/change-round-rules.ts";
import { typed } from "#app/domain/shared/entered.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle } from "#app/text/format.ts";
import type { VotingRefusal } from "#app/text/voting.ts";
import { roundPartText as words, ruleFormText } from "#app/text/voting-preparing.ts";
import { SelectField } from "#app/ui/form.tsx";
import { RuleForm } from "#app/ui/voting/rule-form.tsx";
import { refuseStep } from "./answers.ts";
import { ruleRows } from "./concept-rows.ts";
import { loadConcept } from "./load-concept.ts";
import { addressAfter } from "./preparing-steps.ts";
import type { RoundFormAnswer } from "./round-form.tsx";
import { RoundStep } from "./round-step.tsx";
import { fieldsOfRule, ruleFrom, ruleSchema } from "./rule-fields.ts";

const VISIBILITIES = ["openbaar", "besloten"] as const;
const schema = z.object({ ...ruleSchema, visibility: z.enum(VISIBILITIES), stand: z.string(), stap: z.string() });

export const meta: MetaFunction = () => [{ title: pageTitle(words.rulesTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const { round, head } = await loadConcept({ db, actor }, args.params["id"] ?? "");
  const note = { besluit: null, stilte: words.silence, peiling: words.noVerdict, prioritering: words.noVerdict }[round.kind];
  return { head, note, rows: ruleRows(round), stored: { ...fieldsOfRule(round.rule), visibility: round.visibility } };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  const form = await readForm(args.request, schema);
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered }, 422);
  const { visibility, stand, stap } = form.values;
  const changed = await changeRoundRules(context, { roundId: id, stamp: stand, rule: ruleFrom(form.values), visibility });
  refuseStep(id, changed);
  if (!changed.ok) return json({ problems: {}, refusal: changed.refusal satisfies VotingRefusal, entered: form.entered }, 409);
  return redirect(addressAfter(id, "rules", stap), await withNotice("round-kept"));
}

const LABELS = { majorityNum: ruleFormText.majorityNum, majorityDen: ruleFormText.majorityDen, quorumNum: ruleFormText.quorumNum, quorumDen: ruleFormText.quorumDen, objections: ruleFormText.objections };

export default function RoundRulesPage() {
  const { head, note, rows, stored } = useLoaderData<typeof loader>();
  const answer: RoundFormAnswer | undefined = useActionData<typeof action>();
  const entered = answer?.entered ?? stored;
  return (
    <RoundStep concept={head} step="rules" title={words.rulesTitle} lead={words.rulesLead} answer={answer} labels={LABELS} stored={rows}>
      {note !== null && <p>{note}</p>}
      <RuleForm entered={entered} problems={answer?.problems ?? {}} />
      <SelectField name="visibility" label={words.visibility} value={typed(entered, "visibility")} options={VISIBILITIES.map((value) => ({ value, label: words[value] }))} />
    </RoundStep>
  );
}
