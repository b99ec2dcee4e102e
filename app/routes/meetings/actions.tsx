import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { isLate } from "#app/domain/meetings/action-item.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle, shortDate } from "#app/text/format.ts";
import { actionChangeText, actionStateText, actionText } from "#app/text/meetings.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { countActions, listActions } from "#db/queries/action-items.ts";
import { actionChoice } from "./action-choice.ts";

const PAGE_SIZE = 50;

export const meta: MetaFunction = () => [{ title: pageTitle(actionText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const query = new URL(args.request.url).searchParams;
  const { choice, filter } = actionChoice(query, now());
  const { actions, next } = await listActions(db, actor, filter, { after: query.get("na"), size: PAGE_SIZE });
  const today = dutchDay(now());
  const bodies = [...new Map(actor.memberships.map(({ bodySlug, bodyName }) => [bodySlug, bodyName]))];
  return {
    choice,
    bodies: bodies.map(([value, label]) => ({ value, label })),
    total: await countActions(db, actor, filter),
    next: next === null ? null : href(paths.actions, { ...choice, na: next }),
    previous: query.has("na") ? href(paths.actions, choice) : null,
    actions: actions.map((action) => ({
      number: action.number,
      statement: action.statement,
      state: action.state,
      owner: action.ownerName,
      body: action.body.name,
      meeting: action.meeting ? { id: action.meeting.id, title: action.meeting.title } : null,
      due: action.dueOn === null ? (action.dueText ?? actionText.noDue) : shortDate(action.dueOn),
      isLate: isLate(action, today),
      mayFinish: action.state === "open" && may(actor, "action.finish", { bodyId: action.body.id, personId: action.ownerId }),
      mayChange: action.state === "open" && may(actor, "action.change", { bodyId: action.body.id }),
      note: action.note,
    })),
  };
}

export default function ActionsPage() {
  const { choice, bodies, total, next, previous, actions } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={actionText.title} lead={actionText.lead} />
      <Flow>
        <form method="get" className="filter" aria-label={actionText.filter}>
          <SelectField
            name="van"
            label={actionText.whose}
            value={choice.van}
            options={[
              { value: "mij", label: actionText.mine },
              { value: "alle", label: actionText.all },
            ]}
          />
          <SelectField
            name="status"
            label={actionText.state}
            value={choice.status}
            options={[
              { value: "open", label: actionStateText.open },
              { value: "done", label: actionStateText.done },
              { value: "dropped", label: actionStateText.dropped },
              { value: "alle", label: actionText.allStates },
            ]}
          />
          <SelectField
            name="klaar"
            label={actionChangeText.when}
            value={choice.klaar}
            options={[
              { value: "", label: actionChangeText.always },
              { value: "laat", label: actionChangeText.late },
              { value: "gauw", label: actionChangeText.soon },
            ]}
          />
          {bodies.length > 1 && <SelectField name="gremium" label={actionChangeText.body} value={choice.gremium} options={[{ value: "", label: actionChangeText.allBodies }, ...bodies]} />}
          <Button secondary>{actionText.show}</Button>
        </form>
        <section className="stack" aria-label={actionText.title}>
          <p role="status">{actionText.found(total)}</p>
          {actions.length === 0 ? (
            <Empty title={actionText.empty} action={<a href={href(paths.actions, { van: "alle", status: "alle" })}>{actionText.emptyAction}</a>} />
          ) : (
            <ul className="rows due">
              {actions.map(({ number, statement, state, owner, body, meeting, due, isLate: late, mayFinish, mayChange, note }) => (
                <li key={number}>
                  <div>
                    <h2 className="row-title">{statement}</h2>
                    <p className="meta">{[number, owner, body].filter((part) => part !== "").join(" · ")}</p>
                    <p className="meta">
                      {late ? <strong className="late">{`${actionText.late}: ${due}`}</strong> : due}
                      {meeting && (
                        <>
                          {" · "}
                          <a href={href(paths.meeting, { id: meeting.id })}>{meeting.title}</a>
                        </>
                      )}
                    </p>
                    {note !== null && <p className="meta">{note}</p>}
                    {state !== "open" && <Tag tone={state === "done" ? "green" : "amber"}>{actionStateText[state]}</Tag>}
                  </div>
                  <div className="actions">
                    {mayFinish && <ActionForm action={href(paths.actionCompletion, { number })} label={actionText.finish} secondary describe={actionText.finishOf(number)} />}
                    {mayChange && (
                      <a href={href(paths.actionEdit, { number })}>
                        {actionChangeText.change}
                        <span className="vh">{`: ${number}`}</span>
                      </a>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          )}
          <Pager previous={previous} next={next} />
        </section>
        <p className="small">
          <a href={href(paths.actionsCsv, choice)}>{actionText.csv}</a>
        </p>
      </Flow>
    </>
  );
}
