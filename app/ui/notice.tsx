import { Alert } from "./alert.tsx";

/** A word about what was just done. */
export function Notice({ text }: { text: string }) {
  return (
    <div className="wrap notice">
      <Alert tone="ok" live>
        {text}
      </Alert>
    </div>
  );
}
