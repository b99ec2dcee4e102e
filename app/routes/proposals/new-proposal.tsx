import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { may } from "#app/domain/access/policy.ts";
import { TLP } from "#app/domain/access/visibility.ts";
import { kindsFor } from "#app/domain/proposals/drafting.ts";
import { draftEndsAt } from "#app/domain/proposals/private-draft.ts";
import { textProblems, type ProposalKind } from "#app/domain/proposals/proposal.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { draftForm, versionText } from "#app/platform/schemas/proposals.ts";
import { pageTitle } from "#app/text/format.ts";
import { editorText } from "#app/text/editor.ts";
import { templates } from "#app/text/proposal-templates.ts";
import { formText, kindText, listText, proposalRefusalText, tlpText } from "#app/text/proposals.ts";
import { SelectField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { DraftOffer, Editor } from "#app/ui/proposals/editor.tsx";
import { enteredFields, FormProblems } from "#app/ui/proposals/form-state.tsx";
import { TextFields } from "#app/ui/proposals/text-fields.tsx";
import { listDraftingBodies, listTargets } from "#db/queries/proposal-lists.ts";
import { NEW } from "./drafted-number.ts";
import { answerWith, draftFor, sideStep, type EditorAnswer } from "./editor-steps.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(formText.newTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const bodies = await draftingBodies(context);
  if (bodies.length === 0) forbidden();
  const asked = new URL(args.request.url).searchParams;
  const { draft, isOffered, filled } = await draftFor(context, args.request, null);
  const kinds = [...new Set(bodies.flatMap(({ kind }) => kindsFor(kind)))];
  const start = kinds.find((kind) => kind === asked.get("sjabloon"));
  const fresh = { body: bodies[0]?.value ?? "", tlp: bodies[0]?.defaultTlp ?? "CLEAR", moscow: "must", needs: asked.getAll("behoefte"), ...(start && { kind: start, ...templates[start] }) };
  return {
    bodies: bodies.map(({ value, label }) => ({ value, label })),
    kinds,
    isBlank: filled === null && start === undefined,
    targets: await listTargets(context.db),
    entered: filled?.fields ?? fresh,
    offer: draft !== null && isOffered ? { savedAt: draft.savedAt, endsAt: draftEndsAt(draft.savedAt) } : null,
    draftedAt: filled?.savedAt ?? null,
    personId: context.actor.id,
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const form = await readForm(args.request, draftForm);
  const aside = await sideStep(context, { number: null, kind: null, entered: form.entered });
  if (aside !== null) return aside;
  if (!form.ok) return json(answerWith(form.entered, { problems: form.problems }), 422);

  const text = versionText(form.values);
  const problems = textProblems(form.values.kind, text);
  if (Object.keys(problems).length > 0) return json(answerWith(form.entered, { problems }), 422);

  const drafted = await draftProposal(context, { ...text, body: form.values.body, kind: form.values.kind, tlp: form.values.tlp, endsDraft: true });
  if (drafted.ok) return redirect(href(paths.proposal, { number: drafted.value.number }), await withNotice("proposal-drafted"));
  if (drafted.refusal === "not-allowed") forbidden();
  return json(answerWith(form.entered, { refusal: proposalRefusalText[drafted.refusal] }), 409);
}

const draftingBodies = ({ db, actor }: CommandContext) =>
  listDraftingBodies(db, [...new Set(actor.memberships.map(({ bodyId }) => bodyId))].filter((bodyId) => may(actor, "proposal.draft", { bodyId })));

export default function NewProposalPage() {
  const { bodies, kinds, isBlank, targets, entered, offer, draftedAt, personId } = useLoaderData<typeof loader>();
  const answer = useActionData<EditorAnswer>();
  const fields = enteredFields(answer?.entered ?? entered, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.proposals), label: listText.title }]} title={formText.newTitle} lead={formText.newLead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} />
        {offer !== null && answer === undefined ? (
          <DraftOffer number={NEW} {...offer} outdated={null} />
        ) : (
          <>
            {isBlank && answer === undefined && <TemplateLinks kinds={kinds} need={fields.values("needs")[0]} />}
            <Editor number={NEW} personId={personId} save={formText.saveDraft} draftedAt={draftedAt} said={answer?.said ?? null} isUnsaved={answer !== undefined}>
              <SelectField {...fields.of("body")} label={formText.body} options={bodies} />
              <SelectField {...fields.of("kind")} label={formText.kind} options={kinds.map((kind) => ({ value: kind, label: kindText[kind] }))} />
              <TextFields kind={null} value={fields.value} values={fields.values} problem={fields.problem} previews={answer?.previews ?? null} {...targets} />
              <SelectField {...fields.of("tlp")} label={formText.tlp} hint={formText.hints.tlp} options={TLP.map((label) => ({ value: label, label: tlpText[label] }))} />
            </Editor>
          </>
        )}
      </Flow>
    </>
  );
}

/** Where a newcomer can begin: a text that only has to be filled in. */
function TemplateLinks({ kinds, need }: { kinds: readonly ProposalKind[]; need: string | undefined }) {
  return (
    <p className="actions">
      <span>{editorText.startFrom}</span>
      {kinds.map((kind) => (
        <a key={kind} href={href(paths.newProposal, { sjabloon: kind, behoefte: need })}>
          {editorText.startFromKind(kindText[kind])}
        </a>
      ))}
    </p>
  );
}
