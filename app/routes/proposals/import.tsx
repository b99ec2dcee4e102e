import { json, redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { checkImport } from "#app/commands/proposals/import/check-import.ts";
import { href, paths } from "#app/paths.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { pageTitle } from "#app/text/format.ts";
import { importProposalsText, importRefusalText } from "#app/text/proposal-import.ts";
import { listText } from "#app/text/proposals.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { ImportColumns } from "#app/ui/proposals/import-columns.tsx";
import { ImportPreview } from "#app/ui/proposals/import-preview.tsx";
import { findImport } from "#db/queries/proposal-imports.ts";
import { readImportChoice } from "./import-choice.ts";
import { loadImport } from "./load-import.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(importProposalsText.title) }];

/** While it runs the page asks for itself again, also without script. */
export const headers: HeadersFunction = ({ loaderHeaders }) => {
  const refresh = loaderHeaders.get("Refresh");
  return refresh === null ? {} : { Refresh: refresh };
};

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const loaded = await loadImport(context, args.params["id"]);
  // Until the first check nobody has seen what is wrong: the guessed columns are checked at once.
  if (loaded.choice?.isUsable && !new URL(args.request.url).searchParams.has("gekozen")) {
    await checkImport(context, { id: loaded.id, mapping: loaded.choice.columns.map(({ field }) => field), defaults: loaded.choice.defaults });
    return json(await loadImport(context, loaded.id));
  }
  return json(loaded, loaded.state === "running" && loaded.failure === null ? { headers: { Refresh: "1" } } : {});
}

/** The one form of this page: what each column is. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;
  const found = (await findImport(context.db, id, context.actor.id)) ?? notFound();
  const { mapping, defaults, problems, isOnlyShown } = await readImportChoice(args.request, found.heads.length, found.defaults);
  if (isOnlyShown || Object.keys(problems).length > 0) return json({ mapping, defaults, problems, refusal: null }, 422);
  const checked = await checkImport(context, { id, mapping, defaults });
  if (checked.ok) return redirect(`${href(paths.proposalImport, { id }, { gekozen: "ja" })}#voorbeeld`);
  if (checked.refusal === "not-found") notFound();
  if (checked.refusal === "not-allowed") forbidden();
  return json({ mapping, defaults, problems: {}, refusal: importRefusalText[checked.refusal] }, checked.refusal === "import-closed" ? 409 : 422);
}

export default function ImportPage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const { id, state, choice, fileName, bodyName, rowCount } = loaded;
  const title = state === "running" ? (loaded.failure === null ? importProposalsText.runningTitle : importProposalsText.title) : state === "done" ? importProposalsText.doneTitle : importProposalsText.checkTitle;
  return (
    <>
      <PageHead
        crumbs={[{ href: href(paths.proposals), label: listText.title }, { href: href(paths.proposalImports), label: importProposalsText.title }]}
        kicker={`${bodyName}: ${fileName}`}
        title={title}
        lead={choice?.about}
      />
      <Flow>
        {loaded.failure !== null && <Alert live>{loaded.failure}</Alert>}
        {state === "running" && loaded.failure !== null && <ActionForm action={href(paths.proposalImportCommit, { id })} label={importProposalsText.again} />}
        {state === "running" && loaded.failure === null && (
          <div className="stack" role="status">
            <progress max={rowCount} value={loaded.progress} aria-label={importProposalsText.runningTitle} />
            <p>{importProposalsText.running(loaded.progress, rowCount)}</p>
            <p>
              <a href={href(paths.proposalImport, { id })}>{importProposalsText.refresh}</a>
            </p>
          </div>
        )}
        {state === "done" && (
          <div className="stack">
            <p role="status">{importProposalsText.done(rowCount, loaded.first, loaded.last)}</p>
            <p className="actions">
              {loaded.setSlug !== null && <ButtonLink href={href(paths.requirementSetOutline, { slug: loaded.setSlug })}>{importProposalsText.toSet}</ButtonLink>}
              <ButtonLink secondary={loaded.setSlug !== null} href={href(paths.proposals, { gremium: loaded.bodySlug, status: "concept", sort: "nieuw" })}>{importProposalsText.toList}</ButtonLink>
              <ButtonLink href={href(paths.proposalImports)} secondary>
                {importProposalsText.another}
              </ButtonLink>
            </p>
          </div>
        )}
        {choice && (
          <>
            {choice.isUsable && answer === null && (
              <p>
                {choice.problemCount === 0 ? importProposalsText.allGood(rowCount) : importProposalsText.wrongShort(choice.problemCount, rowCount)} <a href="#voorbeeld">{importProposalsText.toPreview}</a>
              </p>
            )}
            {choice.setNote !== null && <p className="note">{choice.setNote}</p>}
            <ImportColumns columns={choice.columns} defaults={choice.defaults} kinds={choice.kinds} answer={answer} isSecondary={choice.isUsable && choice.problemCount === 0} />
            {choice.isUsable && answer === null && <ImportPreview id={id} rowCount={rowCount} {...choice} />}
          </>
        )}
      </Flow>
    </>
  );
}
