import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { castBallots, type BallotForm } from "#app/commands/voting/cast-ballots.ts";
import type { ConditionStrength } from "#app/domain/proposals/discussion.ts";
import { castingRole, isCastAtLeastBy, type CasterRole } from "#app/domain/voting/ballot.ts";
import { isChoiceOf } from "#app/domain/voting/choice.ts";
import { isOpen, phaseOf } from "#app/domain/voting/round.ts";
import { href, paths } from "#app/paths.ts";
import { typed } from "#app/domain/shared/entered.ts";
import { readForm, type Entered } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { dateTime, pageTitle } from "#app/text/format.ts";
import { choiceText, roundName, ruleText, strengthText, type VotingRefusal } from "#app/text/voting.ts";
import { ballotText } from "#app/text/voting-ballot.ts";
import { aboutItemsText } from "#app/text/voting-kinds.ts";
import { roundText } from "#app/text/voting-pages.ts";
import { PageHead } from "#app/ui/page-head.tsx";
import { listComponentsOfItems } from "#db/queries/voting-items.ts";
import { findRound } from "#db/queries/voting-rounds.ts";
import { againOf, cardsOf, currentValue, filledIn, ITEMS_PER_PAGE, loadBallotFacts, loadOwnBallots, nextOpen, withComponents, type BallotFacts } from "./ballot-cards.ts";
import { ballotAddress } from "./ballot-address.ts";
import { BallotForm as FilledForm } from "./ballot-form.tsx";
import { BallotReview } from "./ballot-review.tsx";
import { ballotStep } from "./ballot-steps.ts";
import { loadVoices } from "./ballot-voices.ts";
import { ballotSeatsOf, seatInAddress } from "./ballot-seats.ts";
import { fieldsOf } from "./entered-cards.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? ballotText.title(data.title) : ballotText.crumb) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now, newId } = await requireActor(args);
  const { id = "" } = args.params;
  const query = new URL(args.request.url).searchParams;

  const round = (await findRound(db, actor, id)) ?? notFound();
  const { seat, others } = seatInAddress(await ballotSeatsOf(db, actor, round, now()), round, query.get("zetel"));
  if (round.kind === "prioritering") throw redirect(ballotAddress(round, query.get("zetel")));
  if (round.openedAt === null) return notFound();
  const facts = await loadBallotFacts(db, actor, round, seat, now());
  const pages = Math.max(1, Math.ceil(facts.items.length / ITEMS_PER_PAGE));
  const page = Math.min(pages, Math.max(1, Number(query.get("pagina")) || 1));
  const isReview = query.get("stap") === "controle";
  return {
    id,
    title: round.title,
    name: roundName(round.kind, round.sequence),
    bodyName: round.body.name,
    explanation: round.explanation,
    closes: dateTime(round.closesAt),
    rule: round.kind === "besluit" ? ruleText(round.rule) : null,
    phase: phaseOf(round, now()),
    isOpen: isOpen(round, now()),
    seat: { id: seat.seatId, name: seat.name, through: seat.through },
    otherSeats: others.map((other) => ({ href: href(paths.roundBallot, { id }, { zetel: other.seatId }), name: other.name })),
    filled: filledIn(facts),
    mayPull: facts.items.length > 1 && (round.kind === "besluit" || round.kind === "stilte"),
    resume: query.has("pagina") ? null : nextOpen(facts),
    ...{ page, pages },
    cards: isReview ? [] : withComponents(cardsOf(facts, page, newId, await loadVoices(db, round, facts.items)), await listComponentsOfItems(db, id)),
    review: isReview ? reviewOf(facts) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;
  const query = new URL(args.request.url).searchParams;

  const round = (await findRound(context.db, context.actor, id)) ?? notFound();
  const { seat } = seatInAddress(await ballotSeatsOf(context.db, context.actor, round, context.now()), round, query.get("zetel"));
  const own = await loadOwnBallots(context.db, round, seat);
  const page = Number(query.get("pagina")) || 1;
  const onPage = own.items.slice((page - 1) * ITEMS_PER_PAGE, page * ITEMS_PER_PAGE).map((item) => item.id);

  const form = await readForm(args.request, schemaFor(onPage));
  if (!form.ok) return json({ refused: refusedFields(onPage, form.problems), general: null, entered: form.entered }, 422);
  // Confirming a former choice again is the one thing for which the form needs the former round.
  const facts = Object.values(form.entered).includes(AGAIN) ? await loadBallotFacts(context.db, context.actor, round, seat, context.now()) : own;
  const role = seat.throughSeatId !== null ? "proxy" : (castingRole(context.actor.memberships.filter(({ seatId }) => seatId === seat.seatId).map((membership) => membership.role)) ?? "proxy");
  const asked = onPage.flatMap((itemId) => ballotFrom(facts, itemId, form.entered, role) ?? []);
  const empty = onPage.filter((itemId) => isWithoutChoice(form.entered, itemId, facts, asked.length === 0 && facts.latest.size === 0));
  if (empty.length > 0) return json({ refused: Object.fromEntries(empty.map((itemId) => [itemId, "unknown-choice" as const])), general: null, entered: form.entered }, 422);

  if (asked.length > 0) {
    const cast = await castBallots(context, { roundId: id, seatId: seat.seatId, ballots: asked });
    if (!cast.ok) {
      if (cast.refusal === "not-found") return notFound();
      if (cast.refusal === "not-allowed") return forbidden();
      const refused: Record<string, VotingRefusal> = Object.fromEntries(cast.refused.map(({ itemId, refusal }) => [itemId, refusal]));
      return json({ refused, general: FIELD_REFUSALS.includes(cast.refusal) ? null : cast.refusal, entered: form.entered }, FIELD_REFUSALS.includes(cast.refusal) ? 422 : 409);
    }
  }
  return redirect(ballotStep(id, query.get("zetel"), page, typed(form.entered, "stap") ?? ""), await withNotice(asked.length > 0 ? "ballots-saved" : "nothing-changed"));
}

const FIELD_REFUSALS: readonly VotingRefusal[] = ["motivation-required", "condition-required", "condition-quote-unknown", "unknown-choice"];
const LONGEST = 2000;
/** What the form sends for "I confirm my former choice again". */
const AGAIN = "opnieuw";

/** One schema per page of a round: making it costs more than reading a form with it. */
const schemas = new Map<string, z.ZodObject<Record<string, z.ZodString>>>();
const MOST_SCHEMAS = 50;

function schemaFor(itemIds: readonly string[]): z.ZodObject<Record<string, z.ZodString>> {
  const key = itemIds.join();
  const known = schemas.get(key);
  if (known) return known;
  const text = z.string().max(LONGEST);
  const made = z.object({ stap: text, ...Object.fromEntries(itemIds.flatMap((itemId) => Object.values(fieldsOf(itemId)).map((field) => [field, text]))) });
  if (schemas.size >= MOST_SCHEMAS) schemas.clear();
  schemas.set(key, made);
  return made;
}

const refusedFields = (itemIds: readonly string[], problems: Readonly<Record<string, unknown>>): Record<string, VotingRefusal> =>
  Object.fromEntries(itemIds.filter((itemId) => Object.values(fieldsOf(itemId)).some((field) => problems[field] !== undefined)).map((itemId) => [itemId, "text-too-long"]));

/** What the form says about an item, or null when it says nothing new. */
function ballotFrom(facts: BallotFacts, itemId: string, entered: Entered, role: CasterRole): BallotForm | null {
  const fields = fieldsOf(itemId);
  const said = (field: string) => typed(entered, field) ?? "";
  const again = said(fields.choice) === AGAIN ? againOf(facts, itemId) : null;
  const choice = again?.choice ?? said(fields.choice);
  const motivation = said(fields.motivation) || (again?.motivation ?? "");
  const condition = choice === "akkoord_mits" ? said(fields.condition) || (again?.condition ?? "") : "";
  const strength = (Object.keys(strengthText) as ConditionStrength[]).find((known) => known === (again && said(fields.condition) === "" ? again.strength : said(fields.strength))) ?? "must";
  const quote = choice === "akkoord_mits" ? said(fields.quote) || (again?.quote ?? "") : "";
  const current = currentValue(facts, itemId);
  const isSame = current.choice === choice && current.motivation === motivation && current.condition === condition && (choice !== "akkoord_mits" || (current.strength === strength && current.quote === quote));
  // Who confirms what a volmacht or a plaatsvervanger chose makes it the own vote, which those do not overrule any more.
  const isOwn = isCastAtLeastBy(facts.latest.get(itemId)?.casterRole ?? role, role);
  if (choice === "" || (isSame && isOwn)) return null;
  return { itemId, nonce: said(fields.nonce), textHash: said(fields.hash), choice, motivation, condition, strength, quote };
}

/** Words without a choice would be lost; and a form with nothing chosen at all asks for at least one choice. */
function isWithoutChoice(entered: Entered, itemId: string, { recused }: BallotFacts, isAllEmpty: boolean): boolean {
  const fields = fieldsOf(itemId);
  if (recused.includes(itemId) || (typed(entered, fields.choice) ?? "") !== "") return false;
  return isAllEmpty || (typed(entered, fields.motivation) ?? "") !== "" || (typed(entered, fields.condition) ?? "") !== "";
}

function reviewOf(facts: BallotFacts) {
  return facts.items.map((item) => {
    const { choice, condition } = currentValue(facts, item.id);
    return {
      id: item.id,
      name: item.number === null ? item.title : `${item.number} ${item.title}`,
      choice: isChoiceOf(facts.round.kind, choice) ? choiceText[choice] : null,
      condition,
      without: facts.held.has(item.id) ? ballotText.held : !facts.recused.includes(item.id) ? null : item.pulledAt === null ? ballotText.recused : aboutItemsText.pulled,
      receipt: choice === "" ? null : (facts.latest.get(item.id)?.receipt ?? null),
      page: Math.ceil(item.position / ITEMS_PER_PAGE),
      position: item.position,
    };
  });
}

export default function BallotPage() {
  const data = useLoaderData<typeof loader>();
  const { id, title, name, review } = data;
  const crumbs = [
    { href: href(paths.rounds), label: roundText.crumb },
    { href: href(paths.round, { id }), label: name },
  ];
  return (
    <>
      <PageHead crumbs={crumbs} title={review ? ballotText.reviewTitle : ballotText.title(title)} lead={review ? ballotText.reviewLead : <Lead />} />
      {review ? <BallotReview /> : <FilledForm />}
    </>
  );
}

function Lead() {
  const { name, bodyName, closes } = useLoaderData<typeof loader>();
  return (
    <>
      {ballotText.lead(name, bodyName)}
      <strong>{closes}</strong>
      {"."}
    </>
  );
}
