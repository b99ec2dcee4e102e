import type { ReactNode } from "react";

/** Nothing here yet, said kindly, with what to do next. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="note empty stack">
      <p>{title}</p>
      {children}
      {action && <p>{action}</p>}
    </div>
  );
}
