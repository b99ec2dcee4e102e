import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { openRound } from "#app/commands/voting/open-round.ts";
import { prepareRound } from "#app/commands/voting/prepare-round.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { may } from "#app/domain/access/policy.ts";
import { dutchLocal } from "#app/domain/shared/dutch-time.ts";
import { DAY, later } from "#app/domain/shared/instant.ts";
import { PRESET_NAMES, ruleOf } from "#app/domain/voting/rule.ts";
import { href, paths } from "#app/paths.ts";
import { typed } from "#app/domain/shared/entered.ts";
import { readForm, type FieldProblem } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { dutchMoment } from "#app/platform/schemas/moment.ts";
import { pageTitle } from "#app/text/format.ts";
import { presetText, roundKindHint, roundKindText, votingRefusalText, type VotingRefusal } from "#app/text/voting.ts";
import { newRoundText, roundText } from "#app/text/voting-pages.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { CheckboxField, CheckboxGroup, ChoiceField, ErrorSummary, PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import type { Db } from "#db/client.ts";
import { listVotingBodies, type VotingBody } from "#db/queries/voting-bodies.ts";
import { listVotable } from "#db/queries/voting-items.ts";

const KINDS = ["peiling", "besluit", "stilte"] as const;
const VISIBILITIES = ["openbaar", "besloten"] as const;
const TWO_WEEKS = 14 * DAY;

const schema = z.object({
  title: z.string().min(1, "required").max(150, "too-long"),
  explanation: z.string().max(5000, "too-long"),
  kind: z.enum(KINDS),
  proposals: z.array(z.string()).min(1, "required").max(200, "too-many"),
  preset: z.enum(PRESET_NAMES),
  quorum: z.enum(["helft", "geen"]),
  visibility: z.enum(VISIBILITIES),
  motivation: z.string(),
  earlyClose: z.string(),
  opensAt: dutchMoment,
  closesAt: dutchMoment,
  stap: z.string(),
});

export const meta: MetaFunction = () => [{ title: pageTitle(newRoundText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const query = new URL(args.request.url).searchParams;
  const { body, others } = await bodyFor(db, actor, query.get("gremium"));
  const proposals = await listVotable(db, actor, body.id, body.kind === "adviesraad");
  return {
    body: { name: body.name, isAdvisory: body.kind === "adviesraad" },
    others: others.map(({ slug, name }) => ({ href: href(paths.newRound, { gremium: slug }), name })),
    proposals: proposals.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
    chosen: proposals.filter(({ number }) => query.getAll("voorstel").includes(number)).map(({ id }) => id),
    opensAt: dutchLocal(now()),
    closesAt: `${dutchLocal(later(now(), TWO_WEEKS)).slice(0, 10)}T17:00`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { body } = await bodyFor(context.db, context.actor, new URL(args.request.url).searchParams.get("gremium"));

  const form = await readForm(args.request, schema);
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered }, 422);
  const { preset, quorum, motivation, earlyClose, proposals, stap, ...values } = form.values;
  const rule = ruleOf(preset, {
    ...(quorum === "geen" && { quorum: null }),
    motivation: motivation === "" ? [] : ["tegen", "niet_akkoord", "bezwaar"],
    earlyClose: earlyClose !== "",
  });
  const prepared = await prepareRound(context, { ...values, bodyId: body.id, proposalIds: proposals, rule });
  if (!prepared.ok) {
    if (prepared.refusal === "not-found") return notFound();
    if (prepared.refusal === "not-allowed") return forbidden();
    return json({ problems: {}, refusal: prepared.refusal satisfies VotingRefusal, entered: form.entered }, 409);
  }
  const { id } = prepared.value;
  if (stap !== "openen") return redirect(href(paths.round, { id }), await withNotice("round-prepared"));
  const opened = await openRound(context, { roundId: id });
  return redirect(href(opened.ok ? paths.round : paths.roundOpening, { id }), await withNotice(opened.ok ? "round-opened" : opened.refusal));
}

/** The body for which this person prepares a round, and the others for which they might. */
async function bodyFor(db: Db, actor: Actor, slug: string | null): Promise<{ body: VotingBody; others: VotingBody[] }> {
  const mine = (await listVotingBodies(db)).filter(({ id }) => may(actor, "round.prepare", { bodyId: id }));
  const body = (slug === null ? mine[0] : mine.find((one) => one.slug === slug)) ?? forbidden();
  return { body, others: mine.filter(({ id }) => id !== body.id) };
}

export default function NewRoundPage() {
  const { body, others, proposals } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.rounds), label: roundText.crumb }]} title={newRoundText.title} lead={newRoundText.lead(body.name)} />
      <Flow>
        {others.map((other) => (
          <p key={other.href}>
            <a href={other.href}>
              {newRoundText.otherBody}: {other.name}
            </a>
          </p>
        ))}
        {proposals.length === 0 ? <Empty title={newRoundText.noProposals} action={<a href={href(paths.proposals)}>{newRoundText.toProposals}</a>} /> : <NewRoundForm />}
      </Flow>
    </>
  );
}

const LABELS = { title: newRoundText.name, explanation: newRoundText.explanation, kind: newRoundText.kind, proposals: newRoundText.proposals, opensAt: newRoundText.opensAt, closesAt: newRoundText.closesAt } as const;

function NewRoundForm() {
  const { body, proposals, chosen, opensAt, closesAt } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const entered = answer?.entered;
  const problems: Readonly<Partial<Record<string, FieldProblem>>> = answer?.problems ?? {};
  const typedProposals = entered?.["proposals"];
  return (
    <PageForm>
      <ErrorSummary problems={Object.entries(LABELS).flatMap(([field, label]) => (problems[field] ? [{ field, label, problem: problems[field] }] : []))} />
      {answer?.refusal && (
        <Alert live>{votingRefusalText[answer.refusal]}</Alert>
      )}
      <TextField name="title" label={newRoundText.name} hint={newRoundText.nameHint} value={typed(entered, "title") ?? ""} problem={problems["title"]} required maxLength={150} />
      <TextField name="explanation" label={newRoundText.explanation} hint={newRoundText.explanationHint} value={typed(entered, "explanation") ?? ""} problem={problems["explanation"]} multiline rows={3} maxLength={5000} />
      <ChoiceField
        name="kind"
        label={newRoundText.kind}
        value={typed(entered, "kind") ?? "besluit"}
        problem={problems["kind"]}
        options={KINDS.map((value) => ({ value, label: roundKindText[value], hint: roundKindHint[value] }))}
      />
      <CheckboxGroup
        name="proposals"
        label={newRoundText.proposals}
        hint={body.isAdvisory ? newRoundText.proposalsHintAdvice : newRoundText.proposalsHint}
        options={proposals}
        values={Array.isArray(typedProposals) ? typedProposals : chosen}
        problem={problems["proposals"]}
      />
      <TextField name="opensAt" type="datetime-local" label={newRoundText.opensAt} hint={newRoundText.momentHint} value={typed(entered, "opensAt") ?? opensAt} problem={problems["opensAt"]} required />
      <TextField name="closesAt" type="datetime-local" label={newRoundText.closesAt} hint={newRoundText.momentHint} value={typed(entered, "closesAt") ?? closesAt} problem={problems["closesAt"]} required />
      <SelectField name="preset" label={newRoundText.preset} value={typed(entered, "preset") ?? "gewoon"} options={PRESET_NAMES.map((value) => ({ value, label: presetText[value] }))} />
      <SelectField
        name="quorum"
        label={newRoundText.quorum}
        value={typed(entered, "quorum") ?? "helft"}
        options={[
          { value: "helft", label: newRoundText.quorumHalf },
          { value: "geen", label: newRoundText.quorumNone },
        ]}
      />
      <SelectField name="visibility" label={newRoundText.visibility} value={typed(entered, "visibility") ?? "openbaar"} options={VISIBILITIES.map((value) => ({ value, label: newRoundText[value] }))} />
      <CheckboxField name="motivation" label={newRoundText.motivation} value="ja" checked={entered ? typed(entered, "motivation") === "ja" : true} />
      <CheckboxField name="earlyClose" label={newRoundText.earlyClose} value="ja" checked={entered ? typed(entered, "earlyClose") === "ja" : false} />
      <p className="actions">
        <Button name="stap" value="klaarzetten">
          {newRoundText.prepare}
        </Button>
        <Button secondary name="stap" value="openen">
          {newRoundText.prepareAndOpen}
        </Button>
      </p>
    </PageForm>
  );
}
