import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle } from "#app/text/format.ts";
import { adoptionFormText } from "#app/text/municipalities.ts";
import { organisationsText } from "#app/text/organisations.ts";
import { AdoptionForm } from "#app/ui/municipalities/adoption-form.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { keepAdoption, loadAdoption } from "./keep-adoption.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(adoptionFormText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args);
  return loadAdoption(visit, args.params["id"] ?? "");
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const reference = args.params["id"] ?? "";
  return keepAdoption(context, args, reference, href(paths.organisation, { id: reference }));
}

export default function OrganisationAdoptionPage() {
  const { reference, name, components, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.organisations), label: organisationsText.title }, { href: href(paths.organisation, { id: reference }), label: name }]} title={adoptionFormText.title} lead={adoptionFormText.partnershipLead} />
      <AdoptionForm components={components} entered={answer?.entered ?? entered} problems={answer?.problems ?? {}} refusal={answer?.refusal ?? null} />
    </>
  );
}
