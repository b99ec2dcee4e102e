import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { keptFormOf } from "#app/auth/kept-form.ts";
import { href, paths } from "#app/paths.ts";
import { SHOWN_AGAIN } from "#app/platform/form.ts";
import { keptFormText } from "#app/text/access.ts";
import { pageTitle, time } from "#app/text/format.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Hint } from "#app/ui/form-parts.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";

/** Words somebody typed, not the code of a choice. */
const isText = (value: string): boolean => /\S\s+\S/.test(value);

export const meta: MetaFunction = () => [{ title: pageTitle(keptFormText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const kept = await keptFormOf(context, args.request, context.actor.id);
  return { kept: kept && { address: kept.address, mark: SHOWN_AGAIN, fields: kept.fields, until: time(kept.expiresAt) } };
}

export default function KeptFormPage() {
  const { kept } = useLoaderData<typeof loader>();
  if (kept === null) {
    return (
      <>
        <PageHead title={keptFormText.title} />
        <Flow>
          <Empty title={keptFormText.empty}>
            <p>{keptFormText.emptyNext}</p>
            <ButtonLink href={href(paths.home)}>{keptFormText.home}</ButtonLink>
          </Empty>
        </Flow>
      </>
    );
  }
  const texts = kept.fields.filter(([, value]) => isText(value));
  return (
    <>
      <PageHead title={keptFormText.title} lead={keptFormText.lead} />
      <Flow>
        <p>
          <a href={kept.address}>{keptFormText.page}</a>
        </p>
        {texts.length > 0 && (
          <Section id="tekst" title={keptFormText.texts}>
            {texts.map(([name, value]) => (
              <blockquote key={name} className="kept-text">
                {value}
              </blockquote>
            ))}
          </Section>
        )}
        <div className="actions">
          <form method="post" action={kept.address} className="act">
            <input type="hidden" name={kept.mark} value="ja" />
            {kept.fields.map(([name, value], index) => (
              <textarea key={index} name={name} defaultValue={value} hidden readOnly />
            ))}
            <Button>{keptFormText.show}</Button>
          </form>
          <ActionForm action={href(paths.keptFormDisposal)} label={keptFormText.dispose} secondary />
        </div>
        <Hint>{keptFormText.until(kept.until)}</Hint>
      </Flow>
    </>
  );
}
