import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { giveProxy } from "#app/commands/voting/give-proxy.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { typed } from "#app/domain/shared/entered.ts";
import { fromDutchLocal } from "#app/domain/shared/dutch-time.ts";
import { PROXY_SCOPES } from "#app/domain/voting/proxy.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { dateTime, pageTitle } from "#app/text/format.ts";
import { votingRefusalText, type VotingRefusal } from "#app/text/voting.ts";
import { roundText } from "#app/text/voting-pages.ts";
import { proxiesText, proxyScopeText } from "#app/text/voting-seats.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, ErrorSummary, PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { ProxyList, type ShownProxy } from "#app/ui/voting/proxy-list.tsx";
import type { Db } from "#db/client.ts";
import { listVotingBodies, type VotingBody } from "#db/queries/voting-bodies.ts";
import { listProxies, listProxyOccasions, listVotingSeats, type StoredProxy } from "#db/queries/voting-proxies.ts";
import { votingSeatsOf } from "./ballot-cards.ts";
import { refuseOutright } from "./answers.ts";
import type { RoundFormAnswer } from "./round-form.tsx";

const schema = z.object({ seat: z.string().min(1, "required"), to: z.string().min(1, "required"), scope: z.enum(PROXY_SCOPES), round: z.string(), meeting: z.string(), begins: z.string(), ends: z.string() });

export const meta: MetaFunction = () => [{ title: pageTitle(proxiesText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const { body, own } = await placeOf(db, actor, args.params["slug"] ?? "");
  const isMine = (seatId: string) => own.some((seat) => seat.seatId === seatId);
  const proxies = await listProxies(db, body.id, now());
  const seats = await listVotingSeats(db, body.id, now());
  const { rounds, meetings } = await listProxyOccasions(db, body.id, now());
  return {
    body: { slug: body.slug, name: body.name },
    own: own.map(({ seatId, organisationName }) => ({ value: seatId, label: organisationName })),
    others: seats.filter(({ id }) => !isMine(id)).map(({ id, name }) => ({ value: id, label: name })),
    rounds: rounds.map(({ id, title }) => ({ value: id, label: title })),
    meetings: meetings.map(({ id, title, from }) => ({ value: id, label: `${title} (${dateTime(from)})` })),
    received: proxies.filter((proxy) => isMine(proxy.toSeatId)).map((proxy) => shown(proxy, body, proxiesText.from(proxy.fromName))),
    given: proxies.filter((proxy) => isMine(proxy.fromSeatId)).map((proxy) => shown(proxy, body, proxiesText.to(proxy.toName))),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { body } = await placeOf(context.db, context.actor, args.params["slug"] ?? "");

  const form = await readForm(args.request, schema);
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered }, 422);
  const { seat, to, scope, round, meeting, begins, ends } = form.values;
  const [from, until] = [fromDutchLocal(begins) ?? undefined, fromDutchLocal(ends) ?? undefined];
  const given = await giveProxy(context, { bodyId: body.id, fromSeatId: seat, toSeatId: to, scope, subjectId: scope === "ronde" ? round : meeting, from, until });
  refuseOutright(given);
  if (!given.ok) return json({ problems: {}, refusal: given.refusal satisfies VotingRefusal, entered: form.entered }, 409);
  return redirect(href(paths.proxies, { slug: body.slug }), await withNotice("proxy-given"));
}

/** The body, and the seats of this person in it; somebody without one gives and takes nothing. */
async function placeOf(db: Db, actor: Actor, slug: string): Promise<{ body: VotingBody; own: ReturnType<typeof votingSeatsOf> }> {
  const body = (await listVotingBodies(db)).find((one) => one.slug === slug) ?? notFound();
  const own = votingSeatsOf(actor, body.id, null);
  return own.length === 0 ? forbidden() : { body, own };
}

function shown(proxy: StoredProxy, { slug }: VotingBody, name: string): ShownProxy {
  const { roundTitle, meetingTitle, from, until, acceptedAt, revokedAt } = proxy;
  return {
    id: proxy.id,
    name,
    subject: roundTitle !== null ? proxiesText.forRound(roundTitle) : meetingTitle !== null ? proxiesText.forMeeting(meetingTitle) : proxiesText.forPeriod(dateTime(from), dateTime(until)),
    state: revokedAt !== null ? "revoked" : acceptedAt !== null ? "accepted" : "asked",
    acceptance: href(paths.proxyAcceptance, { slug, proxyId: proxy.id }),
    revocation: href(paths.proxyRevocation, { slug, proxyId: proxy.id }),
  };
}

export default function ProxiesPage() {
  const { body, received, given } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.rounds), label: roundText.crumb }, { href: href(paths.body, { slug: body.slug }), label: body.name }]} title={proxiesText.title} lead={proxiesText.lead(body.name)} />
      <Flow>
        <Section id="ontvangen" title={proxiesText.received}>
          <ProxyList proxies={received} empty={proxiesText.noneReceived} isReceived />
        </Section>
        <Section id="gegeven" title={proxiesText.given}>
          <ProxyList proxies={given} empty={proxiesText.noneGiven} isReceived={false} />
        </Section>
        <Section id="geven" title={proxiesText.give}>
          <p>{proxiesText.giveLead}</p>
          <GiveForm />
        </Section>
      </Flow>
    </>
  );
}

function GiveForm() {
  const { own, others, rounds, meetings } = useLoaderData<typeof loader>();
  const answer: RoundFormAnswer | undefined = useActionData<typeof action>();
  const said = (field: string) => typed(answer?.entered, field);
  const problems = answer?.problems ?? {};
  const labels = { seat: proxiesText.fromSeat, to: proxiesText.toSeat, scope: proxiesText.scope };
  const pick = { value: "", label: proxiesText.choose };
  return (
    <PageForm>
      <ErrorSummary problems={Object.entries(labels).flatMap(([field, label]) => (problems[field] ? [{ field, label, problem: problems[field] }] : []))} />
      {answer?.refusal && (
        <Alert live>{votingRefusalText[answer.refusal]}</Alert>
      )}
      <SelectField name="seat" label={proxiesText.fromSeat} value={said("seat") ?? own[0]?.value} options={own} problem={problems["seat"]} />
      <SelectField name="to" label={proxiesText.toSeat} value={said("to") ?? ""} options={[pick, ...others]} problem={problems["to"]} />
      <ChoiceField name="scope" label={proxiesText.scope} value={said("scope") ?? "ronde"} options={PROXY_SCOPES.map((value) => ({ value, label: proxyScopeText[value] }))} problem={problems["scope"]} />
      <SelectField name="round" label={proxiesText.round} hint={proxiesText.roundHint} value={said("round") ?? ""} options={[pick, ...rounds]} />
      <SelectField name="meeting" label={proxiesText.meeting} hint={proxiesText.meetingHint} value={said("meeting") ?? ""} options={[pick, ...meetings]} />
      <TextField name="begins" type="datetime-local" label={proxiesText.begins} hint={proxiesText.periodHint} value={said("begins") ?? ""} />
      <TextField name="ends" type="datetime-local" label={proxiesText.ends} hint={proxiesText.periodHint} value={said("ends") ?? ""} />
      <p className="actions">
        <Button>{proxiesText.button}</Button>
      </p>
    </PageForm>
  );
}
