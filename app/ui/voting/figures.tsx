/** Big figures with what they mean below: `<Figures rows={[{term, value, note}]} />`. */
export function Figures({ rows }: { rows: readonly { readonly term: string; readonly value: string; readonly note: string }[] }) {
  return (
    <dl className="figures">
      {rows.map(({ term, value, note }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <p className="big num">{value}</p>
            <p className="small muted">{note}</p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
