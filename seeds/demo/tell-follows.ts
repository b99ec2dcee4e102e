import { followSubject } from "#app/commands/following/follow-subject.ts";
import { FOLLOWS } from "./follows.ts";
import { known, must, type Stage } from "./stage.ts";

/** Who follows what; they did not look since. */
export function tellFollows(stage: Stage): void {
  for (const { by, kind, subject, day } of FOLLOWS) {
    stage.at(day, 12, async ({ as }) => {
      const reference =
        kind === "proposal" ? known(stage.book.proposals, subject).number : kind === "initiative" ? known(stage.book.initiatives, subject).number : subject;
      must(await followSubject(await as(by), { kind, reference }), `${by} follows ${subject}`);
    });
  }
}
