/** Corrections that were added after adoption, each with its day and who added it. */
export function Errata({ errata }: { errata: readonly { readonly statement: string; readonly line: string }[] }) {
  return (
    <>
      {errata.map(({ statement, line }) => (
        <div key={line + statement} className="note">
          <p>{statement}</p>
          <p className="by">{line}</p>
        </div>
      ))}
    </>
  );
}
