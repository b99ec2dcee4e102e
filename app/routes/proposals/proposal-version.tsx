import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { pageTitle } from "#app/text/format.ts";
import { pageText } from "#app/text/proposals.ts";
import { ProposalView } from "#app/ui/proposals/proposal-view.tsx";
import { loadProposal } from "./load-proposal.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? pageText.versionTitle(data.heading.number, data.version.number) : "404") }];

/** A stable address for one version: what it says never changes. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const version = /^\d{1,5}$/.test(args.params.version ?? "") ? Number(args.params.version) : 0;
  return loadProposal(context, args.params.number, version);
}

export default function ProposalVersionPage() {
  return <ProposalView {...useLoaderData<typeof loader>()} answer={null} />;
}
