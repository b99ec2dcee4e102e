import { index, route, type RouteConfig } from "@remix-run/route-config";
import { paths } from "./paths.ts";

/** The table of contents: which file answers which address. Each room keeps its own part. */
export default [
  index("routes/home.tsx"),
  // bodies and gemeenten
  // needs
  // proposals
  route(paths.conditionConfirmation, "routes/proposals/condition-confirmation.ts"),
  route(paths.proposalSubmission, "routes/proposals/proposal-submission.ts"),
  route(paths.proposalReferral, "routes/proposals/proposal-referral.ts"),
  route(paths.proposalDiscussion, "routes/proposals/proposal-discussion.ts"),
  route(paths.proposalEdit, "routes/proposals/proposal-edit.tsx"),
  route(paths.proposalComparison, "routes/proposals/proposal-comparison.tsx"),
  route(paths.proposalVersion, "routes/proposals/proposal-version.tsx"),
  route(paths.proposal, "routes/proposals/proposal.tsx"),
  route(paths.newProposal, "routes/proposals/new-proposal.tsx"),
  route(paths.proposals, "routes/proposals/proposals.tsx"),
  // voting
  route(paths.rounds, "routes/voting/rounds.tsx"),
  route(paths.newRound, "routes/voting/round-new.tsx"),
  route(paths.round, "routes/voting/round.tsx"),
  route(paths.roundBallot, "routes/voting/ballot.tsx"),
  route(paths.ballotWithdrawal, "routes/voting/ballot-withdrawal.ts"),
  route(paths.roundResult, "routes/voting/result.tsx"),
  route(paths.roundResultJson, "routes/voting/result-json.ts"),
  route(paths.roundResultCsv, "routes/voting/result-csv.ts"),
  route(paths.roundComparison, "routes/voting/comparison.tsx"),
  route(paths.roundAnnouncement, "routes/voting/round-announcement.ts"),
  route(paths.roundOpening, "routes/voting/round-opening.tsx"),
  route(paths.roundClosing, "routes/voting/round-closing.ts"),
  route(paths.roundExtension, "routes/voting/round-extension.tsx"),
  route(paths.roundWithdrawal, "routes/voting/round-withdrawal.tsx"),
  route(paths.roundRecusal, "routes/voting/round-recusal.tsx"),
  route(paths.roundEstablishment, "routes/voting/round-establishment.tsx"),
  route(paths.roundPublication, "routes/voting/round-publication.ts"),
  route(paths.roundInvalidation, "routes/voting/round-invalidation.tsx"),
  // meetings and decisions
  route(paths.meetings, "routes/meetings/meetings.tsx"),
  route(paths.newMeeting, "routes/meetings/meeting-new.tsx"),
  route(paths.meetingImport, "routes/meetings/meeting-import.tsx"),
  route(paths.meeting, "routes/meetings/meeting.tsx"),
  route(paths.meetingEdit, "routes/meetings/meeting-edit.tsx"),
  route(paths.meetingAgenda, "routes/meetings/meeting-agenda.tsx"),
  route(paths.agendaItem, "routes/meetings/agenda-item.tsx"),
  route(paths.agendaItemMove, "routes/meetings/agenda-item-move.ts"),
  route(paths.agendaItemRemoval, "routes/meetings/agenda-item-removal.ts"),
  route(paths.agendaSending, "routes/meetings/agenda-sending.ts"),
  route(paths.meetingStart, "routes/meetings/meeting-start.ts"),
  route(paths.meetingEnd, "routes/meetings/meeting-end.ts"),
  route(paths.meetingCancellation, "routes/meetings/meeting-cancellation.tsx"),
  route(paths.meetingReply, "routes/meetings/meeting-reply.ts"),
  route(paths.attendance, "routes/meetings/attendance.tsx"),
  route(paths.minutes, "routes/meetings/minutes.tsx"),
  route(paths.minutesEdit, "routes/meetings/minutes-edit.tsx"),
  route(paths.minutesConcept, "routes/meetings/minutes-concept.ts"),
  route(paths.minutesAdoption, "routes/meetings/minutes-adoption.ts"),
  route(paths.minutesPublication, "routes/meetings/minutes-publication.ts"),
  route(paths.minutesErratum, "routes/meetings/minutes-erratum.tsx"),
  route(paths.meetingDecision, "routes/meetings/meeting-decision.tsx"),
  route(paths.meetingAction, "routes/meetings/meeting-action.tsx"),
  route(paths.decisions, "routes/decisions/decisions.tsx"),
  route(paths.decision, "routes/decisions/decision.tsx"),
  route(paths.decisionMinutes, "routes/decisions/decision-minutes.tsx"),
  route(paths.decisionPublication, "routes/decisions/decision-publication.ts"),
  route(paths.decisionEdit, "routes/decisions/decision-edit.tsx"),
  route(paths.actions, "routes/meetings/actions.tsx"),
  route(paths.actionsCsv, "routes/meetings/actions-csv.ts"),
  route(paths.actionCompletion, "routes/meetings/action-completion.ts"),
  route(paths.calendar, "routes/meetings/calendar.ts"),
  route(paths.bodyCalendar, "routes/meetings/body-calendar.ts"),
  route(paths.decisionFeed, "routes/decisions/decision-feed.ts"),
  // portfolio and roadmap
  // building blocks and pages about the portal
  // personal
  route(paths.newsSeen, "routes/following/news-seen.ts"),
  route(paths.follow, "routes/following/follow.ts"),
  route(paths.search, "routes/search/search.tsx"),
  // sign-in and administration
  route(paths.login, "routes/access/login.tsx"),
  route(paths.logout, "routes/access/logout.ts"),
  // machines
  // demonstration
] satisfies RouteConfig;
