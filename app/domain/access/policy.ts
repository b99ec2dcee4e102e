import { holds, isSignedIn, type Actor, type Role } from "./actor.ts";

/** What an act is about. Which of these an act needs stands in its line below. */
export interface Subject {
  readonly bodyId?: string | null;
  readonly organisationId?: string | null;
  readonly authorIds?: readonly string[];
  readonly seatId?: string | null;
  readonly personId?: string | null;
  /** whether a proposal lies open for every gemeente at this moment */
  readonly isConsulted?: boolean;
  /** whether the actor was at the meeting that it is about */
  readonly wasPresent?: boolean;
}

type Rule = (actor: Actor, subject: Subject) => boolean;

const anyone: Rule = () => true;
const signedIn: Rule = (actor) => isSignedIn(actor);
const admin: Rule = (actor) => actor.isAdmin;
const seated =
  (...roles: Role[]): Rule =>
  (actor, { bodyId }) =>
    bodyId != null && holds(actor, bodyId, ...roles);
const inAnyBodyAs =
  (...roles: Role[]): Rule =>
  (actor) =>
    actor.memberships.some((membership) => roles.includes(membership.role));
const author: Rule = (actor, { authorIds = [] }) => actor.id !== null && authorIds.includes(actor.id);
const holderOfSeat: Rule = (actor, { seatId }) =>
  actor.memberships.some(
    (membership) =>
      membership.seatId === seatId && membership.isVoting && (membership.role === "member" || membership.role === "substitute" || membership.role === "chair"),
  );
const ownOrganisation: Rule = (actor, { organisationId }) =>
  actor.isMunicipalAdmin && organisationId != null && actor.organisation?.id === organisationId;
/** The members of a body read its chain of the log; a beheerder reads the one of the portal itself, and no body's. */
const readerOfChain: Rule = (actor, subject) => (subject.bodyId === null ? actor.isAdmin : drafters(actor, subject));
const ofOrganisation: Rule = (actor, { organisationId }) => isSignedIn(actor) && organisationId != null && actor.organisation?.id === organisationId;
const self: Rule = (actor, { personId }) => actor.id !== null && actor.id === personId;
const consulted: Rule = (actor, { isConsulted = false }) => isConsulted && isSignedIn(actor) && actor.organisation !== null;
const present: Rule = (actor, { wasPresent = false }) => wasPresent && isSignedIn(actor);
const either =
  (...rules: Rule[]): Rule =>
  (actor, subject) =>
    rules.some((rule) => rule(actor, subject));

const bureau = seated("chair", "secretary");
const drafters = seated("chair", "secretary", "member", "substitute");

/**
 * Who may do what: one line per act, so the whole policy can be read, and reviewed, in one go.
 * The same words name a permission here, an entry in the log, and a label in app/text/acts.ts.
 */
const POLICY = {
  // proposals
  "proposal.draft": drafters,
  "proposal.edit": either(author, bureau),
  "proposal.discuss": bureau,
  "proposal.withdraw": author,
  "proposal.withdraw-for-author": seated("secretary"),
  "proposal.refer": seated("secretary"),
  "proposal.to-portfolio": seated("secretary"),
  "proposal.resubmit": author,
  "proposal.relabel": bureau,
  "proposal.link": either(author, bureau),
  "proposal.unlink": either(author, bureau),
  "link.review": either(author, bureau),
  "proposal.import": seated("secretary"),
  "proposal.merge": bureau,
  "view.save": signedIn,
  "view.delete": signedIn,
  "proposal.authors": either(author, seated("secretary")),
  "proposal.resume": seated("secretary"),
  "proposal.move": anyone,
  "proposal.consult": bureau,
  "comment.add": either(drafters, inAnyBodyAs("chair", "secretary", "member", "substitute"), consulted),
  "comment.answer": either(author, bureau),
  "amendment.submit": either(drafters, inAnyBodyAs("chair", "secretary", "member", "substitute"), consulted),
  "amendment.withdraw": self,
  "amendment.merge": either(author, bureau),
  "condition.answer": either(author, bureau),
  "condition.confirm": holderOfSeat,
  // voting
  "round.prepare": seated("secretary"),
  "round.change": seated("secretary"),
  "round.announce": seated("secretary"),
  "round.open": bureau,
  "round.extend": bureau,
  "round.withdraw": bureau,
  "round.establish": bureau,
  "round.publish": seated("secretary"),
  "round.invalidate": bureau,
  "round.remind": seated("secretary"),
  "round.recuse": holderOfSeat,
  "round.close": anyone,
  "clock.back": anyone,
  "round.rehearse": bureau,
  "round.pull": holderOfSeat,
  "round.ask-treatment": holderOfSeat,
  "round.correct": seated("secretary"),
  "ballot.record": seated("secretary"),
  "proxy.give": holderOfSeat,
  "proxy.accept": holderOfSeat,
  "proxy.revoke": holderOfSeat,
  "ballot.cast": holderOfSeat,
  "ballot.withdraw": holderOfSeat,
  // meetings and decisions
  "meeting.plan": seated("secretary"),
  "meeting.change": seated("secretary"),
  "meeting.cancel": bureau,
  "meeting.import": seated("secretary"),
  "series.plan": seated("secretary"),
  "series.change": seated("secretary"),
  "series.end": bureau,
  "template.change": seated("secretary"),
  "agenda.change": seated("secretary"),
  "agenda.send": seated("secretary"),
  "meeting.start": bureau,
  "meeting.close": bureau,
  "room.clock": seated("secretary"),
  "room.note": seated("secretary"),
  "outcome.note": seated("secretary"),
  "hands.record": seated("secretary"),
  "attendance.record": seated("secretary"),
  "attendance.reply": seated("chair", "secretary", "member", "substitute", "observer"),
  "minutes.write": seated("secretary"),
  "minutes.share": seated("secretary"),
  "minutes.adopt": bureau,
  "minutes.publish": seated("secretary"),
  "minutes.correct": seated("secretary"),
  "correction.submit": present,
  "correction.withdraw": self,
  "correction.answer": seated("secretary"),
  "action.record": seated("secretary"),
  "action.change": seated("secretary"),
  "action.finish": either(self, seated("secretary")),
  "decision.record": seated("secretary"),
  "decision.publish": seated("secretary"),
  "decision.change": seated("secretary"),
  // programma's van eisen
  "requirement-set.start": bureau,
  "requirement-set.change": bureau,
  "requirement-set.freeze": seated("secretary"),
  "requirement-set.succeed": bureau,
  "commitment.record": seated("secretary"),
  "commitment.fulfil": seated("secretary"),
  // portfolio, roadmap, needs
  "initiative.create": bureau,
  "initiative.change": bureau,
  "initiative.resume": bureau,
  "portfolio.decide": bureau,
  "criteria.adopt": bureau,
  "score.give": holderOfSeat,
  "score.read": drafters,
  "scenario.save": drafters,
  "scenario.change": either(author, bureau),
  "scenario.delete": either(author, bureau),
  "advice.classify": seated("secretary"),
  "advice.answer": bureau,
  "roadmap.propose": bureau,
  "roadmap.change": bureau,
  "capacity.set": bureau,
  "need.register": admin,
  "need.submit": signedIn,
  "need.answer": seated("secretary"),
  // gemeenten and building blocks
  "adoption.set": either(ownOrganisation, admin),
  "note.save": signedIn,
  "municipal-note.write": ofOrganisation,
  "block.register": admin,
  // following
  "subject.follow": signedIn,
  "subject.unfollow": signedIn,
  "news.seen": signedIn,
  "calendar.link": signedIn,
  // mail
  "mail.preference": anyone,
  "mail.retry": admin,
  // accounts, bodies, the portal itself
  "session.start": anyone,
  "session.end": signedIn,
  "account.add": admin,
  "account.change": admin,
  "account.disable": admin,
  "account.enable": admin,
  "account.invite": admin,
  "account.set-password": anyone,
  "account.change-password": self,
  "body.add": admin,
  "body.change": admin,
  "seat.add": admin,
  "seat.end": admin,
  "membership.add": admin,
  "membership.end": admin,
  "organisation.register": admin,
  "organisation.change": admin,
  "organisation.merge": admin,
  "adoption.register": admin,
  "component.register": admin,
  "log.read": readerOfChain,
  "demo.switch": anyone,
} satisfies Record<string, Rule>;

export type Act = keyof typeof POLICY;

export const ACTS = Object.keys(POLICY) as Act[];

/** Whether this actor may do this act to that subject. The one place where rights are decided. */
export const may = (actor: Actor, act: Act, subject: Subject = {}): boolean => POLICY[act](actor, subject);
