import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { privacyText } from "#app/text/about.ts";
import { pageTitle } from "#app/text/format.ts";
import { TextPage } from "#app/ui/text-page.tsx";

export const meta: MetaFunction = () => [{ title: pageTitle(privacyText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  await visitor(args);
  return null;
}

export default function Page() {
  return <TextPage {...privacyText} />;
}
