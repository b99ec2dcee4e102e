import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle } from "#app/text/format.ts";
import { adoptionFormText, municipalitiesText } from "#app/text/municipalities.ts";
import { AdoptionForm } from "#app/ui/municipalities/adoption-form.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { keepAdoption, loadAdoption } from "./keep-adoption.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(adoptionFormText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args);
  return loadAdoption(visit, args.params["code"] ?? "");
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const reference = args.params["code"] ?? "";
  return keepAdoption(context, args, reference, href(paths.municipality, { code: reference }));
}

export default function AdoptionPage() {
  const { reference, name, components, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.municipalities), label: municipalitiesText.title }, { href: href(paths.municipality, { code: reference }), label: name }]} title={adoptionFormText.title} lead={adoptionFormText.lead} />
      <AdoptionForm components={components} entered={answer?.entered ?? entered} problems={answer?.problems ?? {}} refusal={answer?.refusal ?? null} />
    </>
  );
}
