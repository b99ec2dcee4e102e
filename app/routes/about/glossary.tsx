import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { glossaryText } from "#app/text/about.ts";
import { pageTitle } from "#app/text/format.ts";
import { Fields } from "#app/ui/fields.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";

export const meta: MetaFunction = () => [{ title: pageTitle(glossaryText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  await visitor(args);
  return null;
}

export default function GlossaryPage() {
  return (
    <>
      <PageHead title={glossaryText.title} lead={glossaryText.lead} />
      <Flow>
        <Fields rows={glossaryText.terms.map(([term, value]) => ({ term, value }))} />
      </Flow>
    </>
  );
}
