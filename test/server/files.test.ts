import { expect, test } from "vitest";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { aText } from "#test/support/drafting.ts";
import { aPortal } from "#test/support/portal.ts";
import { aServer } from "#test/support/server.ts";

test("a downloaded list leaves in pieces, zipped for who can read that, and is whole", async () => {
  const portal = await aPortal();
  const made = await draftProposal(await portal.actingAs("lid1.netwerk"), { ...aText({ title: "Eén eis", needs: ["BH-001"] }), body: "netwerk", kind: "eis", tlp: "CLEAR" });
  if (!made.ok) throw new Error(made.refusal);
  await putUnderDiscussion(await portal.actingAs("voorzitter.netwerk"), { number: made.value.number });
  const server = await aServer(portal);
  const plain = await server.get("/voorstellen/bestand/csv");
  expect([plain.status, plain.headers["transfer-encoding"], plain.headers["content-disposition"]]).toEqual([200, "chunked", 'attachment; filename="voorstellen.csv"']);
  expect(plain.body).toContain('"NET-001";1;"eis"');
  expect(plain.body.endsWith("\r\n")).toBe(true);

  const zipped = await fetch(`${server.origin}/voorstellen/bestand/csv`, { headers: { "accept-encoding": "gzip" } });
  expect([zipped.headers.get("content-encoding"), (await zipped.text()).includes("Eén eis")]).toEqual(["gzip", true]);
});

test("a file of more than the portal reads is refused before it is in memory; a little over ten megabytes gets to its page", async () => {
  const server = await aServer(await aPortal());
  const post = (bytes: number, cookie = "") => server.ask("POST", "/voorstellen/importeren", { headers: { origin: server.origin, cookie, "content-type": "multipart/form-data; boundary=x" }, body: `--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${"a".repeat(bytes)}\r\n--x--\r\n` });
  expect((await post(300_000)).status).toBe(413);
  expect((await post(300_000, "sessie=onbekend")).status).toBe(302);
  expect((await post(10 * 1024 * 1024 + 1, "sessie=onbekend")).status).toBe(302);
  expect((await post(12_100_000, "sessie=onbekend")).status).toBe(413);
});
