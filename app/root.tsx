import { json, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, useLocation, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { href, paths } from "#app/paths.ts";
import { takeNotice } from "#app/platform/notice.ts";
import { pageTitle } from "#app/text/format.ts";
import { noticeFor } from "#app/text/notices.ts";
import { DemoBar } from "#app/ui/demo-bar.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RefusedAct, refusalWords } from "#app/ui/refused-act.tsx";
import { SiteFoot } from "#app/ui/site-foot.tsx";
import { SiteHead } from "#app/ui/site-head.tsx";
import { listDemoAccounts } from "#db/queries/demo.ts";
import bold from "@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2?url";
import regular from "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url";
import stylesheet from "./ui/styles/portal.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  ...[regular, bold].map((font) => ({ rel: "preload" as const, href: font, as: "font" as const, type: "font/woff2", crossOrigin: "anonymous" as const })),
];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await visitor(args);
  const { code, clear } = await takeNotice(args.request);
  const person = actor.id === null ? null : { name: actor.name, organisation: actor.organisation?.name ?? null, isAdmin: may(actor, "account.add") };
  const demo = args.context.isDemo === true ? await listDemoAccounts(db) : null;
  return json({ visitor: person, demo, notice: noticeFor(code) }, code === null ? {} : { headers: { "Set-Cookie": clear } });
}

export default function Root() {
  return (
    <Page>
      <Outlet />
    </Page>
  );
}

/** What a refusal, an absent page or a bug looks like: the same surroundings, one sentence, a way on. */
export function ErrorBoundary() {
  const { title } = refusalWords(useRouteError());
  return (
    <Page title={pageTitle(title)}>
      <RefusedAct />
    </Page>
  );
}

function Page({ children, title }: { children: ReactNode; title?: string }) {
  const known = useRouteLoaderData<typeof loader>("root");
  const { pathname } = useLocation();
  const isEmbedded = pathname === href(paths.roadmapEmbed);
  return (
    <html lang="nl">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {isEmbedded && <base target="_top" />}
        {title !== undefined && <title>{title}</title>}
        <Meta />
        <Links />
      </head>
      <body>
        {!isEmbedded && <SiteHead visitor={known?.visitor ?? null} path={pathname} />}
        {!isEmbedded && known?.demo && <DemoBar accounts={known.demo} path={pathname} isSignedIn={known.visitor !== null} />}
        <main id="inhoud">
          {known?.notice && <Notice text={known.notice} />}
          {children}
        </main>
        {!isEmbedded && <SiteFoot isSignedIn={known?.visitor != null} />}
      </body>
    </html>
  );
}
