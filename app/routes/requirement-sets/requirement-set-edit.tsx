import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { z } from "zod";
import { changeRequirementSet, setStamp } from "#app/commands/requirement-sets/change-requirement-set.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { setForm } from "#app/platform/schemas/requirement-sets.ts";
import { pageTitle } from "#app/text/format.ts";
import { setFormText } from "#app/text/requirement-sets.ts";
import { Flow } from "#app/ui/layout.tsx";
import { ConceptHead } from "#app/ui/requirement-sets/concept-head.tsx";
import { SetForm } from "#app/ui/requirement-sets/set-form.tsx";
import { formAnswer, refusalAnswer } from "./answers.ts";
import { conceptAsked } from "./find-edition.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(setFormText.editTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { slug, title, lot, intro, tlp, version } = await conceptAsked(context, args.params["slug"]);
  return { slug, title, lot, intro, tlp, version, seen: setStamp({ title, lot, intro, tlp }) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { slug = "" } = args.params;
  const form = await readForm(args.request, setForm.extend({ seen: z.string().max(64, "too-long") }));
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const changed = await changeRequirementSet(context, { slug, ...form.values, seen: form.values.seen || undefined });
  if (!changed.ok) return refusalAnswer(changed.refusal, form.entered);
  return redirect(href(paths.requirementSetOutline, { slug }), await withNotice("set-changed"));
}

export default function RequirementSetEditPage() {
  const { slug, title, lot, intro, tlp, version, seen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <ConceptHead slug={slug} name={title} version={version} title={setFormText.editTitle} />
      <Flow>
        <SetForm components={null} answer={answer ?? null} start={{ title, lot, intro, tlp }} seen={seen} submit={setFormText.save} />
      </Flow>
    </>
  );
}
