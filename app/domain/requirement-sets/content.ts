import type { Tlp } from "../access/visibility.ts";
import type { Canonical } from "../shared/canonical-json.ts";
import { compareNumbers } from "./outline.ts";
import type { RequirementKind } from "./requirement-set.ts";

/** Everything that a frozen edition says. The text of a requirement is known by the fingerprint of its version, which covers every word of it. */
export interface SetContent {
  readonly slug: string;
  readonly version: number;
  readonly title: string;
  readonly lot: string;
  readonly intro: string;
  readonly component: string;
  readonly body: string;
  readonly tlp: Tlp;
  readonly chapters: readonly { readonly number: string; readonly title: string; readonly intro: string }[];
  readonly requirements: readonly { readonly number: string; readonly proposal: string; readonly version: number; readonly kind: RequirementKind; readonly weight: number | null; readonly textHash: string }[];
}

/** What the fingerprint is taken of: the same content gives the same value, in whatever order it was read. */
export const canonicalContent = ({ slug, version, title, lot, intro, component, body, tlp, chapters, requirements }: SetContent): Canonical => ({
  ...{ format: "ggi-programma/1", slug, version, title, lot, intro, component, body, tlp },
  chapters: byNumber(chapters).map(({ number, title: heading, intro: words }) => ({ number, title: heading, intro: words })),
  requirements: byNumber(requirements).map(({ number, proposal, version: text, kind, weight, textHash }) => ({ number, proposal, version: text, kind, weight, textHash })),
});

const byNumber = <Item extends { readonly number: string }>(items: readonly Item[]): Item[] => [...items].sort((a, b) => compareNumbers(a.number, b.number));
