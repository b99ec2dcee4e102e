import type { AuthorRefusal } from "./authors.ts";
import type { MoveRefusal } from "./lifecycle.ts";

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
export type CommentRefusal = "not-found" | "not-allowed" | "comment-closed" | "comment-invalid" | "quote-not-found";
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
  | AnswerRefusal
  | ConditionRefusal
  | ConfirmRefusal
  | LinkRefusal
  | LabelRefusal
  | AuthorRefusal
  | KeepDraftRefusal
  | MunicipalNoteRefusal;
