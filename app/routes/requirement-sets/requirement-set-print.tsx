import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle } from "#app/text/format.ts";
import { setFileText } from "#app/text/requirement-set-file.ts";
import { setText } from "#app/text/requirement-sets.ts";
import { SetLines } from "#app/ui/requirement-sets/set-lines.tsx";
import { editionAsked } from "./find-edition.ts";
import { loadSet, setChoice } from "./load-set.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? setText.versionOf(data.title, data.version, data.frozen !== null) : "404") }];

/** An edition, or a chapter of a long one, as it comes out of the printer. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const edition = await editionAsked(context, args.params["slug"], args.params["version"]);
  return loadSet(context, edition, [edition], setChoice(new URL(args.request.url).searchParams));
}

export default function RequirementSetPrintPage() {
  const { slug, version, title, lot, component, labelTlp, frozen, lines, hidden, chapters, shownChapter, from, next } = useLoaderData<typeof loader>();
  const part = (chapter: string | null, start: number | null) => href(paths.requirementSetPrint, { slug, version }, { hoofdstuk: chapter, vanaf: start });
  return (
    <div className="wrap flow">
      <p className="actions">
        <span>{setText.printHint}</span> <a href={href(paths.requirementSetVersion, { slug, version })}>{setText.back}</a>
      </p>
      {shownChapter !== null && (
        <nav className="actions" aria-label={setText.contents}>
          {chapters.filter(({ depth }) => depth === 1).map((chapter) => (
            <a key={chapter.number} href={part(chapter.number, null)} aria-current={chapter.number === shownChapter && from === 0 ? "page" : undefined}>
              {`${chapter.number} ${chapter.title}`}
            </a>
          ))}
          {next !== null && <a href={part(shownChapter, next)}>{setText.nextPart}</a>}
        </nav>
      )}
      <article className="stack">
        <p>
          <strong>{setFileText.label(labelTlp, frozen !== null, hidden)}</strong>
        </p>
        <h1>{title}</h1>
        <p className="muted">{setFileText.subtitle(component, lot, version, frozen?.at ?? null)}</p>
        {hidden > 0 && <p>{setText.hidden(hidden)}</p>}
        <SetLines lines={lines} />
        {frozen !== null && <p className="small break">{setFileText.fingerprint(frozen.fingerprint, hidden)}</p>}
      </article>
    </div>
  );
}
