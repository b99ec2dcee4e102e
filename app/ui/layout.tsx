import type { ReactNode } from "react";
import { layoutText } from "#app/text/layout.ts";

/** The sections of a page below each other, with room between them. */
export function Flow({ children }: { children: ReactNode }) {
  return <div className="flow wrap">{children}</div>;
}

/** The page with something beside it on a wide screen: a trail, what one can do. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="wrap cols-side">
      <div className="flow">{children}</div>
      <aside className="flow" aria-label={layoutText.beside}>{aside}</aside>
    </div>
  );
}

export function TwoColumns({ children }: { children: ReactNode }) {
  return <div className="cols-2">{children}</div>;
}

/** A part of a page under a heading of its own, with an address; `aside` stands across from the heading. */
export function Section({ id, title, aside, children }: { id: string; title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="stack" id={id} aria-labelledby={`kop-${id}`}>
      <div className="sec-head">
        <h2 id={`kop-${id}`}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** A part of a page on a ground of its own, from edge to edge. */
export function Band({ children }: { children: ReactNode }) {
  return (
    <div className="band">
      <div className="wrap flow">{children}</div>
    </div>
  );
}
