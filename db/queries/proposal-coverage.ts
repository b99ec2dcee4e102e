import type { Actor } from "#app/domain/access/actor.ts";
import { isEnded, PROPOSAL_STATES, type LinkKind, type ProposalKind } from "#app/domain/proposals/proposal.ts";
import type { Db } from "../client.ts";
import { visibleTo } from "./visibility.ts";

export interface CoverageFilter {
  /** slugs */
  readonly body: string | null;
  readonly component: string | null;
  /** at most so many of each kind of gap */
  readonly most: number;
}

export interface UnservedNeed {
  readonly number: string;
  readonly title: string;
}

export interface Untestable {
  readonly number: string;
  readonly title: string;
  readonly kind: ProposalKind;
  readonly bodyName: string;
}

export interface SuspectLink {
  readonly kind: LinkKind;
  readonly number: string;
  readonly title: string;
  readonly bodyName: string;
  readonly upstreamNumber: string;
  readonly upstreamTitle: string;
  readonly reviewedVersion: number;
  readonly upstreamVersion: number;
}

/** What has come to its end no longer serves, proves or depends on anything; what is in use still does. */
const LIVE = PROPOSAL_STATES.filter((state) => !isEnded(state) || state === "in_use");

/** Accepted needs that no living eis or wens in this choice serves, as far as the actor may see; with a component only needs of that component. */
export function listUnservedNeeds(db: Db, actor: Actor, { body, component, most }: CoverageFilter): Promise<UnservedNeed[]> {
  return db
    .selectFrom("need")
    .select(["need.number", "need.title"])
    .where("need.state", "=", "accepted")
    .$if(component !== null, (query) =>
      query.where("need.id", "in", (eb) => eb.selectFrom("need_component").innerJoin("component", "component.id", "need_component.component_id").select("need_component.need_id").where("component.slug", "=", component ?? "")),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("proposal_need")
            .innerJoin("proposal", "proposal.id", "proposal_need.proposal_id")
            .select("proposal.id")
            .whereRef("proposal_need.need_id", "=", "need.id")
            .where("proposal.kind", "in", ["eis", "wens"])
            .where("proposal.state", "in", LIVE)
            .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
            .$if(body !== null, (query) => query.where("proposal.body_id", "in", idOfBody(db, body)))
            .$if(component !== null, (query) => query.where("proposal.id", "in", ofComponent(db, component))),
        ),
      ),
    )
    .orderBy("need.number")
    .limit(most)
    .execute();
}

/** Living eisen and wensen whose newest version does not say how a supplier proves it. */
export async function listUntestable(db: Db, actor: Actor, { body, component, most }: CoverageFilter): Promise<Untestable[]> {
  const rows = await db
    .selectFrom("proposal_version as version")
    .innerJoin("proposal", (join) => join.onRef("proposal.id", "=", "version.proposal_id").onRef("proposal.current_version", "=", "version.number"))
    .innerJoin("body", "body.id", "proposal.body_id")
    .select(["proposal.number", "proposal.title", "proposal.kind", "body.name as body_name"])
    .where("version.acceptance", "=", "")
    .where("proposal.kind", "in", ["eis", "wens"])
    .where("proposal.state", "in", LIVE)
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .$if(body !== null, (query) => query.where("body.slug", "=", body ?? ""))
    .$if(component !== null, (query) => query.where("proposal.id", "in", ofComponent(db, component)))
    .orderBy("proposal.number")
    .limit(most)
    .execute();
  return rows.map(({ body_name: bodyName, ...row }) => ({ ...row, bodyName }));
}

/** Links whose upstream got a new version since somebody reviewed them; both ends must be visible. */
export async function listSuspectLinks(db: Db, actor: Actor, { body, component, most }: CoverageFilter): Promise<SuspectLink[]> {
  const rows = await db
    .selectFrom("proposal_link")
    .innerJoin("proposal", "proposal.id", "proposal_link.from_id")
    .innerJoin("proposal as upstream", "upstream.id", "proposal_link.to_id")
    .innerJoin("body", "body.id", "proposal.body_id")
    .select(["proposal_link.kind", "proposal.number", "proposal.title", "body.name as body_name", "upstream.number as upstream_number", "upstream.title as upstream_title"])
    .select(["proposal_link.reviewed_version", "upstream.current_version"])
    .whereRef("upstream.current_version", ">", "proposal_link.reviewed_version")
    .where("proposal.state", "in", LIVE)
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .where(visibleTo(actor, "upstream", { shared: "shared_at" }))
    .$if(body !== null, (query) => query.where("body.slug", "=", body ?? ""))
    .$if(component !== null, (query) => query.where("proposal.id", "in", ofComponent(db, component)))
    .orderBy("proposal.number")
    .orderBy("upstream.number")
    .limit(most)
    .execute();
  return rows.map((row) => ({
    ...{ kind: row.kind, number: row.number, title: row.title, bodyName: row.body_name, upstreamNumber: row.upstream_number, upstreamTitle: row.upstream_title },
    ...{ reviewedVersion: row.reviewed_version, upstreamVersion: row.current_version },
  }));
}

const idOfBody = (db: Db, slug: string | null) => db.selectFrom("body").select("body.id").where("body.slug", "=", slug ?? "");

const ofComponent = (db: Db, slug: string | null) =>
  db.selectFrom("proposal_component").innerJoin("component", "component.id", "proposal_component.component_id").select("proposal_component.proposal_id").where("component.slug", "=", slug ?? "");
