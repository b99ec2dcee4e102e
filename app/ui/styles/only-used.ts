import { transform, type Selector, type SelectorComponent } from "lightningcss";

/** A stylesheet with only the selectors whose classes are in use; `bare` keeps them off elements that have a class. */
export function onlyUsed(css: string, used: ReadonlySet<string>, bare = false): string {
  const { code } = transform({
    filename: "part.css",
    code: Buffer.from(css),
    minify: true,
    visitor: {
      // A rule that nobody can match goes as a whole; of the others only the selectors that somebody can match stay.
      Rule: { style: (rule) => (rule.value.selectors.some((selector) => isUsed(selector, used)) ? undefined : []) },
      Selector: (selector) => (isUsed(selector, used) ? (bare ? withoutClass(selector) : undefined) : []),
    },
  });
  return code.toString().replace(/@charset[^;]*;/, "");
}

/** Whether an element of ours can match: every class it needs is in use. */
const isUsed = (selector: Selector, used: ReadonlySet<string>): boolean =>
  selector.every((part) => {
    if (part.type === "class") return used.has(part.name);
    if (part.type === "pseudo-class" && (part.kind === "where" || part.kind === "is")) return part.selectors.some((one) => isUsed(one, used));
    return true;
  });

const WITHOUT_CLASS: SelectorComponent = { type: "pseudo-class", kind: "not", selectors: [[{ type: "attribute", name: "class" }]] };

/** `ul>li` becomes `ul:not([class])>li`: a list or a link that a component dresses is left alone. */
const withoutClass = (selector: Selector): Selector => selector.flatMap((part) => (part.type === "type" && /^(a|ul|ol|blockquote)$/.test(part.name) ? [part, WITHOUT_CLASS] : [part]));
