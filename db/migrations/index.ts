import * as m0001 from "./0001-people-and-bodies.ts";
import * as m0002 from "./0002-needs-and-proposals.ts";
import * as m0003 from "./0003-voting.ts";
import * as m0004 from "./0004-meetings-and-decisions.ts";
import * as m0005 from "./0005-portfolio-and-roadmap.ts";
import * as m0006 from "./0006-gemeenten-and-building-blocks.ts";
import * as m0007 from "./0007-search.ts";
import * as m0008 from "./0008-one-live-initiative.ts";
import * as m0009 from "./0009-known-devices.ts";
import * as m0010 from "./0010-clock-and-reach.ts";
import * as m0011 from "./0011-organisations-and-log-order.ts";
import * as m0012 from "./0012-private-drafts.ts";
import * as m0013 from "./0013-municipal-notes.ts";
import * as m0014 from "./0014-amendments.ts";
import * as m0016 from "./0016-imports-and-views.ts";
import * as m0017 from "./0017-controls-of-proposals.ts";
import * as m0018 from "./0018-seats-and-kinds.ts";
import * as m0019 from "./0019-school-holidays.ts";
import * as m0020 from "./0020-mail-and-jobs.ts";
import * as m0023 from "./0023-append-only-electorate.ts";
import * as m0025 from "./0025-planning-of-meetings.ts";
import * as m0026 from "./0026-sending-and-reply.ts";
import * as m0027 from "./0027-in-the-room.ts";
import * as m0028 from "./0028-versions-and-corrections-of-minutes.ts";
import * as m0029 from "./0029-commitments-and-terms.ts";
import * as m0031 from "./0031-requirement-sets.ts";
import * as m0032 from "./0032-imported-sets.ts";
import * as m0033 from "./0033-followed-kinds.ts";
import * as m0034 from "./0034-criteria-and-scores.ts";
import * as m0035 from "./0035-scenarios.ts";
import * as m0036 from "./0036-phases-and-effort.ts";
import * as m0037 from "./0037-advices.ts";
import * as m0038 from "./0038-conditions-in-place.ts";
import * as m0039 from "./0039-failed-imports-and-old-drafts.ts";
import * as m0040 from "./0040-time-of-a-chain.ts";
import * as m0041 from "./0041-casting-vote.ts";

/** Listed by hand, so a bundle, a test and a script all see the same ones in the same order. */
export const migrations = {
  "0001-people-and-bodies": m0001,
  "0002-needs-and-proposals": m0002,
  "0003-voting": m0003,
  "0004-meetings-and-decisions": m0004,
  "0005-portfolio-and-roadmap": m0005,
  "0006-gemeenten-and-building-blocks": m0006,
  "0007-search": m0007,
  "0008-one-live-initiative": m0008,
  "0009-known-devices": m0009,
  "0010-clock-and-reach": m0010,
  "0011-organisations-and-log-order": m0011,
  "0012-private-drafts": m0012,
  "0013-municipal-notes": m0013,
  "0014-amendments": m0014,
  "0016-imports-and-views": m0016,
  "0017-controls-of-proposals": m0017,
  "0018-seats-and-kinds": m0018,
  "0019-school-holidays": m0019,
  "0020-mail-and-jobs": m0020,
  "0023-append-only-electorate": m0023,
  "0025-planning-of-meetings": m0025,
  "0026-sending-and-reply": m0026,
  "0027-in-the-room": m0027,
  "0028-versions-and-corrections-of-minutes": m0028,
  "0029-commitments-and-terms": m0029,
  "0031-requirement-sets": m0031,
  "0032-imported-sets": m0032,
  "0033-followed-kinds": m0033,
  "0034-criteria-and-scores": m0034,
  "0035-scenarios": m0035,
  "0036-phases-and-effort": m0036,
  "0037-advices": m0037,
  "0038-conditions-in-place": m0038,
  "0039-failed-imports-and-old-drafts": m0039,
  "0040-time-of-a-chain": m0040,
  "0041-casting-vote": m0041,
};
