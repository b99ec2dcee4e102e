import { TLP } from "#app/domain/access/visibility.ts";
import { IMPORT_FIELDS, type ImportField, type Mapping } from "#app/domain/proposals/import/columns.ts";
import type { ImportDefaults } from "#app/domain/proposals/import/row.ts";
import { MOSCOW, PROPOSAL_KINDS } from "#app/domain/proposals/proposal.ts";
import { isShownAgain, type FieldProblem } from "#app/platform/form.ts";

export interface ImportChoice {
  readonly mapping: Mapping;
  readonly defaults: ImportDefaults;
  readonly problems: Readonly<Record<string, FieldProblem>>;
  /** a kept text that is only shown again */
  readonly isOnlyShown: boolean;
}

/** Reads the form with a choice for each column. Throws a 400 when the body is no form. */
export async function readImportChoice(request: Request, columns: number, otherwise: ImportDefaults): Promise<ImportChoice> {
  const form = await request.formData().catch(() => null);
  if (!form) throw new Response(null, { status: 400 });
  const field = (name: string): string => String(form.get(name) ?? "").trim();
  const weight = field("weight");
  const isWeight = weight === "" || (/^\d{1,3}$/.test(weight) && Number(weight) >= 1 && Number(weight) <= 100);
  return {
    mapping: Array.from({ length: columns }, (_, column) => (IMPORT_FIELDS as readonly ImportField[]).find((one) => one === field(`kolom-${column}`)) ?? null),
    defaults: {
      kind: PROPOSAL_KINDS.find((kind) => kind === field("kind")) ?? otherwise.kind,
      moscow: MOSCOW.find((word) => word === field("moscow")) ?? otherwise.moscow,
      weight: weight === "" || !isWeight ? null : Number(weight),
      tlp: TLP.find((label) => label === field("tlp")) ?? otherwise.tlp,
    },
    problems: isWeight ? {} : { weight: "not-a-number" },
    isOnlyShown: isShownAgain(form),
  };
}
