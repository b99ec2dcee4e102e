import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { ODT, odtDocument } from "#app/platform/export/odt/document.ts";
import { versionText } from "#app/text/versions.ts";
import { loadVersion } from "./load-version.ts";

/** A version for a word processor, with its confidentiality on every page. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const { number, version, title, subtitle, label, texts, facts } = await loadVersion(context, args.params.number, args.params.version);
  const file = await odtDocument({
    ...{ title, subtitle, label, author: version.authorName, createdAt: version.createdAt, page: versionText.page },
    parts: [
      ...texts.flatMap(({ heading, source }) => [{ kind: "heading", level: 1, text: heading } as const, { kind: "markdown", source, deeper: 1 } as const]),
      { kind: "heading", level: 1, text: versionText.facts },
      { kind: "fields", rows: facts },
    ],
  });
  return new Response(file as Uint8Array<ArrayBuffer>, { headers: { "Content-Type": ODT, "Content-Disposition": `attachment; filename="${number}-versie-${version.number}.odt"`, "Cache-Control": "private, no-store" } });
}
