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
import { ROUND_KINDS } from "#app/domain/voting/choice.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { dutchMoment } from "#app/platform/schemas/moment.ts";
import { pageTitle } from "#app/text/format.ts";
import { type VotingRefusal } from "#app/text/voting.ts";
import { newRoundText, roundText } from "#app/text/voting-pages.ts";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { ElectoratePreview } from "#app/ui/voting/electorate-preview.tsx";
import type { Db } from "#db/client.ts";
import { listVotingBodies, type VotingBody } from "#db/queries/voting-bodies.ts";
import { listVotable } from "#db/queries/voting-items.ts";
import { listChoosableInitiatives, listChoosableMinutes, listRankable, type Choosable } from "#db/queries/voting-subjects.ts";
import { loadElectorate } from "./load-electorate.ts";
import { NewRoundForm } from "./round-new-form.tsx";
import type { RoundFormAnswer } from "./round-form.tsx";
import { ruleFrom, ruleSchema } from "./rule-fields.ts";

const VISIBILITIES = ["openbaar", "besloten"] as const;
const TWO_WEEKS = 14 * DAY;
const ids = z.array(z.string()).max(200, "too-many");

const schema = z.object({
  title: z.string().min(1, "required").max(150, "too-long"),
  explanation: z.string().max(5000, "too-long"),
  kind: z.enum(ROUND_KINDS),
  ...{ proposals: ids, ranked: ids, initiatives: ids, minutes: ids, motionTitle: z.string().max(150, "too-long"), motionText: z.string().max(5000, "too-long") },
  visibility: z.enum(VISIBILITIES),
  opensAt: dutchMoment,
  closesAt: dutchMoment,
  bevestig: z.string(),
  stap: z.string(),
  ...ruleSchema,
});

export const meta: MetaFunction = () => [{ title: pageTitle(newRoundText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const query = new URL(args.request.url).searchParams;
  const { body, others } = await bodyFor(db, actor, query.get("gremium"));
  const proposals = await listVotable(db, actor, body.id, body.kind === "adviesraad");
  const votable = new Set(proposals.map(({ id }) => id));
  const option = ({ id, number, title }: Choosable) => ({ value: id, label: number === null ? title : `${number} ${title}` });
  return {
    body: { name: body.name, isAdvisory: body.kind === "adviesraad" },
    others: others.map(({ slug, name }) => ({ href: href(paths.newRound, { gremium: slug }), name })),
    proposals: proposals.map(option),
    ranked: (await listRankable(db, actor)).filter(({ id }) => !votable.has(id)).map(option),
    initiatives: body.kind === "taskforce" ? (await listChoosableInitiatives(db, actor, body.id)).map(option) : [],
    minutes: (await listChoosableMinutes(db, body.id)).map(option),
    chosen: proposals.filter(({ number }) => query.getAll("voorstel").includes(number)).map(({ id }) => id),
    opensAt: dutchLocal(now()),
    closesAt: `${dutchLocal(later(now(), TWO_WEEKS)).slice(0, 10)}T17:00`,
    electorate: await loadElectorate(db, body.id, now()),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { body } = await bodyFor(context.db, context.actor, new URL(args.request.url).searchParams.get("gremium"));

  const form = await readForm(args.request, schema);
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered }, 422);
  const { proposals, ranked, initiatives, minutes, motionTitle, motionText, title, explanation, kind, visibility, opensAt, closesAt } = form.values;
  if ((motionTitle === "") !== (motionText === "")) return json({ problems: { [motionTitle === "" ? "motionTitle" : "motionText"]: "required" as const }, refusal: null, entered: form.entered }, 422);
  const prepared = await prepareRound(context, {
    ...{ bodyId: body.id, title, explanation, kind, visibility, opensAt, closesAt, rule: ruleFrom(form.values), isDeadlineConfirmed: form.values.bevestig !== "" },
    ...{ proposalIds: [...proposals, ...ranked], initiativeIds: initiatives, minutesIds: minutes, motions: motionTitle === "" ? [] : [{ title: motionTitle, statement: motionText }] },
  });
  if (!prepared.ok) {
    if (prepared.refusal === "not-found") return notFound();
    if (prepared.refusal === "not-allowed") return forbidden();
    return json({ problems: {}, refusal: prepared.refusal satisfies VotingRefusal, entered: form.entered }, 409);
  }
  const { id } = prepared.value;
  if (form.values.stap !== "openen") return redirect(href(paths.round, { id }), await withNotice("round-prepared"));
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
  const { body, others, electorate, ...choices } = useLoaderData<typeof loader>();
  const answer: RoundFormAnswer | undefined = useActionData<typeof action>();
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
        <ElectoratePreview electorate={electorate} />
        <NewRoundForm choices={choices} isAdvisory={body.isAdvisory} answer={answer} />
      </Flow>
    </>
  );
}
