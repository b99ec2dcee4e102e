import type { ReactNode } from "react";

/** The one next step of this reader: what it is, why, and its button. */
export function NextStep({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <section className="next" aria-labelledby="volgende-stap">
      <div>
        <h2 id="volgende-stap">{title}</h2>
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
      {action}
    </section>
  );
}
