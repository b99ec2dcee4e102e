export interface Entry {
  readonly href: string;
  readonly title: string;
  readonly body: string;
}

/** Ways in: each a block to press, with a line on what is behind it. */
export function Entries({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul className="entries entries-4">
      {entries.map(({ href, title, body }) => (
        <li key={href}>
          <a href={href}>
            <b>{title}</b>
            {body}
          </a>
        </li>
      ))}
    </ul>
  );
}
