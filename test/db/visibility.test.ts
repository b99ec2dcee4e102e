import { expect, test } from "vitest";
import { maySee, TLP } from "#app/domain/access/visibility.ts";
import { visibleTo } from "#db/queries/visibility.ts";
import { aPortal, BODIES } from "#test/support/portal.ts";

test("the database shows exactly what the rule allows, for every label, body, draft and pair of eyes", async () => {
  const portal = await aPortal();
  const records = BODIES.flatMap(({ slug }) => TLP.flatMap((tlp) => [true, false].map((isShared) => ({ id: `${slug}-${tlp}-${isShared}`, bodyId: slug, tlp, isShared }))));
  await portal.db
    .insertInto("proposal")
    .values(
      records.map(({ id, bodyId, tlp, isShared }) => ({
        id, number: id, body_id: bodyId, kind: "eis" as const, state: "draft" as const, tlp, title: id, title_key: id, public_title: null, current_version: 1, advice: null, advice_points: null, question: null,
        on_hold_until: null, replaced_by: null, created_by: "beheer", created_at: portal.now(), updated_at: portal.now(), shared_at: isShared ? portal.now() : null,
      })),
    )
    .execute();

  for (const who of ["stranger", "gemeente1", "beheer", "lid1.veilig", "secretaris.taskforce"]) {
    const actor = await portal.actor(who);
    const rows = await portal.db.selectFrom("proposal").select("id").where(visibleTo(actor, "proposal", { shared: "shared_at" })).execute();
    const expected = records.filter((record) => maySee(actor, record)).map(({ id }) => id);
    expect(rows.map(({ id }) => id).sort()).toEqual(expected.sort());
  }
});
