import type { Instant } from "../shared/instant.ts";

/** Whether something that runs `from`–`until` may end then: never before it began, never twice. */
export const mayEnd = (period: { readonly from: Instant; readonly until: Instant | null }, at: Instant): boolean => period.until === null && at >= period.from;
