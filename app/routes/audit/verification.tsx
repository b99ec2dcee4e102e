import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { auditText } from "#app/text/audit.ts";
import { pageTitle } from "#app/text/format.ts";
import { Fields } from "#app/ui/fields.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { verifyChain } from "#db/queries/audit-verify.ts";
import { chainsOf } from "./chains.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(auditText.verified) }];

/** Recomputes one chain while somebody waits: ten thousand records take well under a second. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const asked = new URL(args.request.url).searchParams.get("keten");
  const { chain, slug, name } = chainsOf(actor).find((one) => one.slug === asked) ?? notFound();
  const { end, broken } = await verifyChain(db, chain);
  return { slug, name, end, broken };
}

export default function VerificationPage() {
  const { slug, name, end, broken } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.audit, { keten: slug }), label: auditText.title }]} title={auditText.verified} />
      <Flow>
        {broken === null ? (
          <p className="note" role="status">
            {auditText.whole(name, end.sequence)}
          </p>
        ) : (
          <div className="alert" role="alert">
            <p>{auditText.broken(name, broken.sequence, broken.fault)}</p>
            <p>{auditText.brokenNext}</p>
          </div>
        )}
        {broken === null && end.sequence > 0 && (
          <Section id="code" title={auditText.head}>
            <Fields rows={[{ term: auditText.headAt(end.sequence), value: <code>{end.hash}</code> }]} />
            <p>{auditText.headNote}</p>
          </Section>
        )}
        <Section id="anker" title={auditText.anchor}>
          <p>{auditText.anchorWhy}</p>
        </Section>
        <p>
          <a href={href(paths.audit, { keten: slug })}>{auditText.back}</a>
        </p>
      </Flow>
    </>
  );
}
