import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { visitor } from "#app/auth/guards.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { may, type Act } from "#app/domain/access/policy.ts";
import { quietDayOf } from "#app/domain/voting/quiet-days.ts";
import { hasClosed, isOpen, itemsToVoteOn, maySeeResult, phaseOf } from "#app/domain/voting/round.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { dateTime, pageTitle } from "#app/text/format.ts";
import { phaseText, phaseTone, roundName, ruleText, tlpText } from "#app/text/voting.ts";
import { quietDayText } from "#app/text/quiet-days.ts";
import { aboutItemsText, rankingText, seatActText } from "#app/text/voting-kinds.ts";
import { rehearsalText, roundText } from "#app/text/voting-pages.ts";
import { proxiesText, receivedText } from "#app/text/voting-seats.ts";
import { reminderText } from "#app/text/mail.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Fields } from "#app/ui/fields.tsx";
import { FollowButton } from "#app/ui/following/follow-button.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { Meter } from "#app/ui/meter.tsx";
import { NextStep } from "#app/ui/next-step.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Db } from "#db/client.ts";
import { listSchoolHolidaysOn } from "#db/queries/school-holidays.ts";
import { listTreatmentRequests } from "#db/queries/treatment-requests.ts";
import { findFollow } from "#db/queries/following.ts";
import { listTurnout } from "#db/queries/voting-ballots.ts";
import { listFrozenSeats } from "#db/queries/voting-electorate.ts";
import { listObjections } from "#db/queries/voting-history.ts";
import { listItems, type RoundItem } from "#db/queries/voting-items.ts";
import { findRound } from "#db/queries/voting-rounds.ts";
import { ballotAddress } from "./ballot-address.ts";
import { ballotSeatsOf } from "./ballot-seats.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `${data.name}: ${data.title}` : roundText.crumb) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const { id = "" } = args.params;

  const round = (await findRound(db, actor, id)) ?? notFound();
  const items = await listItems(db, id);
  const seats = await listFrozenSeats(db, id);
  const turnout = await listTurnout(db, id);
  const isMember = actor.memberships.some(({ bodyId }) => bodyId === round.bodyId);
  const mySeats = (await ballotSeatsOf(db, actor, round, now())).filter(({ seatId }) => seats.some((seat) => seat.id === seatId));
  const can = (act: Act) => may(actor, act, round);
  const [isNow, closed] = [isOpen(round, now()), hasClosed(round, now())];
  return {
    id,
    title: round.title,
    name: roundName(round.kind, round.sequence),
    body: round.body,
    explanation: round.explanation,
    phase: phaseOf(round, now()),
    tlp: round.tlp,
    opens: dateTime(round.opensAt),
    closes: dateTime(round.closesAt),
    rule: round.kind === "besluit" ? ruleText(round.rule) : null,
    visibility: round.visibility,
    fingerprint: round.fingerprint,
    previousId: round.previousId,
    reason: round.reason,
    items: items.map((item) => ({
      id: item.id,
      number: item.number,
      title: item.title,
      statement: item.statement,
      version: item.version,
      pulled: item.pulledAt === null ? null : { reason: isMember ? item.pullReason : null, href: isMember && item.pulledTo !== null ? href(paths.round, { id: item.pulledTo }) : null },
      href: item.subjectKind === "proposal" && item.number !== null ? href(paths.proposal, { number: item.number }) : null,
    })),
    kind: round.kind,
    // A request, an objection and a reason are for the body, as a motivation is.
    requests: isMember && round.openedAt !== null ? (await listTreatmentRequests(db, id)).map(({ itemId, seatName, reason }) => ({ about: aboutItemsText.request(seatName, calledOf(items, itemId)), reason })) : [],
    objections: isMember && round.previousId !== null && round.kind === "besluit" ? await listObjections(db, round.previousId) : [],
    quietDay: closed || round.state === "ingetrokken" ? null : await quietDayAt(db, round.closesAt),
    isFollowable: actor.id !== null && round.state !== "concept",
    isFollowed: (await findFollow(db, actor.id, "round", id)) !== null,
    seatCount: seats.length,
    turnout: round.openedAt === null ? null : { cast: seats.filter((seat) => (turnout.get(seat.id) ?? 0) > 0).length, seats: seats.length },
    // Who has not voted is for the body; how somebody voted is for nobody until the end.
    waiting:
      isMember && isNow
        ? seats
            .map((seat) => ({ name: seat.name, cast: turnout.get(seat.id) ?? 0, of: itemsToVoteOn(round.kind, items, seat.recusedFrom) }))
            .filter(({ cast, of }) => cast < of)
        : null,
    mine: isNow ? mySeats.map((seat) => ({ id: seat.seatId, name: seat.name, through: seat.through, cast: turnout.get(seat.seatId) ?? 0, of: itemsToVoteOn(round.kind, items, []) })) : [],
    hasResult: closed && maySeeResult(round, isMember, now()),
    signatures: [
      ...(round.chairAt ? [roundText.signedAt(roundText.chair, dateTime(round.chairAt))] : []),
      ...(round.secretaryAt ? [roundText.signedAt(roundText.secretary, dateTime(round.secretaryAt))] : []),
    ],
    waitsFor: round.chairAt ? roundText.secretary : round.secretaryAt ? roundText.chair : null,
    can: {
      announce: can("round.announce") && round.state === "concept",
      open: can("round.open") && (round.state === "concept" || round.state === "aangekondigd"),
      extend: can("round.extend") && round.state === "open" && !closed,
      close: can("round.extend") && isNow && round.rule.earlyClose && seats.every((seat) => (turnout.get(seat.id) ?? 0) >= itemsToVoteOn(round.kind, items, seat.recusedFrom)),
      remind: can("round.remind") && isNow,
      withdraw: can("round.withdraw") && ["concept", "aangekondigd", "open"].includes(round.state) && !closed,
      establish: can("round.establish") && closed && (round.state === "open" || round.state === "gesloten") && actor.id !== round.chairId && actor.id !== round.secretaryId,
      publish: can("round.publish") && round.state === "vastgesteld",
      rehearse: can("round.rehearse") && (round.state === "concept" || round.state === "aangekondigd"),
      record: can("ballot.record") && isNow && round.kind !== "prioritering",
      invalidate: can("round.invalidate") && closed && round.state !== "ongeldig",
    },
  };
}

const calledOf = (items: readonly RoundItem[], itemId: string): string => {
  const item = items.find(({ id }) => id === itemId);
  return item?.number ?? item?.title ?? "";
};

async function quietDayAt(db: Db, closesAt: Instant): Promise<string | null> {
  const day = dutchDay(closesAt);
  const quiet = quietDayOf(day, await listSchoolHolidaysOn(db, day));
  return quiet === null ? null : quietDayText(quiet);
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function RoundPage() {
  const data = useLoaderData<typeof loader>();
  const { title, name, body, phase, tlp, opens, closes } = data;
  return (
    <>
      <PageHead
        crumbs={[
          { href: href(paths.rounds), label: roundText.crumb },
          { href: href(paths.body, { slug: body.slug }), label: body.name },
        ]}
        kicker={`${name} · ${body.name}`}
        title={title}
        lead={roundText.from(opens, closes)}
        tags={
          <>
            <Tag tone={phaseTone[phase]}>{phaseText[phase]}</Tag>
            <Tag tone="tlp">{tlpText[tlp]}</Tag>
          </>
        }
        action={data.isFollowable && <FollowButton kind="round" reference={data.id} isFollowed={data.isFollowed} />}
      />
      <Flow>
        <Next data={data} />
        <Ending data={data} />
        {data.turnout && <Turnout turnout={data.turnout} waiting={data.waiting} remind={data.can.remind ? href(paths.roundReminder, { id: data.id }) : null} />}
        <Texts data={data} />
        <Voices id="bezwaren" title={aboutItemsText.objections} rows={data.objections.map(({ seatName, motivation }) => ({ about: aboutItemsText.objection(seatName), reason: motivation || aboutItemsText.noReason }))} />
        <Voices id="bespreking" title={aboutItemsText.requests} rows={data.requests} />
        <Facts data={data} />
        <Manage data={data} />
      </Flow>
    </>
  );
}

/** The one thing that this person can do now. */
function Next({ data }: { data: Data }): ReactNode {
  const { id, can, mine, phase, hasResult, closes } = data;
  const [seat] = mine.filter(({ cast, of }) => cast < of).concat(mine);
  if (seat) {
    const isNew = seat.cast === 0;
    return (
      <NextStep title={isNew ? roundText.vote : roundText.voteAgain} action={<ButtonLink href={ballotAddress({ id, kind: data.kind }, mine.length > 1 ? seat.id : null)}>{data.kind === "prioritering" ? rankingText.toForm : roundText.toBallot}</ButtonLink>}>
        {isNew ? roundText.voteBody(seat.name, closes) : roundText.voted(seat.cast, seat.of)}
      </NextStep>
    );
  }
  if (can.open) return <Step title={roundText.open} body={roundText.openBody} address={href(paths.roundOpening, { id })} label={roundText.toOpening} />;
  if (can.establish) return <Step title={roundText.establish} body={roundText.establishBody(data.waitsFor)} address={href(paths.roundEstablishment, { id })} label={roundText.toEstablishment} />;
  if (can.publish) {
    return (
      <NextStep title={roundText.publish} action={<ActionForm action={href(paths.roundPublication, { id })} label={roundText.publishButton} />}>
        {roundText.publishBody}
      </NextStep>
    );
  }
  if (hasResult && phase === "gesloten") return <Step title={roundText.preliminary} body={roundText.preliminaryBody} address={href(paths.roundResult, { id })} label={roundText.preliminary} />;
  if (hasResult) return <Step title={roundText.result} body={roundText.resultBody} address={href(paths.roundResult, { id })} label={roundText.result} />;
  return phase === "gesloten" || phase === "vastgesteld" ? <NextStep title={roundText.waitTitle}>{roundText.waitBody}</NextStep> : null;
}

function Step({ title, body, address, label }: { title: string; body: string; address: string; label: string }) {
  return (
    <NextStep title={title} action={<ButtonLink href={address}>{label}</ButtonLink>}>
      {body}
    </NextStep>
  );
}

function Ending({ data: { phase, reason, can, hasResult, id } }: { data: Data }) {
  return (
    <>
      {phase === "ingetrokken" && <Alert>{roundText.withdrawn}</Alert>}
      {phase === "ongeldig" && <Alert>{roundText.invalid}</Alert>}
      {reason && (
        <p>
          {roundText.reason}: {reason}
        </p>
      )}
      {hasResult && (can.establish || can.publish) && (
        <p>
          <a href={href(paths.roundResult, { id })}>{roundText.result}</a>
        </p>
      )}
    </>
  );
}

function Turnout({ turnout, waiting, remind }: { turnout: NonNullable<Data["turnout"]>; waiting: Data["waiting"]; remind: string | null }) {
  return (
    <Section id="opkomst" title={roundText.turnout}>
      <Meter label={roundText.turnout} value={turnout.cast} max={turnout.seats} of={roundText.turnoutOf} note={roundText.turnoutNote} />
      {waiting && (
        <>
          <h3>{roundText.waiting}</h3>
          {waiting.length === 0 ? (
            <p>{roundText.nobodyWaiting}</p>
          ) : (
            <ul>
              {waiting.map(({ name, cast, of }) => (
                <li key={name}>
                  {name}
                  {cast > 0 && ` (${roundText.partly(cast, of)})`}
                </li>
              ))}
            </ul>
          )}
          {remind && waiting.length > 0 && <ActionForm action={remind} label={reminderText.button} secondary />}
        </>
      )}
    </Section>
  );
}

function Texts({ data: { items, explanation, turnout } }: { data: Data }) {
  return (
    <Section id="teksten" title={roundText.items}>
      {explanation && <p className="preline">{explanation}</p>}
      {turnout && <p className="small muted">{roundText.itemsNote}</p>}
      <ol className="rows">
        {items.map((item) => (
          <li key={item.id}>
            <div>
              <h3>{item.href ? <a href={item.href}>{item.title}</a> : item.title}</h3>
              <p className="meta num">{[...(item.number === null ? [] : [item.number]), ...(item.version === null ? [] : [roundText.version(item.version)])].join(" · ")}</p>
              <p className="preline">{item.statement}</p>
              {item.pulled && (
                <p>
                  <strong>{aboutItemsText.pulled}</strong> {item.pulled.reason !== null && aboutItemsText.pulledWhy(item.pulled.reason)} {item.pulled.href !== null && <a href={item.pulled.href}>{aboutItemsText.toOwn}</a>}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What seats said besides a vote; nothing when nobody did. */
function Voices({ id, title, rows }: { id: string; title: string; rows: readonly { readonly about: string; readonly reason: string }[] }) {
  if (rows.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <ul className="rows">
        {rows.map(({ about, reason }) => (
          <li key={about}>
            <div>
              <p className="preline">{reason}</p>
              <p className="meta">{about}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Facts({ data }: { data: Data }) {
  const rows = [
    { term: roundText.opens, value: data.opens },
    { term: roundText.closes, value: data.quietDay === null ? data.closes : `${data.closes}. ${data.quietDay}` },
    ...(data.rule === null ? [] : [{ term: roundText.rule, value: data.rule }]),
    { term: roundText.visibility, value: roundText[data.visibility] },
    ...(data.previousId === null ? [] : [{ term: roundText.previous, value: <a href={href(paths.round, { id: data.previousId })}>{roundText.toPrevious}</a> }]),
    ...(data.signatures.length === 0 ? [] : [{ term: roundText.signatures, value: data.signatures.join(" ") }]),
    ...(data.fingerprint === null ? [] : [{ term: roundText.fingerprint, value: <code className="num">{data.fingerprint.replace(/(.{4})(?=.)/g, "$1 ")}</code> }]),
  ];
  return (
    <Section id="gegevens" title={roundText.facts}>
      <Fields rows={rows} />
      {data.hasResult && (
        <p>
          <a href={href(paths.roundComparison, { id: data.id })}>{roundText.compare}</a>
        </p>
      )}
    </Section>
  );
}

/** What the bureau, and a member with an interest of its own, can do besides the next step. */
function Manage({ data: { id, can, mine, body, kind, items } }: { data: Data }) {
  const links = [
    ...(can.rehearse ? [{ address: href(paths.roundRehearsal, { id }), label: rehearsalText.link }] : []),
    ...(can.extend ? [{ address: href(paths.roundExtension, { id }), label: roundText.extend }] : []),
    ...(can.withdraw ? [{ address: href(paths.roundWithdrawal, { id }), label: roundText.withdraw }] : []),
    ...(can.invalidate ? [{ address: href(paths.roundInvalidation, { id }), label: roundText.invalidate }] : []),
    ...(can.record ? [{ address: href(paths.receivedBallot, { id }), label: receivedText.link }] : []),
    ...(mine.length > 0
      ? [
          { address: href(paths.roundRecusal, { id }), label: roundText.recuse },
          ...(items.length > 1 && (kind === "besluit" || kind === "stilte") ? [{ address: href(paths.itemPull, { id }), label: seatActText.pull.link }] : []),
          ...(kind === "prioritering" ? [] : [{ address: href(paths.treatmentRequest, { id }), label: seatActText.treatment.link }]),
          { address: href(paths.proxies, { slug: body.slug }), label: proxiesText.link },
        ]
      : []),
  ];
  if (links.length === 0 && !can.announce && !can.close) return null;
  return (
    <Section id="beheren" title={roundText.manage}>
      {can.announce && <ActionForm action={href(paths.roundAnnouncement, { id })} label={roundText.announce} secondary />}
      {can.close && <ActionForm action={href(paths.roundClosing, { id })} label={roundText.close} secondary />}
      <ul>
        {links.map(({ address, label }) => (
          <li key={address}>
            <a href={address}>{label}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
