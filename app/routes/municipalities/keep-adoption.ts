import { json, redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import type { requireActor } from "#app/auth/guards.ts";
import { setAdoption } from "#app/commands/municipalities/set-adoption.ts";
import { may } from "#app/domain/access/policy.ts";
import { ADOPTION_STATES } from "#app/domain/municipalities/adoption.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { adoptionRefusalText } from "#app/text/municipalities.ts";
import { noteOf } from "#app/ui/municipalities/adoption-form.tsx";
import { findParticipant, listAdoptionOf } from "#db/queries/municipalities.ts";
import { listComponents } from "#db/queries/needs.ts";

type Visit = Awaited<ReturnType<typeof requireActor>>;

/** What the form starts with: the own word of a gemeente or a samenwerkingsverband, per component. */
export async function loadAdoption({ db, actor }: Visit, reference: string) {
  const { id, name } = (await findParticipant(db, reference)) ?? notFound();
  if (!may(actor, "adoption.set", { organisationId: id })) return forbidden();
  const said = await listAdoptionOf(db, [id]);
  const components = (await listComponents(db)).map(({ slug, name: label }) => ({ slug, label }));
  const entered = Object.fromEntries(
    components.flatMap(({ slug }) => {
      const one = said.find(({ component }) => component === slug);
      return [[slug, one?.state ?? "niet"], [noteOf(slug), one?.note ?? ""]];
    }),
  );
  return { reference, name, components, entered };
}

/** Keeps what was said, and goes back to the page of whoever said it. */
export async function keepAdoption(context: Visit, { request }: ActionFunctionArgs, reference: string, page: string) {
  const components = await listComponents(context.db);
  const state = z.enum(ADOPTION_STATES);
  const note = z.string().max(500, "too-long");
  const form = await readForm(request, z.object(Object.fromEntries(components.flatMap(({ slug }): [string, z.ZodType<string>][] => [[slug, state], [noteOf(slug), note]]))));
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const states = components.map(({ slug }) => ({ component: slug, state: state.parse(form.values[slug]), note: form.values[noteOf(slug)] ?? "" }));
  const set = await setAdoption(context, { code: reference, states });
  if (set.ok) return redirect(page, await withNotice("adoption-set"));
  if (set.refusal === "not-found") return notFound();
  if (set.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: adoptionRefusalText[set.refusal] }, 409);
}
