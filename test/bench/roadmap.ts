/* A roadmap of five hundred items that wait for each other eight hundred times; made through the commands. */
import { enterRoadmapItem } from "#app/commands/roadmap/enter-roadmap-item.ts";
import { plusQuarters, quarterOf } from "#app/domain/roadmap/quarter.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { instant } from "#app/domain/shared/instant.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import { inTransaction, openDatabase } from "#db/client.ts";
import { actorOf } from "#db/queries/people.ts";

const [ITEMS, DEPENDENCIES] = [500, 800];
const COMPONENTS = ["ggi-netwerk", "ggi-veilig", "ggi-services", "ggi-afspraken"];

/** Makes it in the database at `url`. Each item waits for one or two of those before it. */
export async function aLongRoadmap(url: string): Promise<void> {
  const db = await openDatabase(url);
  const now = () => instant(new Date());
  const secretary = await db.selectFrom("person").select("id").where("email", "=", "secretaris.taskforce@demo.ggi").executeTakeFirstOrThrow();
  const actor = await actorOf(db, secretary.id, now());
  const current = quarterOf(dutchDay(now()));
  await inTransaction(db, async (trx) => {
    const made: string[] = [];
    let links = 0;
    for (let place = 0; place < ITEMS; place++) {
      const wanted = Math.round((DEPENDENCIES * place) / (ITEMS - 1)) - links;
      const dependencies = [...new Set(Array.from({ length: wanted }, (_, step) => made.at(-1 - ((place * 7 + step * 13) % Math.max(1, made.length)))))].filter((number) => number !== undefined);
      links += dependencies.length;
      const start = plusQuarters(current, (place % 11) - 1);
      const work = { title: `Onderdeel ${place + 1} van een lange roadmap`, summary: "Werk dat andere onderdelen nodig hebben.", component: COMPONENTS[place % COMPONENTS.length] ?? "", start, end: plusQuarters(start, 1 + (place % 4)), fte: 1 + (place % 3), dependencies };
      const entered = await enterRoadmapItem({ db: trx, now, newId: uuid7, actor }, work);
      if (!entered.ok) throw new Error(entered.refusal);
      made.push(entered.value.number);
    }
    if (links < DEPENDENCIES) throw new Error(`only ${links} dependencies`);
  });
  await db.destroy();
}
