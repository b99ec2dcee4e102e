import type { CommandContext } from "#app/commands/context.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { notFound } from "#app/platform/http.ts";
import { date } from "#app/text/format.ts";
import { fieldText, kindText, moscowText, pageText, stateText, tlpText } from "#app/text/proposals.ts";
import { versionText } from "#app/text/versions.ts";
import { findProposal, findVersion, listAuthors } from "#db/queries/proposals.ts";

/** One version on paper: the proposal and what the version says, in words. Throws 404 when hidden or absent. */
export async function loadVersion({ db, actor, now }: CommandContext, number = "", asked = "") {
  const proposal = (await findProposal(db, actor, number, dutchDay(now()))) ?? notFound();
  const version = (await findVersion(db, proposal.id, /^\d{1,5}$/.test(asked) ? Number(asked) : 0)) ?? notFound();
  const authors = await listAuthors(db, proposal.id);
  const row = (term: string, value: string): readonly (readonly [string, string])[] => (value === "" ? [] : [[term, value]]);
  return {
    number: proposal.number,
    version,
    label: tlpText[proposal.tlp],
    title: `${proposal.number} ${version.title}`,
    subtitle: [pageText.version(version.number), proposal.body.name, kindText[proposal.kind]].join(" · "),
    texts: (["statement", "rationale", "acceptance"] as const).flatMap((field) => (version[field] === "" ? [] : [{ field, heading: fieldText[field], source: version[field] }])),
    facts: [
      ...row(versionText.stateNow, stateText[proposal.state]),
      ...row(fieldText.moscow, moscowText[version.moscow]),
      ...row(fieldText.weight, version.weight === null ? "" : String(version.weight)),
      ...row(fieldText.source, version.source),
      ...row(pageText.controls, version.controls.join(", ")),
      ...row(pageText.needs, version.needs.join(", ")),
      ...row(pageText.components, version.components.join(", ")),
      ...row(pageText.policyAreas, version.policyAreas.join(", ")),
      ...row(pageText.authors, authors.map(({ name }) => name).join(", ")),
      ...row(pageText.author, `${version.authorName}, ${date(version.createdAt)}`),
      ...row(pageText.why, version.why),
      ...row(pageText.fingerprint, version.textHash),
    ],
  };
}
