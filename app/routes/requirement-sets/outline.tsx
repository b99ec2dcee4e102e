import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { newerVersion } from "#app/domain/requirement-sets/completeness.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle } from "#app/text/format.ts";
import { outlineText } from "#app/text/requirement-sets.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { NextStep } from "#app/ui/next-step.tsx";
import { ConceptHead } from "#app/ui/requirement-sets/concept-head.tsx";
import { OutlineEditor } from "#app/ui/requirement-sets/outline-editor.tsx";
import { listChecked } from "#db/queries/requirement-candidates.ts";
import { findOutline, type Line } from "#db/queries/requirement-outlines.ts";
import { conceptAsked } from "./find-edition.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(outlineText.title) }];

/** The concept with a button for every change of its order. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const edition = await conceptAsked(context, args.params["slug"]);
  const { lines } = await findOutline(context.db, context.actor, edition.id);
  const checked = new Map((await listChecked(context.db, edition.id, lines)).map((one) => [one.id, newerVersion(one)]));
  const siblings = new Map<string, string[]>();
  for (const line of lines) siblings.set(familyOf(line), [...(siblings.get(familyOf(line)) ?? []), idOf(line)]);
  return {
    ...{ slug: edition.slug, title: edition.title, version: edition.version },
    hasChapters: lines.some(({ kind }) => kind === "chapter"),
    lines: lines.map((line) => {
      const family = siblings.get(familyOf(line)) ?? [];
      const place = { id: idOf(line), number: line.number, depth: line.depth, isFirst: family[0] === idOf(line), isLast: family.at(-1) === idOf(line) };
      if (line.kind === "chapter") return { ...place, kind: "chapter" as const, title: line.chapter.title, isEmpty: !lines.some((other) => other.number.startsWith(`${line.number}.`)) };
      const { proposal, title, version, kind, weight, tlp } = line.requirement;
      return { ...place, kind: "requirement" as const, proposal, title, version, requirementKind: kind, weight, tlp, newer: checked.get(line.requirement.id) ?? null };
    }),
  };
}

const idOf = (line: Line): string => (line.kind === "chapter" ? line.chapter.id : line.requirement.id);
/** Those that change places with each other. */
const familyOf = (line: Line): string => (line.kind === "chapter" ? `chapters of ${line.chapter.parentId ?? ""}` : line.requirement.chapterId);

export default function OutlinePage() {
  const { slug, title, version, hasChapters, lines } = useLoaderData<typeof loader>();
  const hasRequirements = lines.some(({ kind }) => kind === "requirement");
  return (
    <>
      <ConceptHead slug={slug} name={title} version={version} title={outlineText.title} lead={outlineText.lead} />
      <Flow>
        {hasRequirements && (
          <NextStep title={outlineText.freeze} action={<ButtonLink href={href(paths.requirementSetFreeze, { slug })}>{outlineText.freeze}</ButtonLink>}>
            {outlineText.freezeWhy}
          </NextStep>
        )}
        <p className="actions">
          {hasChapters && (
            <ButtonLink secondary={hasRequirements} href={href(paths.requirementPicker, { slug })}>
              {outlineText.addRequirements}
            </ButtonLink>
          )}
          <ButtonLink secondary={hasChapters} href={href(paths.newChapter, { slug })}>
            {outlineText.addChapter}
          </ButtonLink>
          <ButtonLink secondary href={href(paths.requirementWeights, { slug })}>
            {outlineText.weights}
          </ButtonLink>
          <ButtonLink secondary href={href(paths.requirementSetEdit, { slug })}>
            {outlineText.about}
          </ButtonLink>
          <a href={href(paths.requirementSetVersion, { slug, version })}>{outlineText.read}</a>
        </p>
        {lines.length === 0 ? <Empty title={outlineText.empty} /> : <OutlineEditor slug={slug} lines={lines} />}
      </Flow>
    </>
  );
}
