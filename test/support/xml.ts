export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlNode | string)[];
}

const TOKEN = /<\?xml[^?]*\?>|<\/([\w:.-]+)>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;

/** A strict reader of XML without DTD, comments and CDATA: what is not well-formed throws. */
export function parseXml(text: string): XmlNode {
  const root: XmlNode = { name: "", attributes: {}, children: [] };
  const open = [root];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    at = (match.index ?? 0) + match[0].length;
    const [, closed, opened, attributes = "", isEmpty, words] = match;
    const top = open.at(-1) ?? root;
    if (words !== undefined) top.children.push(decoded(words));
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`</${closed}> closes ${top.name}`);
    if (opened === undefined) continue;
    const node: XmlNode = { name: opened, attributes: readAttributes(attributes), children: [] };
    top.children.push(node);
    if (isEmpty === "") open.push(node);
  }
  if (at !== text.length || open.length !== 1) throw new Error(`not well-formed at ${at}: ${text.slice(at, at + 80)}`);
  const [only, ...others] = root.children.filter((child) => typeof child !== "string");
  if (only === undefined || others.length > 0) throw new Error("not one root element");
  return only as XmlNode;
}

function readAttributes(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = "", value = ""] of text.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
    if (Object.hasOwn(found, name)) throw new Error(`${name} stands twice`);
    found[name] = decoded(value);
  }
  return found;
}

const SIGNS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) throw new Error("a character that XML does not allow");
  return text.replace(/&([^;]*);?/g, (whole, name: string) => SIGNS[name] ?? fail(whole));
}

const fail = (what: string): never => {
  throw new Error(`unknown reference ${what}`);
};

/** Every element with this name, in the order of the document. */
export const elements = (node: XmlNode, name: string): XmlNode[] =>
  node.children.flatMap((child) => (typeof child === "string" ? [] : [...(child.name === name ? [child] : []), ...elements(child, name)]));

/** The words in an element, one after the other. */
export const textOf = (node: XmlNode): string => node.children.map((child) => (typeof child === "string" ? child : child.name === "text:s" ? " ".repeat(Number(child.attributes["text:c"] ?? 1)) : textOf(child))).join("");
