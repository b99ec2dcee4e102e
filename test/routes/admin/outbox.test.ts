import { expect, test } from "vitest";
import { endMail, queueMail } from "#db/queries/outbox.ts";
import { inTransaction } from "#db/client.ts";
import { anApp } from "#test/support/app.ts";
import { aPortal } from "#test/support/portal.ts";
import { readable } from "#test/support/walk.ts";

test("the beheerder sees mail that failed, not what it says, and lets it go again", async () => {
  const portal = await aPortal();
  const admin = anApp(portal).as("beheer");
  expect(readable(await admin.page("/beheer/post"))).toContain("Er wacht geen mail en er is niets mislukt.");
  await inTransaction(portal.db, (trx) => queueMail(trx, { kind: "round-withdrawn", subjectId: "round-1", personIds: ["lid1.veilig"], facts: { reason: "geheime reden" }, once: "" }, { now: portal.now, newId: () => "mail-1" }));
  await endMail(portal.db, "mail-1", "failed", portal.now(), "mailbox unavailable");

  const page = readable(await admin.page("/beheer/post"));
  expect(page).toContain("Persoon lid1.veilig intrekking van een stemronde");
  expect(page).toContain("mailbox unavailable");
  expect(page).not.toContain("geheime reden");

  expect((await admin.post("/beheer/post/mail-1/nieuwe-poging")).status).toBe(302);
  expect((await admin.post("/beheer/post/mail-1/nieuwe-poging")).status).toBe(404);
  expect(await portal.db.selectFrom("mail").select(["outcome", "attempts"]).executeTakeFirst()).toEqual({ outcome: null, attempts: 0 });
  expect((await anApp(portal).as("lid1.veilig").post("/beheer/post/mail-1/nieuwe-poging")).status).toBe(403);
});
