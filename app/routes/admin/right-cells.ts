import { later } from "#app/domain/shared/instant.ts";
import { rightsText } from "#app/text/admin.ts";
import { roleText } from "#app/text/bodies.ts";
import { date } from "#app/text/format.ts";
import type { Right } from "#db/queries/rights.ts";

export const RIGHTS_HEAD = [rightsText.person, rightsText.where, rightsText.role, rightsText.vote, rightsText.organisation, rightsText.email, rightsText.since, rightsText.until, rightsText.account];

/** One right as the page and the file show it. */
export const rightCells = ({ person, email, organisation, body, role, isVoting, since, until, isDisabled }: Right): string[] => [
  person,
  body ?? rightsText.portal,
  role === "admin" ? rightsText.admin : role === "municipal-admin" ? rightsText.municipalAdmin : roleText[role],
  isVoting === null ? "" : isVoting ? rightsText.votes : rightsText.advises,
  organisation ?? "",
  email,
  date(since),
  until === null ? "" : date(later(until, -1)),
  isDisabled ? rightsText.disabled : rightsText.active,
];
