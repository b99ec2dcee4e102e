import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { tableFile } from "#app/platform/export/write-table.ts";
import { linkText } from "#app/text/proposals.ts";
import { coverageText } from "#app/text/traces.ts";
import { loadCoverage } from "./coverage-choice.ts";

const MOST = 10_000;

export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const { needs, untestable, suspect } = await loadCoverage(context, new URL(args.request.url).searchParams, MOST);
  const rows = [
    ...needs.map(({ number, title }) => [coverageText.needs, "", number, title, ""]),
    ...untestable.map(({ number, title, bodyName }) => [coverageText.untestable, bodyName, number, title, ""]),
    ...suspect.map((link) => [coverageText.suspect, link.bodyName, link.number, link.title, coverageText.csvSuspect(linkText[link.kind][0], link.upstreamNumber, link.upstreamTitle, link.reviewedVersion, link.upstreamVersion)]),
  ];
  return tableFile("csv", "dekking", { sheet: coverageText.title, head: coverageText.csvHead, rows });
}
