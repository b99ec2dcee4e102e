/** Anything that JSON can hold exactly: no fractions, so that two computers write the same bytes. */
export type Canonical = string | number | boolean | null | readonly Canonical[] | { readonly [key: string]: Canonical | undefined };

/**
 * JSON with sorted keys and without spaces: equal values give equal text on every machine.
 * Keys with the value `undefined` are left out. Throws on a number that is not a safe integer.
 * Source: interfaces, "A published round".
 */
export function canonicalJson(value: Canonical): string {
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new RangeError(`not an exact integer: ${value}`);
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const entries = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const entry = value[key];
      return entry === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(entry)}`];
    });
  return `{${entries.join(",")}}`;
}

const isList = (value: object): value is readonly Canonical[] => Array.isArray(value);
