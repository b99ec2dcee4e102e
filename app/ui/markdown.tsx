/** HTML that app/platform/markdown.ts made of somebody's Markdown; never anything else. */
export function Markdown({ html }: { html: string }) {
  return <div className="prose stack" dangerouslySetInnerHTML={{ __html: html }} />;
}
