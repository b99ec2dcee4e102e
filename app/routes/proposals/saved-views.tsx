import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { saveView } from "#app/commands/proposals/save-view.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { viewForm } from "#app/platform/schemas/proposal-lists.ts";
import { pageTitle } from "#app/text/format.ts";
import { viewText } from "#app/text/proposal-list.ts";
import { listText } from "#app/text/proposals.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { listViews } from "#db/queries/saved-views.ts";
import { listQuery } from "./list-choice.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(viewText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const asked = new URL(args.request.url).searchParams.get("keuze");
  return { views: await listViews(db, actor.id), query: asked === null ? null : listQuery(asked) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const form = await readForm(args.request, viewForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);
  const saved = await saveView(context, { name: form.values.name, query: listQuery(form.values.keuze) });
  if (!saved.ok) return json({ problems: {}, entered: form.entered, refusal: viewText.refusals[saved.refusal] }, 409);
  return redirect(href(paths.savedViews), await withNotice("view-saved"));
}

export default function SavedViewsPage() {
  const { views, query } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const choice = answer ? String(answer.entered["keuze"] ?? "") : query;
  const field = fieldsOf(answer?.entered ?? {}, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.proposals), label: listText.title }]} title={viewText.title} lead={viewText.lead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={viewText.labels} />
        {choice !== null && (
          <PageForm>
            <p>{viewText.choice(choice)}</p>
            <input type="hidden" name="keuze" value={choice} />
            <TextField {...field("name")} label={viewText.name} required maxLength={60} />
            <Button>{viewText.save}</Button>
          </PageForm>
        )}
        {views.length === 0 ? (
          <Empty title={viewText.none} action={<a href={href(paths.proposals)}>{viewText.noneAction}</a>} />
        ) : (
          <>
            <Rows>
              {views.map((view) => (
                <Row key={view.id}>
                  <div>
                    <h2 className="h3">
                      <a href={view.query === "" ? href(paths.proposals) : `${href(paths.proposals)}?${view.query}`}>{view.name}</a>
                    </h2>
                    <p className="meta">{viewText.choice(view.query)}</p>
                  </div>
                  <ActionForm action={href(paths.savedViewDisposal, { id: view.id })} label={viewText.remove} secondary describe={view.name} />
                </Row>
              ))}
            </Rows>
            <p className="small">{viewText.share}</p>
          </>
        )}
      </Flow>
    </>
  );
}
