/** A word about what was just done. */
export function Notice({ text }: { text: string }) {
  return (
    <div className="wrap">
      <p className="notice" role="status">
        {text}
      </p>
    </div>
  );
}
