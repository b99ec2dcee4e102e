import type { AgendaChange, ItemPart } from "#app/domain/meetings/agenda-changes.ts";
import { dateTime, time } from "./format.ts";

const partText = { title: "de titel", kind: "de soort", isClosed: "besloten of openbaar", owner: "wie het inbrengt", minutes: "de tijd", text: "de toelichting" } satisfies Record<ItemPart, string>;

/** One change of an agenda in a sentence. Where many eyes may read along, a besloten point is not named. */
export function agendaChangeText(change: AgendaChange, { namesSecrets }: { namesSecrets: boolean }): string {
  switch (change.code) {
    case "moved":
      return `Tijd: ${dateTime(change.to.startsAt)} tot ${time(change.to.endsAt)}. Eerst was dat ${dateTime(change.from.startsAt)} tot ${time(change.from.endsAt)}.`;
    case "relocated":
      return change.to === "" ? "Plaats: nog niet bekend." : `Plaats: ${change.to}.`;
    case "renamed":
      return `Titel: ${change.to}.`;
    case "reordered":
      return "De volgorde is anders.";
  }
  const name = change.isSecret && !namesSecrets ? "een besloten of vertrouwelijk punt" : `“${change.title}”`;
  switch (change.code) {
    case "item-added":
      return `Nieuw: ${name}.`;
    case "item-removed":
      return `Weggehaald: ${name}.`;
    case "item-changed":
      return `Gewijzigd: ${name} (${change.parts.map((part) => partText[part]).join(", ")}).`;
    case "annex-added":
      return `Nieuwe bijlage bij ${name}${change.isSecret && !namesSecrets ? "" : `: ${change.name}`}.`;
    case "annex-removed":
      return `Bijlage weg bij ${name}${change.isSecret && !namesSecrets ? "" : `: ${change.name}`}.`;
  }
}
