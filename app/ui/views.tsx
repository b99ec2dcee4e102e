interface ViewsProps {
  readonly label: string;
  readonly views: readonly { readonly label: string; readonly address: string; readonly isShown: boolean }[];
}

/** The same things in another form: links, of which one says that it is the page one looks at. */
export function Views({ label, views }: ViewsProps) {
  return (
    <nav aria-label={label}>
      <ul className="versions">
        {views.map((view) => (
          <li key={view.address}>
            <a href={view.address} aria-current={view.isShown ? "page" : undefined}>
              {view.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
