import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

const kept = new WeakMap<object, string>();

/**
 * The markup of what never changes, made once for the object that it is made of, and forgotten with that object: for `dangerouslySetInnerHTML`
 * on a large part of a page. React makes it, so every text in it is escaped. What `element` shows may depend on `of` alone.
 */
export function keptMarkup(of: object, element: () => ReactElement): { __html: string } {
  const markup = kept.get(of) ?? renderToStaticMarkup(element());
  kept.set(of, markup);
  return { __html: markup };
}
