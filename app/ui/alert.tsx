import type { ReactNode } from "react";

const LOOK = { error: "utrecht-alert utrecht-alert--error", warning: "utrecht-alert utrecht-alert--warning", ok: "utrecht-alert utrecht-alert--ok" } as const;

/** Something one has to know before going on; `live` says it aloud as soon as the page is there. */
export function Alert({ children, tone = "error", live = false }: { children: ReactNode; tone?: keyof typeof LOOK; live?: boolean }) {
  return (
    <div className={LOOK[tone]} role={live ? (tone === "ok" ? "status" : "alert") : undefined}>
      <div className="utrecht-alert__message">{typeof children === "string" ? <p>{children}</p> : children}</div>
    </div>
  );
}
