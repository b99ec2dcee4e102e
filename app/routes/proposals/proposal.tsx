import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, visitor } from "#app/auth/guards.ts";
import { commentOnVersion } from "#app/commands/proposals/comment-on-version.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { commentForm, paragraphChosen } from "#app/platform/schemas/proposals.ts";
import { pageTitle } from "#app/text/format.ts";
import { proposalRefusalText } from "#app/text/proposals.ts";
import { ProposalView } from "#app/ui/proposals/proposal-view.tsx";
import { loadProposal } from "./load-proposal.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `${data.heading.number} ${data.heading.title}` : "404") }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  return loadProposal(context, args.params.number);
}

/** The one form of this page: a comment on the version that is shown. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const form = await readForm(args.request, commentForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const added = await commentOnVersion(context, { number, ...form.values, paragraph: paragraphChosen(form.values.paragraph) });
  if (added.ok) return redirect(`${href(paths.proposal, { number })}#reactie-${added.value.id}`, await withNotice("comment-added"));
  if (added.refusal === "not-found") notFound();
  if (added.refusal === "not-allowed") forbidden();
  if (added.refusal === "quote-not-found") return json({ problems: { quote: "not-in-text" as const }, entered: form.entered, refusal: null }, 422);
  return json({ problems: {}, entered: form.entered, refusal: proposalRefusalText[added.refusal] }, 409);
}

export default function ProposalPage() {
  return <ProposalView {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />;
}
