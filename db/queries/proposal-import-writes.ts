import type { Tlp } from "#app/domain/access/visibility.ts";
import type { ProposalKind } from "#app/domain/proposals/proposal.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Trx } from "../client.ts";
import { searchKey } from "../portable.ts";
import { indexNewProposals } from "../search-index.ts";
import type { Targets, VersionText } from "./proposal-writes.ts";

/** A draft that is ready to be written: its number aside, nothing has to be worked out any more. */
export interface ReadyDraft {
  readonly id: string;
  readonly versionId: string;
  readonly stepId: string;
  readonly kind: ProposalKind;
  readonly tlp: Tlp;
  readonly text: VersionText;
  readonly titleKey: string;
  readonly textHash: string;
  readonly targets: Targets;
  /** where it came from, for the chain */
  readonly why: string;
}

export const titleKeyOf = searchKey;

/** Many drafts of one body and one author at one moment, in nine statements. */
export async function insertDrafts(trx: Trx, drafts: readonly (ReadyDraft & { readonly number: string })[], { bodyId, authorId, at }: { bodyId: string; authorId: string; at: Instant }): Promise<void> {
  await trx
    .insertInto("proposal")
    .values(
      drafts.map(({ id, number, kind, tlp, text, titleKey }) => ({
        ...{ id, number, body_id: bodyId, kind, state: "draft" as const, tlp, title: text.title, title_key: titleKey, current_version: 1 },
        ...{ created_by: authorId, created_at: at, updated_at: at },
        ...{ public_title: null, advice: null, advice_points: null, question: null, on_hold_until: null, replaced_by: null, shared_at: null },
      })),
    )
    .execute();
  await trx.insertInto("proposal_author").values(drafts.map(({ id }) => ({ proposal_id: id, person_id: authorId }))).execute();
  await trx
    .insertInto("proposal_version")
    .values(
      drafts.map(({ id, versionId, text: { title, statement, rationale, acceptance, source, moscow, weight, components, needs, policyAreas, controls }, why, textHash }) => ({
        ...{ id: versionId, proposal_id: id, number: 1, title, statement, rationale, acceptance, source, moscow, weight, why, author_id: authorId, created_at: at, text_hash: textHash },
        ...{ components: JSON.stringify(components), needs: JSON.stringify(needs), policy_areas: JSON.stringify(policyAreas), controls: JSON.stringify(controls) },
      })),
    )
    .execute();
  const pairs = <Column extends string>(column: Column, ids: (targets: Targets) => readonly string[]) =>
    drafts.flatMap(({ id, targets }) => ids(targets).map((target) => ({ proposal_id: id, [column]: target }) as { proposal_id: string } & Record<Column, string>));
  const [components, needs, areas, controls] = [pairs("component_id", (targets) => targets.components), pairs("need_id", (targets) => targets.needs), pairs("policy_area_id", (targets) => targets.areas), pairs("control_id", (targets) => targets.controls)];
  for (const part of partsOf(components)) await trx.insertInto("proposal_component").values(part).execute();
  for (const part of partsOf(needs)) await trx.insertInto("proposal_need").values(part).execute();
  for (const part of partsOf(areas)) await trx.insertInto("proposal_policy_area").values(part).execute();
  for (const part of partsOf(controls)) await trx.insertInto("proposal_control").values(part).execute();
  await trx
    .insertInto("proposal_step")
    .values(drafts.map(({ id, stepId, why }) => ({ id: stepId, proposal_id: id, at, act: "proposal.draft", from_state: null, to_state: "draft", version: 1, actor_id: authorId, round_id: null, decision_id: null, initiative_id: null, note: why })))
    .execute();
  await indexNewProposals(
    trx,
    drafts.map(({ id, number, tlp, text }) => ({
      ...{ kind: "proposal" as const, subjectId: id, number, title: text.title, address: number, tlp, bodyId, isShared: false, at },
      text: [text.statement, text.rationale, text.acceptance, text.source, text.controls.join(", ")].filter((words) => words !== "").join("\n"),
    })),
  );
}

/** At most so many rows in one statement, and no statement without rows. */
function* partsOf<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += 500) yield rows.slice(from, from + 500);
}
