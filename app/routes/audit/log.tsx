import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { ACTS } from "#app/domain/access/policy.ts";
import { endOfDay, startOfDay } from "#app/domain/shared/dutch-time.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { actText, wordForAct } from "#app/text/acts.ts";
import { auditText, subjectText } from "#app/text/audit.ts";
import { date, pageTitle, time } from "#app/text/format.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField, TextField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { namesOfSubjects } from "#db/queries/audit-names.ts";
import { findNumbered, listLog, namesOfPeople } from "#db/queries/audit-reading.ts";
import { chainsOf } from "./chains.ts";

const PAGE_SIZE = 50;

export const meta: MetaFunction = () => [{ title: pageTitle(auditText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const query = new URL(args.request.url).searchParams;
  const said = (name: string) => (query.get(name) ?? "").slice(0, 100).trim();
  const chains = chainsOf(actor);
  const chain = said("keten") === "" ? chains[0] : (chains.find(({ slug }) => slug === said("keten")) ?? notFound());
  if (chain === undefined) return { chains, read: null };

  const choice = { keten: chain.slug, handeling: ACTS.find((act) => act === said("handeling")) ?? "", nummer: said("nummer").toUpperCase(), onderwerp: said("onderwerp"), van: said("van"), tot: said("tot") };
  const [, kind = "", id = ""] = /^([a-z_]+):(.+)$/.exec(choice.onderwerp) ?? [];
  const numbered = choice.nummer === "" ? undefined : ((await findNumbered(db, actor, choice.nummer, now())) ?? { kind: "", id: "" });
  const filter = { act: choice.handeling || undefined, subject: numbered ?? (kind === "" ? undefined : { kind, id }), from: startOfDay(choice.van) ?? undefined, until: endOfDay(choice.tot) ?? undefined };
  const before = /^\d{1,12}$/.test(said("na")) ? Number(said("na")) : null;
  const { lines, next } = await listLog(db, chain.chain, filter, { before, size: PAGE_SIZE });
  const people = await namesOfPeople(db, lines.flatMap(({ actorId, subject }) => [...(actorId === null ? [] : [actorId]), ...(subject.kind === "person" ? [subject.id] : [])]));
  const names = await namesOfSubjects(db, actor, lines.map(({ subject }) => subject), now());
  return {
    chains,
    read: {
      choice,
      isNarrowed: Object.values(filter).some((value) => value !== undefined),
      lines: lines.map(({ sequence, at, act, actorId, subject }) => ({
        ...{ sequence, at, act: wordForAct(act), who: actorId === null ? auditText.nobody : (people.get(actorId) ?? auditText.unknownPerson) },
        ...{ subject: subjectText(subject.kind, names.get(subject.id) ?? people.get(subject.id) ?? null), address: `${subject.kind}:${subject.id}` },
      })),
      next: next === null ? null : href(paths.audit, { ...choice, na: next }),
      previous: before === null ? null : href(paths.audit, choice),
    },
  };
}

export default function LogPage() {
  const { chains, read } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={auditText.title} lead={auditText.lead} />
      <Flow>
        {read === null ? (
          <Empty title={auditText.noChain}>
            <p>{auditText.noChainWhy}</p>
          </Empty>
        ) : (
          <>
            <form method="get" className="filter" role="search" aria-label={auditText.title}>
              <SelectField name="keten" label={auditText.chain} value={read.choice.keten} options={chains.map(({ slug, name }) => ({ value: slug, label: name }))} />
              <SelectField name="handeling" label={auditText.act} value={read.choice.handeling} options={[{ value: "", label: auditText.allActs }, ...Object.entries(actText).map(([value, label]) => ({ value, label }))]} />
              <TextField name="nummer" label={auditText.number} hint={auditText.numberHint} value={read.choice.nummer} />
              <TextField name="van" type="date" label={auditText.from} value={read.choice.van} />
              <TextField name="tot" type="date" label={auditText.until} value={read.choice.tot} />
              <Button secondary>{auditText.show}</Button>
            </form>
            {read.choice.onderwerp !== "" && <p role="status">{auditText.oneSubject}</p>}
            {read.lines.length === 0 ? (
              <Empty title={read.isNarrowed ? auditText.empty : auditText.noRecords} action={read.isNarrowed && <a href={href(paths.audit, { keten: read.choice.keten })}>{auditText.all}</a>} />
            ) : (
              <DataTable
                caption={auditText.caption}
                head={[auditText.sequence, auditText.moment, auditText.act, auditText.who, auditText.subject]}
                rows={read.lines.map((line) => ({
                  key: String(line.sequence),
                  cells: [
                    line.sequence,
                    `${date(line.at)}, ${time(line.at)}`,
                    line.act,
                    line.who,
                    <span key="onderwerp">
                      {`${line.subject} `}
                      {read.choice.onderwerp === "" && (
                        <a href={href(paths.audit, { keten: read.choice.keten, onderwerp: line.address })} aria-label={auditText.onlyOf(line.subject)}>
                          {auditText.only}
                        </a>
                      )}
                    </span>,
                  ],
                }))}
              />
            )}
            <Pager previous={read.previous} next={read.next} />
            <Section id="controle" title={auditText.verify}>
              <p>{auditText.verifyWhy}</p>
              <form method="get" action={href(paths.auditVerification)}>
                <input type="hidden" name="keten" value={read.choice.keten} />
                <Button>{auditText.verify}</Button>
              </form>
            </Section>
          </>
        )}
        <Section id="wie" title={auditText.whoReads}>
          <p>{auditText.whoReadsWhy}</p>
        </Section>
      </Flow>
    </>
  );
}
