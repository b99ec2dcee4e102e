/** A control of a norm as people name it: "BIO2 8.16". */
export interface ControlName {
  readonly framework: string;
  /** without zeros in front of a part: 8.07 and 8.7 are one control */
  readonly number: string;
}

/** Reads "BIO2 8.16", "bio2 8.07" or "BIG 10.10.1"; null for any other text. Source: domain, BIG and BIO controls. */
export function readControl(text: string): ControlName | null {
  const [, framework = "", number = ""] = /^\s*([a-z]{2,6}2?)\s+(\d{1,2}(?:\.\d{1,2}){1,3})\s*$/i.exec(text) ?? [];
  return number === "" ? null : { framework: framework.toUpperCase(), number: withoutZeros(number) };
}

export const withoutZeros = (number: string): string => number.split(".").map((part) => String(Number(part))).join(".");

/** What stands in an address: `bio2-8.16`. */
export const controlSlug = ({ framework, number }: ControlName): string => `${framework.toLowerCase()}-${withoutZeros(number)}`;

/** The opposite of `controlSlug`; null for what is no such word. */
export const controlOf = (slug: string): ControlName | null => readControl(slug.replace("-", " "));

/** "BIG 2013", "BIO 1.04", "BIO2": the last has no edition of its own to tell apart. */
export const editionOf = ({ framework, edition }: { readonly framework: string; readonly edition: string }): string => (edition === "" ? framework : `${framework} ${edition}`);

/** The places in another norm that a text like "BIO2 5.19–5.22" or "BIO2 8.26 en 8.28" names, one by one. */
export function mappedControls(text: string): ControlName[] {
  const framework = /^\s*([A-Z]{2,6}2?)\s/.exec(text)?.[1];
  if (framework === undefined) return [];
  const spans = [...text.slice(framework.length).matchAll(/(\d{1,2})\.(\d{1,2})(?:–\1\.(\d{1,2}))?/g)];
  return spans.flatMap(([, chapter = "", from = "", to]) => Array.from({ length: Math.max(1, Number(to ?? from) - Number(from) + 1) }, (_, step) => ({ framework, number: `${Number(chapter)}.${Number(from) + step}` })));
}
