import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { toHtml } from "#app/platform/markdown.ts";
import { findFollow } from "#db/queries/following.ts";
import { shownOf } from "./set-files.ts";
import { findOutline, listDecisionsBehind, listRequirementTexts, type Line } from "#db/queries/requirement-outlines.ts";
import type { Edition } from "#db/queries/requirement-sets.ts";

/** A longer programma is read a chapter at a time, and a long chapter so many lines at a time. */
const [WHOLE, PAGE] = [60, 100];

export interface SetChoice {
  /** the number of a chapter of the first level */
  readonly chapter: string | null;
  readonly from: number;
}

export const setChoice = (asked: URLSearchParams): SetChoice => {
  const number = (name: string) => (/^\d{1,5}$/.test(asked.get(name) ?? "") ? (asked.get(name) ?? "") : null);
  return { chapter: number("hoofdstuk"), from: Number(number("vanaf") ?? 0) };
};

/** Everything that a page about one edition shows. */
export async function loadSet(context: CommandContext, edition: Edition, editions: readonly Edition[], choice: SetChoice) {
  const { db, actor } = context;
  const outline = await findOutline(db, actor, edition.id);
  const chapters = outline.lines.flatMap((line) => (line.kind === "chapter" ? [{ number: line.number, depth: line.depth, title: line.chapter.title }] : []));
  const amount = outline.lines.length - chapters.length + outline.hidden;
  const shown = amount <= WHOLE ? { lines: outline.lines, chapter: null, next: null } : partOf(outline.lines, choice);
  const { bodyId } = edition;
  return {
    ...headingOf(edition),
    labelTlp: shownOf(edition, outline).tlp,
    introHtml: await toHtml(edition.intro),
    amount,
    hidden: outline.hidden,
    chapters,
    shownChapter: shown.chapter,
    from: choice.from,
    next: shown.next,
    lines: await shownLines(context, shown.lines),
    editions: editions.map(({ version, frozen }) => ({ version, frozenAt: frozen?.at ?? null })),
    isSignedIn: actor.id !== null,
    isFollowed: (await findFollow(db, actor.id, "requirement_set", edition.seriesId)) !== null,
    conceptVersion: editions.find(({ frozen }) => frozen === null)?.version ?? null,
    may: { change: may(actor, "requirement-set.change", { bodyId }), succeed: may(actor, "requirement-set.succeed", { bodyId }) },
  };
}

export const headingOf = ({ slug, title, lot, version, tlp, body, component, frozen }: Edition) => ({ slug, title, lot, version, tlp, body, component: component.name, componentSlug: component.slug, frozen });

function partOf(lines: readonly Line[], { chapter, from }: SetChoice): { lines: readonly Line[]; chapter: string; next: number | null } {
  const top = (line: Line): string => line.number.split(".")[0] ?? "";
  const wanted = lines.some((line) => top(line) === chapter) ? (chapter ?? "1") : (lines[0] ? top(lines[0]) : "1");
  const own = lines.filter((line) => top(line) === wanted);
  return { lines: own.slice(from, from + PAGE), chapter: wanted, next: from + PAGE < own.length ? from + PAGE : null };
}

/** Lines with their texts as HTML and the decisions behind them. */
export async function shownLines({ db, actor, now }: CommandContext, lines: readonly Line[]) {
  const own = lines.flatMap((line) => (line.kind === "requirement" ? [line.requirement] : []));
  const texts = await listRequirementTexts(db, own.map(({ id }) => id));
  const decisions = await listDecisionsBehind(db, actor, own.map(({ proposalId }) => proposalId), now());
  return Promise.all(
    lines.map(async (line) => {
      if (line.kind === "chapter") return { kind: "chapter" as const, id: line.chapter.id, number: line.number, depth: line.depth, title: line.chapter.title, intro: await toHtml(line.chapter.intro) };
      const { id, proposal, proposalId, title, version, kind, weight, tlp, state } = line.requirement;
      const text = texts.get(id);
      return {
        ...{ kind: "requirement" as const, id, number: line.number, depth: line.depth, proposal, title, version, requirementKind: kind, weight, tlp, isSuperseded: state === "superseded" },
        ...{ statement: await toHtml(text?.statement ?? ""), acceptance: await toHtml(text?.acceptance ?? "") },
        decisions: decisions.filter((one) => one.proposalId === proposalId).map(({ number }) => number),
      };
    }),
  );
}

export type LoadedSet = Awaited<ReturnType<typeof loadSet>>;
export type ShownLine = LoadedSet["lines"][number];
