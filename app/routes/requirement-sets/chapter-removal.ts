import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { removeChapter } from "#app/commands/requirement-sets/remove-chapter.ts";
import { href, paths } from "#app/paths.ts";
import { backTo } from "./answers.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { slug = "", chapterId = "" } = args.params;

  return backTo(href(paths.requirementSetOutline, { slug }), "set-changed", await removeChapter(context, { slug, chapterId }));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
