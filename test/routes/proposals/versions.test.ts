import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { addVersion } from "#app/commands/proposals/add-version.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { anApp } from "#test/support/app.ts";
import { aText } from "#test/support/drafting.ts";
import { aPortal, type Portal } from "#test/support/portal.ts";
import { readable } from "#test/support/walk.ts";
import { elements, parseXml, textOf } from "#test/support/xml.ts";

async function withTwoVersions(portal: Portal, tlp: "CLEAR" | "RED" = "CLEAR"): Promise<string> {
  const author = await portal.actingAs("lid1.netwerk");
  const made = await draftProposal(author, { ...aText({ needs: ["BH-001"] }), body: "netwerk", kind: "eis", tlp });
  if (!made.ok) throw new Error(made.refusal);
  const { number } = made.value;
  await putUnderDiscussion(await portal.actingAs("voorzitter.netwerk"), { number });
  portal.clockStrikes("14:30");
  await addVersion(author, { ...aText({ needs: ["BH-001"], title: "Sneller melden", statement: "De leverancier meldt een incident binnen **30** minuten.\n\n- dag\n- nacht", moscow: "should" }), number, basedOn: 1, why: "Op verzoek van gemeenten" });
  return number;
}

test("the list of versions tells who, when and why, and leads to each version at its own address", async () => {
  const portal = await aPortal();
  const number = await withTwoVersions(portal);
  const stranger = anApp(portal).as("stranger");
  const html = await stranger.page(`/voorstellen/${number}/versies`);

  expect(readable(html)).toMatch(/Versie 2 Sneller melden Persoon lid1\.netwerk 5 maart 2026, 15\.30 uur Op verzoek van gemeenten .*Versie 1 Ernstig incident melden .* Eerste versie/);
  const links = [...html.matchAll(/href="(\/voorstellen\/[^"]+\/(?:versies\/|vergelijk)[^"]*)"/g)].map(([, address = ""]) => address.replaceAll("&amp;", "&"));
  expect(links).toHaveLength(7);
  for (const address of links) expect([address, (await stranger.get(address)).status]).toEqual([address, 200]);
  expect(readable(await stranger.page(`/voorstellen/${number}/versies/1`))).toContain("binnen 60 minuten");
});

test("two versions are compared in one text or side by side, with a summary in words and words for who cannot see the colours", async () => {
  const portal = await aPortal();
  const number = await withTwoVersions(portal);
  const stranger = anApp(portal).as("stranger");
  const [inline, beside] = [await stranger.page(`/voorstellen/${number}/vergelijk?van=1&naar=2`), await stranger.page(`/voorstellen/${number}/vergelijk?van=1&naar=2&weergave=naast-elkaar`)];

  for (const html of [inline, beside]) {
    expect(readable(html)).toMatch(/Titel: 2 woorden weg, 1 woord nieuw\. Tekst: 1 woord weg/);
    expect(html).toMatch(/<del><span class="vh">weg: <\/span>60<\/del>/);
    expect(html).toContain('<span class="vh">nieuw: </span>');
    expect(readable(html)).toContain("was Must have, is Should have");
  }
  expect([inline.includes('class="beside"'), beside.includes('class="beside"')]).toEqual([false, true]);
  expect(beside).toMatch(/naast-elkaar" aria-current="page"|aria-current="page"[^>]*>Naast elkaar/);
});

test("a version prints with its label, and comes as a document with the label on every page", async () => {
  const portal = await aPortal();
  const number = await withTwoVersions(portal, "RED");
  const member = anApp(portal).as("lid2.netwerk");

  const paper = readable(await member.page(`/voorstellen/${number}/versies/2/afdrukken`));
  expect(paper).toMatch(/TLP:RED – alleen dit gremium NET-001 Sneller melden Versie 2 · Expertgroep GGI-Netwerk · eis .* Reden Op verzoek van gemeenten/);

  const answer = await member.get(`/voorstellen/${number}/versies/2/voorstel.odt`);
  expect([answer.status, answer.headers.get("Content-Type"), answer.headers.get("Content-Disposition")]).toEqual([200, "application/vnd.oasis.opendocument.text", 'attachment; filename="NET-001-versie-2.odt"']);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const [content, styles] = ["content.xml", "styles.xml"].map((name) => parseXml(strFromU8(files[name] ?? new Uint8Array())));
  expect(styles && elements(styles, "style:header").map(textOf)).toEqual(["TLP:RED – alleen dit gremium"]);
  expect(content && elements(content, "text:list-item").map(textOf)).toEqual(["dag", "nacht"]);
  expect(content && elements(content, "text:h").map(textOf)).toEqual(["Tekst", "Motivering", "Toetsing", "Gegevens"]);
});

test("what one may not see has no versions, no paper and no document, and a version that is not there neither", async () => {
  const portal = await aPortal();
  const [open, hidden] = [await withTwoVersions(portal), await withTwoVersions(portal, "RED")];
  const stranger = anApp(portal).as("stranger");
  const addresses = [`${hidden}/versies`, `${hidden}/versies/1`, `${hidden}/versies/1/afdrukken`, `${hidden}/versies/1/voorstel.odt`, `${open}/versies/9/voorstel.odt`, `${open}/versies/x/afdrukken`, `${hidden}/vergelijk`];
  for (const address of addresses) expect([address, (await stranger.get(`/voorstellen/${address}`)).status]).toEqual([address, 404]);
});
