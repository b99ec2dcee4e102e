import { accessNotices } from "./access.ts";
import { accountNotices } from "./account.ts";
import { adminNotices } from "./admin.ts";
import { adviceNotices } from "./advices.ts";
import { noteNotices } from "./building-blocks.ts";
import { commitmentNotices } from "./commitments.ts";
import { noticeText as decisions } from "./decisions.ts";
import { demoNoticeText } from "./demo.ts";
import { followNoticeText } from "./following.ts";
import { mailNotices } from "./mail.ts";
import { noticeText as meetings } from "./meetings.ts";
import { minutesNotices } from "./minutes.ts";
import { municipalityNotices } from "./municipalities.ts";
import { needNotices } from "./needs.ts";
import { organisationNotices } from "./organisations.ts";
import { planningNotices } from "./planning.ts";
import { roomNotices } from "./room.ts";
import { portfolioNotices } from "./portfolio.ts";
import { scoreNotices } from "./portfolio-scores.ts";
import { importNotices } from "./proposal-import.ts";
import { listNotices } from "./proposal-list.ts";
import { noticeText as proposals } from "./proposals.ts";
import { planNotices } from "./roadmap-plan.ts";
import { setNotices } from "./requirement-sets.ts";
import { roadmapNotices } from "./roadmap.ts";
import { traceNotices } from "./traces.ts";
import { votingNoticeText } from "./voting-pages.ts";
import { votingRefusalText } from "./voting.ts";

const ALL: Readonly<Record<string, string>> = {
  ...accessNotices,
  ...accountNotices,
  ...organisationNotices,
  ...adminNotices,
  ...noteNotices,
  ...municipalityNotices,
  ...portfolioNotices,
  ...scoreNotices,
  ...adviceNotices,
  ...roadmapNotices,
  ...planNotices,
  ...votingRefusalText,
  ...meetings,
  ...decisions,
  ...proposals,
  ...votingNoticeText,
  ...followNoticeText,
  ...demoNoticeText,
  ...needNotices,
  ...mailNotices,
  ...importNotices,
  ...listNotices,
  ...traceNotices,
  ...setNotices,
  ...planningNotices,
  ...roomNotices,
  ...minutesNotices,
  ...commitmentNotices,
};

/** The sentence for a notice that travelled as a code; nothing for a code that nobody gave. */
export const noticeFor = (code: string | null): string | null => (code === null ? null : (Object.hasOwn(ALL, code) ? (ALL[code] ?? null) : null));
