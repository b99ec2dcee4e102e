import type { AmendmentProblem } from "./amendment.ts";
import type { AuthorRefusal } from "./authors.ts";
import type { MoveRefusal } from "./lifecycle.ts";
import type { MergeRefusal as RulingRefusal } from "./amendment-merge.ts";

/** Why an act on a proposal is turned down; each has its sentence in app/text/proposals.ts. */
export type StepRefusal = MoveRefusal | "not-found";
export type DraftRefusal = "not-found" | "not-allowed" | "wrong-kind" | "text-invalid" | "target-unknown";
export type VersionRefusal =
  | "not-found"
  | "not-allowed"
  | "text-locked"
  | "outdated"
  | "why-missing"
  | "text-invalid"
  | "text-unchanged"
  | "target-unknown"
  | "condition-unknown";
export type CommentRefusal = "not-found" | "not-allowed" | "comment-closed" | "comment-invalid" | "quote-not-found" | "outdated";
export type ReplyRefusal = "not-found" | "not-allowed" | "comment-closed" | "comment-invalid";
export type ConsultationRefusal = "not-found" | "not-allowed" | "wrong-state" | "moment-past";
export type AmendmentRefusal = "not-found" | "not-allowed" | "amendment-closed" | "reason-missing" | "outdated" | `amendment-${AmendmentProblem}`;
export type AmendmentWithdrawal = "not-found" | "not-allowed" | "amendment-settled";
export type MergeRefusal = "not-found" | "not-allowed" | RulingRefusal | VersionRefusal;
export type AnswerRefusal = "not-found" | "not-allowed" | "comment-invalid" | "already-answered";
export type ConditionRefusal = "not-found" | "not-allowed" | "text-locked" | "new-version-first" | "answer-missing";
export type ConfirmRefusal = "not-found" | "not-allowed" | "answer-missing";
export type LinkRefusal = "not-found" | "not-allowed" | "other-unknown" | "other-is-same" | "other-body";
export type LabelRefusal = "not-found" | "not-allowed" | "label-unchanged" | "reason-missing" | "second-person-needed";

/** Why an unsaved text is not kept: "already-saved" when its writer saved a newer version meanwhile. */
export type KeepDraftRefusal = "not-found" | "not-allowed" | "already-saved" | "draft-too-long";
export type MunicipalNoteRefusal = "not-found" | "not-allowed" | "note-invalid";

export type ProposalRefusal =
  | StepRefusal
  | DraftRefusal
  | VersionRefusal
  | CommentRefusal
  | ReplyRefusal
  | ConsultationRefusal
  | AmendmentRefusal
  | AmendmentWithdrawal
  | MergeRefusal
  | AnswerRefusal
  | ConditionRefusal
  | ConfirmRefusal
  | LinkRefusal
  | LabelRefusal
  | AuthorRefusal
  | KeepDraftRefusal
  | MunicipalNoteRefusal;
