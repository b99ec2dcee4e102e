import type { FollowedSubject } from "#app/domain/following/following.ts";
import { href, paths } from "#app/paths.ts";

/** The page of a subject that somebody follows; a component's page is the list of its proposals. */
export function addressOfSubject({ kind, reference }: FollowedSubject): string {
  switch (kind) {
    case "proposal":
      return href(paths.proposal, { number: reference });
    case "body":
      return href(paths.body, { slug: reference });
    case "component":
      return href(paths.proposals, { onderdeel: reference });
    case "need":
      return href(paths.need, { number: reference });
    case "initiative":
      return href(paths.initiative, { number: reference });
    case "roadmap_item":
      return href(paths.roadmapItem, { number: reference });
    case "organisation":
      return href(paths.municipality, { code: reference });
    case "round":
      return href(paths.round, { id: reference });
    case "requirement_set":
      return href(paths.requirementSet, { slug: reference });
    case "meeting":
      return href(paths.meeting, { id: reference });
  }
}
