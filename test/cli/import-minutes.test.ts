import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runImportMinutes, type ImportIo } from "#db/cli/import-minutes.ts";
import { listMeetings } from "#db/queries/meetings.ts";
import { aChamber, at, type Chamber } from "#test/support/voting.ts";

const minutes = (name: string) => fileURLToPath(new URL(`../domain/meetings/minutes/${name}`, import.meta.url));

function aTerminal(chamber: Chamber | null) {
  const out: string[] = [];
  const err: string[] = [];
  const io: ImportIo = {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    open: async () => {
      if (!chamber) throw new Error("no database was needed");
      return { db: chamber.db, close: async () => {} };
    },
    now: () => at("10:00"),
    newId: chamber?.resources.newId ?? (() => "id"),
  };
  return { out, err, run: (...args: string[]) => runImportMinutes(args, io) };
}

describe("ggi import minutes", () => {
  test("a dry run opens no database and reports as JSON what it found and what it left as text", async () => {
    const { out, run } = aTerminal(null);

    expect(await run(minutes("turned-names.md"), "--json")).toBe(0);
    const withoutBody = out.splice(0).join("\n");
    expect(await run(minutes("turned-names.md"), "--body", "veilig", "--dry-run", "--json")).toBe(0);

    expect(out.join("\n")).toBe(withoutBody);
    const report = JSON.parse(withoutBody);
    expect(report.attendance.map(({ name }: { name: string }) => name)).toContain("Anton Berk");
    expect(report.absences).toMatchObject([{ name: "Gerard Groot Beuk", state: "afwezig_met_bericht" }]);
    expect(report.actions).toHaveLength(6);
    expect(report.decisionCandidates).toHaveLength(2);
    expect(report.leftAsText.length).toBeGreaterThan(0);
    expect(report).toMatchObject({ date: "2023-09-28", meetingId: null });
  });

  test("without --dry-run a concept is stored in the name of the secretaris", async () => {
    const chamber = await aChamber();
    const { out, run } = aTerminal(chamber);

    expect(await run(minutes("pairs.md"), "--body=veilig")).toBe(0);

    expect(out.join("\n")).toContain("opgeslagen als concept: /vergaderingen/");
    const { meetings } = await listMeetings(chamber.db, (await chamber.as("sam")).actor, { when: "past", now: at("10:00") }, { after: null, size: 5 });
    expect(meetings).toMatchObject([{ title: "Verslag Werkgroep Register Voorbeeld", state: "notulen_concept" }]);
  });

  test.each([
    ["no file", ["--body", "veilig"], 2, "gebruik"],
    ["a file that is not there", ["weg.md", "--body", "veilig"], 2, "bestaat niet"],
    ["an unknown flag", [minutes("pairs.md"), "--lijf", "veilig"], 2, "gebruik"],
    ["no body", [minutes("pairs.md")], 2, "gebruik"],
    ["an unknown body", [minutes("pairs.md"), "--body", "onbekend"], 2, "onbekend"],
    ["somebody who is not the secretaris", [minutes("pairs.md"), "--body", "veilig", "--as", "niemand@example.org"], 2, "secretaris"],
  ])("%s ends with one clear line", async (_, args, code, words) => {
    const { err, run } = aTerminal(await aChamber());
    expect(await run(...args)).toBe(code);
    expect(err).toHaveLength(1);
    expect(err[0]).toContain(words);
  });

  test("the same file twice is refused", async () => {
    const chamber = await aChamber();
    const { err, run } = aTerminal(chamber);
    await run(minutes("pairs.md"), "--body", "veilig");
    expect(await run(minutes("pairs.md"), "--body", "veilig")).toBe(1);
    expect(err[0]).toContain("al eerder");
  });
});
