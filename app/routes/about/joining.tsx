import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { joiningText } from "#app/text/about.ts";
import { pageTitle } from "#app/text/format.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { TextPage } from "#app/ui/text-page.tsx";

export const meta: MetaFunction = () => [{ title: pageTitle(joiningText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  await visitor(args);
  return null;
}

export default function JoiningPage() {
  return (
    <TextPage {...joiningText}>
      <p className="actions">
        <ButtonLink href={href(paths.buildingBlocks)}>{joiningText.blocks}</ButtonLink>
        <ButtonLink href={href(paths.roadmap)} secondary>
          {joiningText.roadmap}
        </ButtonLink>
        <ButtonLink href={href(paths.municipalities)} secondary>
          {joiningText.municipalities}
        </ButtonLink>
      </p>
    </TextPage>
  );
}
