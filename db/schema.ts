/**
 * What every table holds, in types that mean the same on SQLite and PostgreSQL:
 * ids and moments are text, yes/no is 0 or 1, structured values are JSON text.
 */
import type { PeopleSchema } from "./schema/people.ts";
import type { ProposalsSchema } from "./schema/proposals.ts";
import type { DraftingSchema } from "./schema/drafting.ts";
import type { VotingSchema } from "./schema/voting.ts";
import type { MeetingsSchema } from "./schema/meetings.ts";
import type { PlanningSchema } from "./schema/planning.ts";
import type { MinutesSchema } from "./schema/minutes.ts";
import type { PortfolioSchema } from "./schema/portfolio.ts";
import type { MunicipalitiesSchema } from "./schema/municipalities.ts";
import type { ImportsSchema } from "./schema/imports.ts";
import type { RequirementSetsSchema } from "./schema/requirement-sets.ts";
import type { MailSchema } from "./schema/mail.ts";
import type { SearchSchema } from "./schema/search.ts";

export interface Schema
  extends PeopleSchema,
    ProposalsSchema,
    DraftingSchema,
    VotingSchema,
    MeetingsSchema,
    PlanningSchema,
    MinutesSchema,
    PortfolioSchema,
    MunicipalitiesSchema,
    ImportsSchema,
    RequirementSetsSchema,
    MailSchema,
    SearchSchema {}
