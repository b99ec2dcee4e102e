import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { startRequirementSet } from "#app/commands/requirement-sets/start-requirement-set.ts";
import { may } from "#app/domain/access/policy.ts";
import { ownerOf } from "#app/domain/requirement-sets/requirement-set.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { newSetForm } from "#app/platform/schemas/requirement-sets.ts";
import { pageTitle } from "#app/text/format.ts";
import { setFormText, setText } from "#app/text/requirement-sets.ts";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { SetForm } from "#app/ui/requirement-sets/set-form.tsx";
import { listComponents } from "#db/queries/needs.ts";
import { listOwners } from "#db/queries/requirement-set-writes.ts";
import { formAnswer, refusalAnswer } from "./answers.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(setFormText.newTitle) }];

/** The components whose programma this person may write. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const owners = await listOwners(db);
  const own = (await listComponents(db)).filter(({ id }) => may(actor, "requirement-set.start", { bodyId: ownerOf(id, owners)?.id ?? null }));
  if (own.length === 0) return forbidden();
  return { components: own.map(({ slug, name }) => ({ value: slug, label: name })) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const form = await readForm(args.request, newSetForm);
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const made = await startRequirementSet(context, form.values);
  if (!made.ok) return refusalAnswer(made.refusal, form.entered);
  return redirect(href(paths.requirementSetOutline, { slug: made.value.slug }), await withNotice("set-started"));
}

export default function NewRequirementSetPage() {
  const { components } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.requirementSets), label: setText.title }]} title={setFormText.newTitle} lead={setFormText.newLead} />
      <Flow>
        <SetForm components={components} answer={answer ?? null} start={{ component: components[0]?.value ?? "", tlp: "CLEAR" }} submit={setFormText.start} />
      </Flow>
    </>
  );
}
