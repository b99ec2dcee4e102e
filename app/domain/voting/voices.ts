/** A gemeente that a samenwerkingsverband speaks for. */
export interface Represented {
  readonly id: string;
  readonly name: string;
  readonly province: string | null;
  readonly inhabitants?: number | null | undefined;
}

export interface Voice {
  /** the seat that speaks */
  readonly id: string;
  readonly name: string;
  readonly province: string | null;
  readonly inhabitants?: number | null | undefined;
}

/**
 * The gemeenten that seats speak for, one by one: a gemeente for itself, a samenwerkingsverband for each of its gemeenten, every
 * gemeente once. Others (a ketenpartner, a samenwerkingsverband of which no gemeenten are known) speak for themselves.
 * Source: domain, "Figures always count gemeenten once, also through a samenwerkingsverband".
 */
export function voicesOf(seats: readonly (Voice & { readonly organisationId: string })[], membersOf: ReadonlyMap<string, readonly Represented[]>): Voice[] {
  const counted = new Set(seats.map(({ organisationId }) => organisationId));
  return seats.flatMap(({ id, name, province, inhabitants, organisationId }) => {
    const members = membersOf.get(organisationId) ?? [];
    if (members.length === 0) return [{ id, name, province, inhabitants }];
    const spokenFor = members.filter((member) => !counted.has(member.id));
    for (const member of spokenFor) counted.add(member.id);
    return spokenFor.map((member) => ({ id, name: `${member.name} (${name})`, province: member.province, inhabitants: member.inhabitants }));
  });
}
