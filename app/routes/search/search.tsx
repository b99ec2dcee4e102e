import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { markWords, snippet, wordsOf } from "#app/domain/search/words.ts";
import { href, paths } from "#app/paths.ts";
import { tidy } from "#app/platform/form.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { FOUND, foundSlug, foundText, searchText, type Found } from "#app/text/search.ts";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { SearchBar } from "#app/ui/search-bar.tsx";
import { Marked } from "#app/ui/search/marked.tsx";
import { countHits, countMunicipalities, findMunicipalities, listHits, type Hit } from "#db/search.ts";

const PAGE_SIZE = 20;
/** Beside other results only the first gemeenten show; on their own page all that can be. */
const FEW = 5;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.question ? searchText.titleFor(data.question) : searchText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const asked = new URL(args.request.url).searchParams;
  const question = tidy(asked.get("q") ?? "").slice(0, 100);
  const kind = FOUND.find((found) => foundSlug[found] === asked.get("soort")) ?? null;
  const after = asked.get("na");
  const words = wordsOf(question);

  const counts: Record<Found, number> = { ...(await countHits(db, actor, question, now())), municipality: await countMunicipalities(db, question) };
  const showsMunicipalities = kind === "municipality" || (kind === null && after === null);
  const municipalities = showsMunicipalities ? await findMunicipalities(db, question, kind === null ? FEW : 400) : [];
  const { hits, next } = kind === "municipality" ? { hits: [], next: null } : await listHits(db, actor, question, { kind, now: now(), after, size: PAGE_SIZE });
  const soort = kind && foundSlug[kind];
  return {
    question,
    kind,
    counts,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    municipalities: municipalities.map(({ name, code, province, isCurrent }) => ({ title: markWords(name, words), code, province, isCurrent })),
    hits: hits.map((hit) => ({ address: addressOf(hit), number: hit.kind === "minutes" ? date(hit.number) : hit.number, kind: hit.kind, title: markWords(hit.title, words), text: snippet(hit.text, words) })),
    previous: after === null ? null : href(paths.search, { q: question, soort }),
    next: next === null ? null : href(paths.search, { q: question, soort, na: next }),
  };
}

const addressOf = ({ kind, address }: Hit): string => {
  if (kind === "minutes") {
    const [id = "", item = ""] = address.split("#");
    return `${href(paths.minutes, { id })}#punt-${item}`;
  }
  if (kind === "proposal") return href(paths.proposal, { number: address });
  if (kind === "requirement_set") return href(paths.requirementSet, { slug: address });
  return kind === "decision" ? href(paths.decision, { number: address }) : href(paths.buildingBlock, { slug: address });
};

export default function SearchPage() {
  const { question, kind, counts, total, municipalities, hits, previous, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={searchText.title} lead={searchText.lead} />
      <Flow>
        <SearchBar value={question} />
        {question === "" && <Examples />}
        {question !== "" && total === 0 && <Tips question={question} />}
        {total > 0 && (
          <section className="stack" aria-labelledby="resultaten">
            <h2 id="resultaten">{searchText.results}</h2>
            <p role="status">{searchText.count(kind === null ? total : counts[kind], question)}</p>
            <Kinds question={question} kind={kind} counts={counts} total={total} />
            {kind !== null && counts[kind] === 0 && <p>{searchText.nothingOfKind}</p>}
            <ul className="rows">
              {municipalities.map(({ title, code, province, isCurrent }) => (
                <li key={code}>
                  <div>
                    <h3>
                      <a href={href(paths.municipality, { code })}>
                        <Marked pieces={title} />
                      </a>
                    </h3>
                    <p className="meta">{isCurrent ? searchText.municipality(province) : searchText.merged}</p>
                  </div>
                </li>
              ))}
              {hits.map(({ address, number, kind: found, title, text }) => (
                <li key={address}>
                  <div>
                    <h3>
                      <a href={address}>
                        <Marked pieces={title} />
                      </a>
                    </h3>
                    <p className="meta">
                      {number} · {foundText[found]}
                    </p>
                    <p>
                      <Marked pieces={text} />
                    </p>
                  </div>
                </li>
              ))}
            </ul>
            <Pager previous={previous} next={next} />
          </section>
        )}
      </Flow>
    </>
  );
}

function Kinds({ question, kind, counts, total }: { question: string; kind: Found | null; counts: Record<Found, number>; total: number }) {
  return (
    <nav aria-label={searchText.kinds}>
      <ul className="versions">
        <li>
          <a href={href(paths.search, { q: question })} aria-current={kind === null ? "page" : undefined}>
            {searchText.all} ({total})
          </a>
        </li>
        {FOUND.map((found) => (
          <li key={found}>
            <a href={href(paths.search, { q: question, soort: foundSlug[found] })} aria-current={kind === found ? "page" : undefined}>
              {foundText[found]} ({counts[found]})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Tips({ question }: { question: string }) {
  return (
    <section aria-labelledby="tips">
      <p role="status">{searchText.nothing(question)}</p>
      <h2 id="tips">{searchText.tipsTitle}</h2>
      <ul>
        {searchText.tips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
    </section>
  );
}

function Examples() {
  return (
    <section aria-labelledby="voorbeelden">
      <h2 id="voorbeelden">{searchText.examplesTitle}</h2>
      <ul>
        {searchText.examples.map((example) => (
          <li key={example}>
            <a href={href(paths.search, { q: example })}>{example}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
