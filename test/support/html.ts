import { HtmlValidate } from "html-validate";

/**
 * The recommended rules for HTML, without those that are about how a source is typed: React writes the HTML here, and writes
 * `<br/>`, `required=""` and `maxLength`. A title may be as long as the title of a proposal,
 * an id may hold and begin with any character but a space (HTML Living Standard, 3.2.6), and the boxes of one group share a name.
 */
const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: { "void-style": "off", "attribute-boolean-style": "off", "attribute-empty-style": "off", "attr-case": "off", "attr-quotes": "off", "doctype-style": "off", "no-trailing-whitespace": "off", "long-title": "off", "valid-id": ["error", { relaxed: true }], "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "submit", "reset"] }] },
});

/** What is wrong with a page, a line each; nothing when it is good. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return [...new Set(results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} at ${selector ?? "?"}`)))];
}
