import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { knownTo } from "./decisions.ts";
import { visibleTo } from "./visibility.ts";

interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** By id what a line of the log is about: a number, a title or a name, as far as this reader may know it. One query, however many kinds there are. */
export async function namesOfSubjects(db: Db, actor: Actor, subjects: readonly Subject[], now: Instant): Promise<Map<string, string>> {
  const ids = (kind: string) => [...new Set(subjects.flatMap((subject) => (subject.kind === kind ? [subject.id] : [])))];
  const asked = Object.entries(sources(actor, now)).flatMap(([kind, source]) => {
    const wanted = ids(kind);
    return wanted.length === 0 ? [] : [sql`select ${sql.ref(`${source.table}.id`)} as id, ${source.name} as name from ${source.from} where ${sql.ref(`${source.table}.id`)} in (${sql.join(wanted)}) and ${source.where ?? sql`1 = 1`}`];
  });
  // The first data of a portal have a word for an id.
  const names = new Map(ids("reference").map((id) => [id, id]));
  if (asked.length === 0) return names;
  const { rows } = await sql<{ id: string; name: string }>`${sql.join(asked, sql` union all `)}`.execute(db);
  for (const { id, name } of rows) names.set(id, name);
  return names;
}

interface Source {
  readonly table: string;
  readonly name: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
  readonly where?: RawBuilder<unknown>;
}

/** Where the name of each kind of subject stands. What hangs on a proposal is named after it, and hidden with it. */
function sources(actor: Actor, now: Instant): Record<string, Source> {
  const own = (table: string, column: string, where?: RawBuilder<unknown>): Source => ({ table, name: sql.ref(`${table}.${column}`), from: sql.table(table), ...(where && { where }) });
  const proposal = visibleTo(actor, "proposal", { shared: "shared_at" });
  const onProposal = (table: string, name: RawBuilder<unknown>): Source => ({ table, name, from: sql`${sql.table(table)} inner join proposal on proposal.id = ${sql.ref(`${table}.proposal_id`)}`, where: proposal });
  const onSeat = (table: string, column: string): Source => ({ table, name: sql.ref("organisation.name"), from: sql`${sql.table(table)} inner join seat as held on held.id = ${sql.ref(`${table}.${column}`)} inner join organisation on organisation.id = held.organisation_id` });
  return {
    proposal: own("proposal", "number", proposal),
    decision: own("decision", "number", knownTo(actor, now)),
    initiative: own("initiative", "number", visibleTo(actor, "initiative")),
    roadmap_item: own("roadmap_item", "number", visibleTo(actor, "roadmap_item")),
    round: own("round", "title", visibleTo(actor, "round", { shared: "announced_at" })),
    meeting: own("meeting", "title", visibleTo(actor, "meeting")),
    need: own("need", "number"),
    action: own("action_item", "number"),
    organisation: own("organisation", "name"),
    body: own("body", "name"),
    component: own("component", "name"),
    import: own("proposal_import", "file_name"),
    amendment: onProposal("amendment", sql`cast(amendment.number as text) || ' bij ' || proposal.number`),
    comment: onProposal("comment", sql`'bij ' || proposal.number`),
    condition: onProposal("condition", sql`'bij ' || proposal.number`),
    seat: { table: "seat", name: sql.ref("organisation.name"), from: sql`seat inner join organisation on organisation.id = seat.organisation_id` },
    membership: { table: "membership", name: sql.ref("person.name"), from: sql`membership inner join person on person.id = membership.person_id` },
    proxy: onSeat("proxy", "from_seat_id"),
  };
}
