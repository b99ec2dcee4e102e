import { parseArgs } from "node:util";
import { versionHash } from "../queries/version-hash.ts";
import { proposalNumber } from "#app/domain/proposals/number.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { inTransaction, type Db, type Trx } from "../client.ts";
import { addRounds } from "./generate-rounds.ts";
import { searchKey } from "../portable.ts";

export interface GenerateIo {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly open: () => Promise<Db>;
  readonly now: () => Instant;
}

const USAGE = "gebruik: ggi generate [--proposals N] [--rounds N] [--seats N] [--seed S] [--json]\n  maakt gegevens om de belasting te meten; met dezelfde --seed elke keer dezelfde";
const BATCH = 40;

/** Synthetic load data, the same for the same seed: proposals with version, step and search entry, and voting seats. Exit code. */
export async function runGenerate(args: readonly string[], { out, err, open, now }: GenerateIo): Promise<number> {
  if (args.includes("--help")) {
    out(USAGE);
    return 0;
  }
  const asked = read(args);
  if (!asked) {
    err("Geef hele getallen, zoals: npm run ggi -- generate --proposals 1000 --rounds 10 --seats 5");
    return 2;
  }
  const db = await open();
  const bodies = await db.selectFrom("body").select(["id", "prefix"]).where("kind", "=", "expertgroep").orderBy("position").execute();
  const author = await db.selectFrom("person").select("id").orderBy("id").executeTakeFirst();
  const component = await db.selectFrom("component").select(["id", "slug"]).orderBy("position").executeTakeFirst();
  const [first] = bodies;
  if (!first || !author || !component) {
    err("Eerst `ggi seed --demo`: er zijn nog geen gremia, onderdelen of accounts.");
    return 1;
  }
  const context = { bodies, authorId: author.id, component, at: now(), random: randomFrom(asked.seed), seed: asked.seed };
  for (let from = 0; from < asked.proposals; from += 1000) {
    await inTransaction(db, (trx) => addProposals(trx, context, from, Math.min(1000, asked.proposals - from)));
  }
  await inTransaction(db, (trx) => addSeats(trx, context, first.id, asked.seats));
  if (asked.rounds > 0 && !(await addRounds(db, { bodyId: first.id, count: asked.rounds, seed: asked.seed, at: now(), random: context.random }))) {
    err("Er zijn geen stemrondes gemaakt: het eerste gremium heeft een voorzitter, een secretaris en een lid met stemrecht nodig.");
    return 1;
  }
  out(asked.isJson ? JSON.stringify({ proposals: asked.proposals, rounds: asked.rounds, seats: asked.seats, seed: asked.seed }) : `${asked.proposals} voorstellen, ${asked.rounds} stemrondes en ${asked.seats} zetels gemaakt.`);
  return 0;
}

interface Context {
  readonly bodies: readonly { readonly id: string; readonly prefix: string }[];
  readonly authorId: string;
  readonly component: { readonly id: string; readonly slug: string };
  readonly at: Instant;
  readonly random: () => number;
  readonly seed: number;
}

const WORDS = "verbinding certificaat logboek bewaking koppeling melding leverancier beheer toegang herstel netwerk gegevens versie test sleutel zone dienst storing oefening afspraak".split(" ");

async function addProposals(trx: Trx, { bodies, authorId, component, at, random, seed }: Context, from: number, count: number): Promise<void> {
  const last = new Map<string, number>();
  for (const { prefix } of bodies) last.set(prefix, (await trx.selectFrom("counter").select("last").where("name", "=", `proposal:${prefix}`).executeTakeFirst())?.last ?? 0);
  const made = Array.from({ length: count }, (_, place) => {
    const body = bodies[(from + place) % bodies.length] ?? { id: "", prefix: "" };
    const serial = (last.get(body.prefix) ?? 0) + 1;
    last.set(body.prefix, serial);
    const some = (length: number) => Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)] ?? "").join(" ");
    const title = `Belasting ${from + place + 1}: ${some(4)}`;
    const text = { title, statement: `De leverancier regelt ${some(18)}.`, rationale: `Omdat ${some(12)}.`, acceptance: `Te toetsen met ${some(8)}.`, source: "Gegenereerd", moscow: "should" as const, weight: null, components: [component.slug], needs: [], policyAreas: [], controls: [] };
    return { id: `belasting-${seed}-${from + place}-${at}`, number: proposalNumber(body.prefix, serial), bodyId: body.id, text };
  });
  for (let start = 0; start < made.length; start += BATCH) {
    const part = made.slice(start, start + BATCH);
    await trx.insertInto("proposal").values(part.map(({ id, number, bodyId, text }) => ({ id, number, body_id: bodyId, kind: "eis" as const, state: "under_discussion" as const, tlp: "CLEAR" as const, title: text.title, title_key: searchKey(text.title), current_version: 1, created_by: authorId, created_at: at, updated_at: at, shared_at: at }))).execute();
    await trx.insertInto("proposal_author").values(part.map(({ id }) => ({ proposal_id: id, person_id: authorId }))).execute();
    await trx.insertInto("proposal_version").values(part.map(({ id, text: { components, needs, policyAreas, controls, ...text } }) => ({ ...text, id: `v-${id}`, proposal_id: id, number: 1, components: JSON.stringify(components), needs: "[]", policy_areas: "[]", controls: "[]", why: "", author_id: authorId, created_at: at, text_hash: versionHash({ ...text, components, needs, policyAreas, controls }) }))).execute();
    await trx.insertInto("proposal_component").values(part.map(({ id }) => ({ proposal_id: id, component_id: component.id }))).execute();
    await trx.insertInto("proposal_step").values(part.map(({ id }) => ({ id: `s-${id}`, proposal_id: id, at, act: "proposal.discuss", from_state: "draft", to_state: "under_discussion", version: 1, actor_id: authorId, round_id: null, decision_id: null, initiative_id: null, note: null }))).execute();
    await trx.insertInto("search_entry").values(part.map(({ id, number, bodyId, text }) => ({ id: `proposal:${id}`, kind: "proposal", subject_id: id, number, title: text.title, body_text: [text.statement, text.rationale, text.acceptance].join("\n"), address: number, tlp: "CLEAR" as const, body_id: bodyId, is_shared: 1 as const, at }))).execute();
  }
  for (const [prefix, value] of last) await trx.insertInto("counter").values({ name: `proposal:${prefix}`, last: value }).onConflict((oc) => oc.column("name").doUpdateSet({ last: value })).execute();
}

async function addSeats(trx: Trx, { at, seed }: Context, bodyId: string, count: number): Promise<void> {
  for (let place = 0; place < count; place++) {
    const id = `belasting-zetel-${seed}-${place}-${at}`;
    const name = `Samenwerking ${place + 1}`;
    await trx.insertInto("organisation").values({ id, kind: "samenwerkingsverband", name, name_key: searchKey(name), code: null, province: null, inhabitants: null, valid_from: null, valid_until: null, tile_row: null, tile_column: null, contact: null }).execute();
    await trx.insertInto("seat").values({ id, body_id: bodyId, organisation_id: id, is_voting: 1, weight: 1, from: at, until: null }).execute();
  }
}

function read(args: readonly string[]): { proposals: number; rounds: number; seats: number; seed: number; isJson: boolean } | null {
  try {
    const { values } = parseArgs({ args: [...args], options: { proposals: { type: "string", default: "0" }, rounds: { type: "string", default: "0" }, seats: { type: "string", default: "0" }, seed: { type: "string", default: "1" }, json: { type: "boolean", default: false } } });
    const [proposals, rounds, seats, seed] = [Number(values.proposals), Number(values.rounds), Number(values.seats), Number(values.seed)];
    return [proposals, rounds, seats, seed].every((number) => Number.isSafeInteger(number) && number >= 0) ? { proposals, rounds, seats, seed, isJson: values.json } : null;
  } catch {
    return null;
  }
}

/** Numbers from 0 to 1 that look random and are the same every time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
