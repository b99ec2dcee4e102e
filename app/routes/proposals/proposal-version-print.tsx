import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { toHtml } from "#app/platform/markdown.ts";
import { pageTitle } from "#app/text/format.ts";
import { pageText } from "#app/text/proposals.ts";
import { versionText } from "#app/text/versions.ts";
import { Fields } from "#app/ui/fields.tsx";
import { Markdown } from "#app/ui/markdown.tsx";
import { loadVersion } from "./load-version.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? pageText.versionTitle(data.number, data.shown) : "404") }];

/** A version as it comes out of the printer. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const { version, texts, ...paper } = await loadVersion(context, args.params.number, args.params.version);
  return { ...paper, shown: version.number, texts: await Promise.all(texts.map(async ({ field, heading, source }) => ({ field, heading, html: await toHtml(source) }))) };
}

export default function ProposalVersionPrintPage() {
  const { number, shown, label, title, subtitle, texts, facts } = useLoaderData<typeof loader>();
  return (
    <div className="wrap flow">
      <p className="actions">
        <span>{versionText.printHint}</span> <a href={href(paths.proposalVersion, { number, version: shown })}>{versionText.back}</a>
      </p>
      <article className="stack">
        <p>
          <strong>{label}</strong>
        </p>
        <h1>{title}</h1>
        <p className="muted">{subtitle}</p>
        {texts.map(({ field, heading, html }) => (
          <section key={field} className="stack">
            <h2>{heading}</h2>
            <Markdown html={html} />
          </section>
        ))}
        <Fields rows={facts.map(([term, value]) => ({ term, value }))} />
      </article>
    </div>
  );
}
