import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { changeAction } from "#app/commands/meetings/change-action.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { actionForm } from "#app/platform/schemas/meetings.ts";
import { pageTitle } from "#app/text/format.ts";
import { actionChangeText, actionText, meetingRefusalText } from "#app/text/meetings.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findAction } from "#db/queries/action-items.ts";
import { listExpected } from "#db/queries/attendance.ts";
import { formAnswer, refusalAnswer } from "./refusals.ts";

const form = actionForm.omit({ item: true }).extend({ note: z.string().max(1000, "too-long") });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(actionChangeText.title(data?.number ?? "")) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const action = await actionFor(context, args.params["number"] ?? "");
  const members = await listExpected(context.db, action.body.id, context.now());
  const isMember = members.some(({ personId }) => personId === action.ownerId);
  return {
    ...{ number: action.number, body: action.body.name, isOpen: action.state === "open" },
    members: members.map(({ personId, name, organisationName }) => ({ value: personId, label: `${name}, ${organisationName}` })),
    entered: { statement: action.statement, owner: isMember ? (action.ownerId ?? "") : "", ownerName: isMember ? "" : action.ownerName, due: action.dueOn ?? "", note: action.note ?? "" } as Record<string, string>,
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number } = await actionFor(context, args.params["number"] ?? "");
  const read = await readForm(args.request, form);
  if (!read.ok) return formAnswer(read.problems, read.entered);

  const { statement, owner, ownerName, due, note } = read.values;
  const changed = await changeAction(context, { number, statement, owner: { personId: owner === "" ? null : owner, name: ownerName }, dueOn: due, note });
  if (changed.ok) return redirect(href(paths.actions, { van: "alle" }), await withNotice("action-changed"));
  if (changed.refusal === "owner-missing") return formAnswer({ ownerName: "required" }, read.entered);
  if (changed.refusal === "due-too-early") return formAnswer({ due: "too-early" }, read.entered);
  return refusalAnswer(changed.refusal, meetingRefusalText, read.entered);
}

/** The action of this address for who may change it; 404 when it is hidden. */
async function actionFor({ db, actor }: CommandContext, number: string) {
  const action = (await findAction(db, actor, number)) ?? notFound();
  if (!may(actor, "action.change", { bodyId: action.body.id })) forbidden();
  return action;
}

export default function ActionEditPage() {
  const { number, body, isOpen, members, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? entered, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.actions, { van: "alle" }), label: actionText.title }]} kicker={body} title={actionChangeText.title(number)} lead={isOpen ? undefined : actionChangeText.ended} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={{ statement: actionText.statement, ownerName: actionText.ownerName, due: actionText.due, note: actionChangeText.note }} />
        {isOpen && (
          <>
            <PageForm>
              <TextField {...field("statement")} label={actionText.statement} multiline rows={3} required maxLength={1000} />
              <SelectField {...field("owner")} label={actionText.owner} options={[{ value: "", label: actionText.ownerElse }, ...members]} />
              <TextField {...field("ownerName")} label={actionText.ownerName} hint={actionText.ownerNameHint} maxLength={120} />
              <TextField {...field("due")} label={actionText.due} hint={actionText.dueHint} type="date" />
              <TextField {...field("note")} label={actionChangeText.note} hint={actionChangeText.noteHint} multiline rows={3} maxLength={1000} />
              <Button>{actionChangeText.save}</Button>
            </PageForm>
            <div className="actions">
              <ActionForm action={href(paths.actionCompletion, { number })} label={actionText.finish} secondary />
              <ActionForm action={href(paths.actionCompletion, { number })} label={actionChangeText.drop} fields={{ naar: "dropped" }} secondary />
            </div>
          </>
        )}
      </Flow>
    </>
  );
}
