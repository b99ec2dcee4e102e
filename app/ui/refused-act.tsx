import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { href, paths } from "#app/paths.ts";
import { pageTitle } from "#app/text/format.ts";
import { errorText } from "#app/text/layout.ts";
import { ButtonLink } from "./button.tsx";
import { Flow } from "./layout.tsx";
import { PageHead } from "./page-head.tsx";

/** The words for what went wrong: a sentence that came along with it, or the one for its status. */
export function refusalWords(error: unknown): { title: string; body: string; back: string | null } {
  if (!isRouteErrorResponse(error)) return { ...errorText.other, back: null };
  const { status, data } = error as { status: number; data: unknown };
  const words = status === 400 || status === 403 || status === 404 || status === 409 || status === 422 ? errorText[status] : errorText.other;
  const said = typeof data === "object" && data !== null ? (data as { sentence?: unknown; back?: unknown }) : {};
  return { ...words, ...(typeof said.sentence === "string" && said.sentence !== "" && { body: said.sentence }), back: typeof said.back === "string" ? said.back : null };
}

/** What a refusal, an absent page or a bug says in the surroundings of the portal, with a way on. */
export function RefusedAct() {
  const { title, body, back } = refusalWords(useRouteError());
  return (
    <>
      <PageHead title={title} lead={body} />
      <Flow>
        <p>{back === null ? <ButtonLink href={href(paths.home)}>{errorText.home}</ButtonLink> : <ButtonLink href={back}>{errorText.back}</ButtonLink>}</p>
      </Flow>
    </>
  );
}

/** The title of that page. */
export const refusedActMeta = ({ error }: { error?: unknown }) => [{ title: pageTitle(refusalWords(error).title) }];
