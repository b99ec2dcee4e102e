import { readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMinutes } from "#app/domain/meetings/minutes-import/read-minutes.ts";
import type { ImportedMinutes } from "#app/domain/meetings/minutes-import/types.ts";

const folder = new URL("./minutes/", import.meta.url);
const layouts = readdirSync(folder).filter((name) => name.endsWith(".md"));
const read = (name: string, path: string | null = null) => readMinutes(readFileSync(new URL(name, folder), "utf8"), path);
const names = (minutes: ImportedMinutes, state = "aanwezig") => minutes.attendance.filter((one) => one.state === state).map((one) => one.name);

describe("who was there", () => {
  test("a table with last name first, prefixes and an empty last row", () => {
    expect(read("table-setext.md").attendance.map(({ name, organisation }) => [name, organisation])).toEqual([
      ["Anna Appelboom", "Gemeente Zuiderdorp"],
      ["Bas van der Linde", "Gemeente Noorderstad"],
      ["Cor de Wilg", "Bureau Bos"],
    ]);
  });

  test("names turned round and names as spoken, in one column", () => {
    const minutes = read("turned-names.md");
    expect(names(minutes)).toEqual(["Anton Berk", "Karel de Els", "Sebastiaan van Spar", "Eduard van Hazelaar"]);
    expect(names(minutes, "afwezig_met_bericht")).toEqual(["Gerard Groot Beuk"]);
  });

  test("one running text by sector, with a forgotten comma and two people for one organisation", () => {
    const minutes = read("running-text.md");
    expect(names(minutes)).toHaveLength(8);
    expect(minutes.attendance.find(({ name }) => name === "Rob Berk")).toMatchObject({ organisation: "Dienst Duin", group: "Publieke sector" });
    expect(minutes.attendance.find(({ name }) => name === "Marcel Kers")).toMatchObject({ group: "Private sector" });
  });

  test("rows of labels, with roles and initials in parentheses", () => {
    const minutes = read("pairs.md");
    expect(minutes.attendance[0]).toMatchObject({ name: "Tim Klaver", initials: "TK", role: "voorzitter", organisation: null });
    expect(names(minutes, "afwezig")).toEqual(["Aad Berg", "Joke Urn", "Appie Vers"]);
  });

  test("several people in one cell, name and organisation apart by a comma", () => {
    expect(read("numbered-bold.md").attendance.map(({ name, organisation, role }) => [name, organisation, role])).toEqual([
      ["Maarten van der Veer", "Logboek", "voorzitter"],
      ["Pieter Haring", "Logboek", null],
      ["Tom Vijl", "Kadaster", "secretaris"],
      ["Melis van den Brom", "BD", null],
    ]);
  });

  test("bullets, a nested group, and who sent word below a deeper heading", () => {
    const minutes = read("bullets-emoji.md");
    expect(names(minutes)).toEqual(["Alex Groen", "André van den Nauw", "Nils Baars", "Eva Zee", "Ot Duin"]);
    expect(names(minutes, "afwezig_met_bericht")).toEqual(["Stan Miro"]);
    expect(minutes.attendance[3]).toMatchObject({ organisation: "Gemeente Kustdorp", group: "Publiek" });
  });

  test("labels without any heading", () => {
    const minutes = read("no-headings.md");
    expect(names(minutes)).toEqual(["H. Molen", "J. Hoorn", "P. Timmer"]);
    expect(names(minutes, "afwezig")).toEqual(["R. de Berg"]);
  });

  test("a text without a list says so", () => {
    expect(read("contradictory.md").warnings).toContainEqual({ code: "no-attendance" });
  });
});

describe("other forms of a list", () => {
  const people = (text: string) => readMinutes(`# Overleg 3 maart 2026\n\n${text}\n`).attendance.map(({ name, organisation, role, state }) => [name, organisation, role, state].filter((part) => part !== null).join(" | "));

  test.each([
    ["## Aanwezig\n* Anna de Vries - Gemeente A (voorzitter)\n* Bas Bos – Gemeente B\n* Cor Dek, Gemeente C", ["Anna de Vries | Gemeente A | voorzitter | aanwezig", "Bas Bos | Gemeente B | aanwezig", "Cor Dek | Gemeente C | aanwezig"]],
    ["**Aanwezig:** Anna de Vries (A), Bas Bos (B)\n**Afwezig:** Cor Dek\n**Notulist:** Bas Bos", ["Anna de Vries | A | aanwezig", "Bas Bos | B | notulist | aanwezig", "Cor Dek | afwezig"]],
    ["- **Aanwezigen**: Anna de Vries, Bas Bos\n- **Afwezigen**: geen", ["Anna de Vries | aanwezig", "Bas Bos | aanwezig"]],
    ["## Aanwezig\n- VNG: Anna de Vries, Bas Bos\n- Kadaster: Cor Dek", ["Anna de Vries | VNG | aanwezig", "Bas Bos | VNG | aanwezig", "Cor Dek | Kadaster | aanwezig"]],
    ["## Aanwezig\n(32 personen) Anna de Vries (VNG), Bas Bos en Cor Dek (Kadaster)", ["Anna de Vries | VNG | aanwezig", "Bas Bos | Kadaster | aanwezig", "Cor Dek | Kadaster | aanwezig"]],
    ["## Genodigden\n\n| Naam | Organisatie | Aanwezig |\n|--|--|--|\n| Anna de Vries | VNG | x |\n| Bas Bos | BD | nee |\n| Cor Dek | BD | afgemeld |", ["Anna de Vries | VNG | aanwezig", "Bas Bos | BD | afwezig", "Cor Dek | BD | afwezig_met_bericht"]],
    ["<details><summary>Aanwezigen</summary>\n<table>\n<tr><th>Naam</th><th>Organisatie</th></tr>\n<tr><td>Anna de Vries</td><td>VNG</td></tr>\n</table>\n</details>", ["Anna de Vries | VNG | aanwezig"]],
    ["Aanwezig\n--------\nAnna de Vries\nBas Bos\n\nAfwezig\n-------\nCor Dek (zonder bericht)", ["Anna de Vries | aanwezig", "Bas Bos | aanwezig", "Cor Dek | afwezig"]],
    ["## 👥 Aanwezig\n- Anna de Vries 🙋", ["Anna de Vries | aanwezig"]],
    ["## Afgemeld\nGeen", []],
    ["### Verontschuldigd\nAnna de Vries, Bas Bos", ["Anna de Vries | afwezig_met_bericht", "Bas Bos | afwezig_met_bericht"]],
    ["## Attendees\n* Anna Brown (VNG), chair\n\n## Apologies\nBen White\n\n## Guests\nCor Black (Supplier)", ["Anna Brown | VNG | voorzitter | aanwezig", "Ben White | afwezig_met_bericht", "Cor Black | Supplier | aanwezig"]],
    ["Aanwezig :\nDhr. A. Bos van de Provincie Drenthe (vz).\nMevr. B. van der Dijk van RIVIER, namens het koepeloverleg.", ["A. Bos | Provincie Drenthe | voorzitter | aanwezig", "B. van der Dijk | RIVIER | aanwezig"]],
    ["Aanwezig: burgemeester A. de Vries (voorzitter), wethouder B. Jansen\nAfwezig (met kennisgeving): wethouder C. Smit", ["A. de Vries | voorzitter | aanwezig", "B. Jansen | wethouder | aanwezig", "C. Smit | wethouder | afwezig_met_bericht"]],
    ["Afwezig: met kennisgeving de heer A. Haas; zonder kennisgeving mevrouw B. Lam", ["A. Haas | afwezig_met_bericht", "B. Lam | afwezig"]],
    ["| **aanwezig** Anna Bos \\| gemeente A Bas van der Dek \\| De Kompagnie Cor Eik \\| Bureau | **afwezig** |\n|--|--|", ["Anna Bos | gemeente A | aanwezig", "Bas van der Dek | De Kompagnie | aanwezig", "Cor Eik | Bureau | aanwezig"]],
    ["Aanwezig\n--------\nVoorzitter: A. Bos (Breda)\nLeden: B. Kok (Gouda) en C. Dam (Venlo)", ["A. Bos | Breda | voorzitter | aanwezig", "B. Kok | Gouda | aanwezig", "C. Dam | Venlo | aanwezig"]],
    ["<p><b>Aanwezig:</b> Anna Bos, Bas Dek</p><p><b>Afwezig met bericht:</b> Cor Eik</p>", ["Anna Bos | aanwezig", "Bas Dek | aanwezig", "Cor Eik | afwezig_met_bericht"]],
    ["## Afgemeld\nAnna Bos (Breda)\n\nBas Dek (Ede) en Cor Eik (Gouda) hebben aangegeven niet meer deel te kunnen nemen aan dit overleg.", ["Anna Bos | Breda | afwezig_met_bericht"]],
    ["Present: @anna, Bas_Dek, Cor\nRegrets: Dirk", ["anna | aanwezig", "Bas Dek | aanwezig", "Cor | aanwezig", "Dirk | afwezig_met_bericht"]],
  ])("%s", (text, expected) => {
    expect(people(text)).toEqual(expected);
  });
});

describe("when it was", () => {
  test.each([
    ["table-setext.md", "2021-12-02"],
    ["turned-names.md", "2023-09-28"],
    ["running-text.md", "2021-11-24"],
    ["pairs.md", "2022-06-07"],
    ["numbered-bold.md", "2020-12-10"],
    ["no-headings.md", "2005-06-16"],
  ])("%s was on %s", (name, day) => {
    expect(read(name).day).toBe(day);
  });

  test.each([
    ["overleg/2023-06-29/Verslag.md", "2023-06-29"],
    ["211202_Verslag.md", "2021-12-02"],
    ["Verslag 20220317.md", "2022-03-17"],
    ["verslag 23 juli 2026.md", "2026-07-23"],
    ["verslagen/2022_03_24/x.md", "2022-03-24"],
  ])("without a date in the text, %s tells %s", (path, day) => {
    expect(readMinutes("# Overleg\n\n## Opening\ntekst", path).day).toBe(day);
  });

  test("a heading that contradicts the name of its folder is reported, with both days", () => {
    const minutes = read("contradictory.md", "klankbord/2023-06-29/Verslag.md");
    expect(minutes.warnings).toContainEqual({ code: "dates-differ", days: ["2023-01-26", "2023-06-29"] });
  });

  test("a month 24 is reported and not guessed", () => {
    const minutes = readMinutes("# Overleg", "klankbord/2024-24-09/Verslag.md");
    expect(minutes.day).toBeNull();
    expect(minutes.warnings).toContainEqual({ code: "impossible-date", raw: "2024-24-09" });
  });
});

test("what opens a text between rules tells title and date, and does not become minutes", () => {
  const minutes = readMinutes("---\ntitle: Notulen bestuur 28 oktober 2025\n---\n\nAanwezig: Wim, Anneke\n\n## Evaluatie\n\nGing goed.\n");
  expect(minutes).toMatchObject({ title: "Notulen bestuur 28 oktober 2025", day: "2025-10-28" });
  expect(minutes.items.map(({ title, text }) => [title, text])).toEqual([["Evaluatie", "Ging goed."]]);
});

test("a heading about future participants is no attendance list", () => {
  const minutes = readMinutes("# Overleg 3 maart 2026\n\n## Aanwezig\n\n- Anna de Vries\n\n## Deelnemers werkgroep uitbreiden\n\n- Programma Data\n");
  expect(names(minutes)).toEqual(["Anna de Vries"]);
});

describe("what has to be done", () => {
  test("a table keeps deadline and status as written, and a day only where it is certain", () => {
    const actions = read("turned-names.md").actions.filter(({ form }) => form === "table");
    expect(actions.map(({ owners, dueText, dueOn, status }) => [owners.join(" + "), dueText, dueOn, status])).toEqual([
      ["Anton Berk + Karel", "voor het volgende overleg (11 Dec 2023)", "2023-12-11", "in_progress"],
      ["Allen", "In de loop van Q1 2024", null, "ongoing"],
      ["Eduard", "Binnen 2 weken", "2023-10-12", "done"],
      ["", null, null, "optional"],
      ["", "?", null, "unknown"],
    ]);
  });

  test.each([
    ["_Actiepunt:_ lijst delen", [], "lijst delen"],
    ["**Actiepunt**: lijst delen", [], "lijst delen"],
    [":pushpin: **Actiepunt:** lijst delen", [], "lijst delen"],
    ["Actie Frank: lijst delen", ["Frank"], "lijst delen"],
    ["**(Actie: Stan/Dirk - lijst delen)**", ["Stan", "Dirk"], "lijst delen"],
    ["##### Actie: lijst delen", [], "lijst delen"],
    ["- [ ] Actie iedereen: lijst delen", ["iedereen"], "lijst delen"],
    ["Actie: Frank stuurt de lijst rond", ["Frank"], "Frank stuurt de lijst rond"],
    ["De lijst wordt gedeeld.\n[Actie: Frank]", ["Frank"], "De lijst wordt gedeeld."],
    ["De lijst wordt gedeeld (actie: Frank).", ["Frank"], "De lijst wordt gedeeld"],
    ["De lijst wordt gedeeld. Actie Frank en Dirk.", ["Frank", "Dirk"], "De lijst wordt gedeeld."],
    ["Actiepunt 13 (Frank, 1 februari): lijst delen", ["Frank"], "lijst delen"],
    ["→ Frank: lijst delen", ["Frank"], "lijst delen"],
    ["Actie: lijst delen\nActiehouder: Frank\nDeadline: 1 maart 2026", ["Frank"], "lijst delen"],
    ["ACTION: Frank to share the list by 2026-03-20", ["Frank"], "Frank to share the list by 2026-03-20"],
    ["- [ ] @frank deelt de lijst", ["frank"], "deelt de lijst"],
  ])("%s", (line, owners, statement) => {
    const { actions } = readMinutes(`# Overleg\n\n## Rondvraag\n\n${line}\n`);
    expect(actions.map((action) => [action.owners, action.statement])).toEqual([[owners, statement]]);
  });

  test.each(["De actielijst wordt doorgenomen.", "Alle acties zijn afgerond.", "Actieve leden melden zich."])("%s is no action", (line) => {
    expect(readMinutes(`# Overleg\n\n## Rondvraag\n\n${line}\n`).actions).toEqual([]);
  });

  test("a table in English, columns in any order, with an escaped pipe", () => {
    const { actions } = readMinutes("# Meeting\n\n## Action items\n\n| Status | Owner | Due date | Description | # |\n|--|--|--|--|--|\n| Open | Ann / Ben | 2026-03-15 | Write a \\| b | 14 |\n| Done | Ben | – | Send minutes | 15 |\n");
    expect(actions.map(({ number, statement, owners, dueOn, status }) => [number, statement, owners, dueOn, status])).toEqual([["14", "Write a | b", ["Ann", "Ben"], "2026-03-15", "open"], ["15", "Send minutes", ["Ben"], null, "done"]]);
  });

  test("below a heading per action stands who does it", () => {
    const { actions } = readMinutes("# Overleg\n\n# Actiepunten\n\n## Voorbeeld maken\nWerk een voorbeeld uit.\n\n**Eigenaren:** Frank, Dirk\n");
    expect(actions).toMatchObject([{ statement: "Voorbeeld maken", owners: ["Frank", "Dirk"] }]);
  });

  test("a heading per action keeps its status and its text", () => {
    expect(read("contradictory.md").actions.map(({ status, note }) => [status, note])).toEqual([
      ["done", "De tekst is klaar."],
      ["in_progress", "We werken samen met een bureau."],
    ]);
  });
});

describe("what was decided", () => {
  test.each(["Besluit : het overleg gaat akkoord", "_Besluit:_ het overleg gaat akkoord", "**Besluit 3:** het overleg gaat akkoord", "(Besluit: het overleg gaat akkoord)"])("%s is marked", (line) => {
    expect(readMinutes(`# Overleg\n\n## Punt\n\n${line}\n`).decisions).toMatchObject([{ statement: "het overleg gaat akkoord", certainty: "marked" }]);
  });

  test.each([
    ["BESLUIT 2026-03: de groep gaat akkoord", "2026-03"],
    ["Besloten wordt: de groep gaat akkoord", null],
    ["RESOLVED: de groep gaat akkoord", null],
    ["> **Besluit**\n> de groep gaat akkoord", null],
    ["- Besluit\n  - de groep gaat akkoord", null],
    ["<p><b>Besluit:</b> de groep gaat akkoord</p>", null],
    ["| # | Decision |\n|--|--|\n| 4 | de groep gaat akkoord |", "4"],
  ])("%s is marked, with its number", (text, number) => {
    expect(readMinutes(`# Overleg\n\n## Punt\n\n${text}\n`).decisions).toMatchObject([{ statement: "de groep gaat akkoord", number, certainty: "marked" }]);
  });

  test.each([
    "Het verslag is vastgesteld zonder opmerkingen.",
    "TO gaat akkoord met de roadmap.",
    "Voor de volgende stap is er een akkoord op de planning.",
    "Het TO stemt definitief in met de gewijzigde documentatie.",
    "_Wijziging geaccepteerd door TO_",
    "Goedgekeurd, verder geen opmerkingen",
    "Besloten wordt deze verwijzing op te nemen.",
  ])("%s is offered as a candidate", (line) => {
    expect(readMinutes(`# Overleg\n\n## Punt\n\n${line}\n`).decisions).toMatchObject([{ certainty: "candidate" }]);
  });

  test.each([
    "De roadmap zal begin 2024 door het TO worden vastgesteld.",
    "Verzoek aan het TO: de roadmap vast te stellen.",
    "Er is vastgesteld dat niemand dit gebruikt.",
    "Is het verslag vastgesteld?",
    "Het verslag is nog niet vastgesteld.",
  ])("%s is no decision", (line) => {
    expect(readMinutes(`# Overleg\n\n## Punt\n\n${line}\n`).decisions).toEqual([]);
  });
});

test("Windows line ends and a pasted page give the same as plain Markdown", () => {
  const text = "# Overleg 3 maart 2026\n\n## Aanwezig\n- Anna Bos (VNG)\n\n## 1. Plan\n\nBesluit: akkoord.\n\nActie Anna: lijst delen\n";
  const html = "<h1>Overleg 3 maart 2026</h1><h2>Aanwezig</h2><ul><li>Anna Bos (VNG)</li></ul><h2>1. Plan</h2><p>Besluit: akkoord.</p><p>Actie Anna: lijst delen</p>";
  const found = (source: string) => { const { title, day, attendance, decisions, actions } = readMinutes(source); return [title, day, attendance.map(({ name }) => name), decisions.map(({ statement }) => statement), actions.map(({ statement }) => statement)]; };
  expect(found(text.replaceAll("\n", "\r\n"))).toEqual(found(text));
  expect(found(html)).toEqual(found(text));
});

describe("nothing is dropped", () => {
  const isComplete = (source: string) => {
    const minutes = readMinutes(source);
    const lines = source.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
    const kept = new Set(minutes.items.flatMap((item) => item.lines));
    const claimed = ["title", "meta", "attendance", "heading", "markup"];
    return lines.flatMap((line, index) => (line.trim() === "" || kept.has(index + 1) || claimed.includes(minutes.lines.get(index + 1) ?? "") ? [] : [line]));
  };

  test.each(layouts)("%s: every line is recognised or kept as text", (name) => {
    expect(isComplete(readFileSync(new URL(name, folder), "utf8"))).toEqual([]);
  });

  test("any pile of lines whatever", () => {
    const pieces = layouts.flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n"));
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 40 })), { maxLength: 40 }), (lines) => {
        expect(isComplete(lines.join("\n"))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("the text of an item stands in the source word for word", () => {
    const source = readFileSync(new URL("running-text.md", folder), "utf8");
    for (const item of readMinutes(source).items) for (const line of item.text.split("\n")) expect(source).toContain(line);
  });

  test("a line longer than people write is kept as text and costs no time", () => {
    for (const piece of ["**a ", "(a, ", "_a__", "| a ", "> ", "a, en ", "Actie a ", "akkoord "]) {
      const minutes = readMinutes(`## Aanwezig\n\n${piece.repeat(60_000)}\n\n## Punt\n${piece.repeat(60_000)}`);
      expect(minutes.attendance).toEqual([]);
      expect(minutes.items.at(-1)?.text.length).toBeGreaterThan(100_000);
    }
  });
});

describe("agenda and minutes in one list", () => {
  const minutes = read("agenda-and-minutes.md");

  test("the sentence below the title says which meeting, when and where", () => {
    expect(minutes).toMatchObject({ title: "Agenda en verslag van de Werkgroep Bruggen (dit is ook het overleg over sluizen)", day: "2023-09-05", time: "14:00 - 15:30", location: "Online overleg via Teams" });
  });

  test("a role between dashes, and a name with a slip of the pen", () => {
    expect(minutes.attendance.map(({ name, organisation, role }) => [name, organisation, role])).toEqual([
      ["Piet Dijk", "Kadaster", "voorzitter"],
      ["Joost van Veen", "Waterbeheer", null],
      ["Pauline dan der Zee", "Gemeente Rotstad", null],
    ]);
  });

  test("each number is an item, also after a paragraph at the margin", () => {
    expect(minutes.items.map(({ number, title }) => [number, title])).toEqual([
      [null, null],
      ["1", "Opening"],
      ["2", "Bespreken van versie 2.0"],
      ["3", "Genomen besluiten"],
      ["4", "Rondvraag"],
      ["5", "Sluiting"],
      [null, "Vervolg"],
      [null, "Volgende stappen"],
    ]);
  });

  test("what stands below \"Genomen besluiten\" was decided; the rest is offered", () => {
    const of = (certainty: string) => minutes.decisions.filter((decision) => decision.certainty === certainty).map(({ statement }) => statement);
    expect(of("marked")).toEqual(["De WG is akkoord met de laatste wijziging", "De WG is akkoord met aanmelden bij het Forum"]);
    expect(of("candidate")).toEqual([
      "De werkgroep gaat akkoord met alle voorstellen.",
      "Afgesproken wordt na de zomer bijeen te komen om de wijzigingen goed te keuren.",
      "Conclusie: leg de vraag neer bij de programmeertafel",
    ]);
  });

  test("actions announced with a name, pinned, promised, and below next steps", () => {
    expect(minutes.actions.map(({ owners, statement, dueOn }) => [owners, statement, dueOn])).toEqual([
      [["opvolger van Gijs"], "Er komt een verkenning met de collega's van het ministerie om te horen welke aanpak zij kiezen, zodat wij daarbij kunnen aansluiten in de module.", null],
      [["opvolger van Gijs"], "Nieuwsbrief: de nieuwsbrief over versie 2.0 versturen", null],
      [["Van Veen"], "Dhr. Van Veen organiseert een bijeenkomst vóór het volgende overleg.", null],
      [["leden"], "De leden wordt verzocht binnen twee weken te reageren.", "2023-09-19"],
      [[], "stukken ook op de website zetten", null],
      [["Pauline"], "testbestand aanleveren tegen 2 oktober", "2023-10-02"],
      [["Anne-Marie"], "uitgave 1.6 klaarzetten", "2023-09-15"],
      [["Gemeente Rotstad"], "het model aanpassen", null],
    ]);
  });
});

describe("minutes of a board", () => {
  const minutes = read("board.md");

  test("a date with spaces in the title, people in the sentence that opens, and word that was sent", () => {
    expect(minutes.day).toBe("2018-07-09");
    expect(names(minutes)).toEqual(["Arjan Els", "Krijn Hoet", "Peter-Paul Kok", "Tom Greut"]);
    expect(names(minutes, "afwezig_met_bericht")).toEqual(["Sander Vos"]);
  });

  test("an item called Leden is no list of people", () => {
    expect(minutes.items.map(({ number, title }) => [number, title])).toEqual([[null, null], ["1", "Leden"], ["2", "Financiën"]]);
  });

  test("approval and discharge are offered, a marked decision in a list counts", () => {
    expect(minutes.decisions.map(({ certainty, statement }) => [certainty, statement])).toEqual([
      ["candidate", "De kascommissie heeft de administratie goedgekeurd."],
      ["candidate", "De vergadering verleent decharge aan de penningmeester."],
      ["marked", "het ontwerp is goed bevonden"],
    ]);
  });

  test("actions behind a sentence, below a bullet that announces them, and in a table of tabs", () => {
    expect(minutes.actions.map(({ number, owners, statement, dueOn, form }) => [number, owners, statement, dueOn, form])).toEqual([
      [null, ["Krijn"], "aanmaningen versturen.", null, "inline"],
      [null, ["Krijn"], "Krijn zet de lijst over.", null, "inline"],
      [null, [], "Het budget doorrekenen", null, "list"],
      [null, [], "De website bijwerken", null, "list"],
      ["1", ["Krijn"], "Begroting versturen", "2019-02-01", "table"],
      ["2", ["Tom"], "Zaal reserveren", "2019-01-12", "table"],
    ]);
  });
});

describe("minutes like a letter, without a mark of Markdown", () => {
  const minutes = read("letter.md");

  test("time and place behind one label, and the small letters behind who was not there", () => {
    expect(minutes).toMatchObject({ time: "9:30 - 12:30", location: "Stadhuis, zaal 3", day: "2025-12-16" });
    expect(minutes.attendance.map(({ name, role, state }) => [name, role, state])).toEqual([
      ["L. van Moor", "voorzitter", "aanwezig"],
      ["P. van den Berg", null, "aanwezig"],
      ["I. den Dekker", "notulist", "aanwezig"],
      ["I. Duin", null, "afwezig_met_bericht"],
      ["K. Koets", null, "afwezig"],
    ]);
  });

  test("numbered lines with text below them are the items", () => {
    expect(minutes.items.map(({ title }) => title)).toEqual([null, "Opening en vaststelling agenda", "Vaststelling verslag", "Begroting 2026", "Sluiting"]);
    expect(minutes.decisions.find(({ certainty }) => certainty === "marked")?.statement).toBe("de begroting 2026 wordt vastgesteld op € 1.250.000.");
    expect(minutes.actions.map(({ owners, dueOn }) => [owners, dueOn])).toEqual([[["P. van den Berg"], "2026-02-01"]]);
  });
});

describe("who was there, as more bodies write it", () => {
  test("groups below the label with white lines between, and one remark for all who were not there", () => {
    const minutes = read("grouped-council.md");
    expect(minutes.attendance.filter(({ state }) => state === "aanwezig").map(({ name, group, role }) => [name, group, role])).toEqual([
      ["Beuk", "Leden KR", null],
      ["Van Berken", "Leden KR", null],
      ["Elzen", "Leden KR", null],
      ["Linde", "Leden KR", "voorzitter"],
      ["Wilg-de Es", "Leden KR", null],
      ["Te Spar", "Dagelijks bestuur", null],
      ["De Gagel", "Dagelijks bestuur", null],
      ["Hazelaar", "Griffie", null],
      ["Iep-Jonkers", "Griffie", "notulist"],
    ]);
    expect(names(minutes, "afwezig_met_bericht")).toEqual(["Kers", "Pruim", "Vlier"]);
  });

  test("the day on which minutes were adopted is not the day of the meeting", () => {
    expect(read("grouped-council.md")).toMatchObject({ day: "2003-04-15", title: "Verslag van de overlegvergadering van de Koepelraad op dinsdag 15 april 2003" });
  });

  test("a column with yes, no, a tick or a cross, and what stands behind the no", () => {
    const { attendance } = read("general-assembly.md");
    expect(attendance.map(({ name, state, note }) => [name, state, note])).toEqual([
      ["R. de Berk", "aanwezig", null],
      ["J. van Els", "afwezig", "met machtiging aan Noorderstad"],
      ["L. Kers", "aanwezig", null],
      ["M. Vlier", "afwezig_met_bericht", null],
      ["N. Noot", "afwezig", null],
    ]);
  });

  test("a column for who came and a column for who did not", () => {
    const { attendance } = read("two-columns.md");
    expect(attendance.map(({ name, initials, state }) => [name, initials, state])).toEqual([
      ["Jan Jeneverbes", "JJ", "aanwezig"],
      ["Petra de Gagel", "PdG", "aanwezig"],
      ["Omar Yucca", "OY", "aanwezig"],
      ["Ida Spar", "IS", "afwezig"],
      ["Wies Berk", null, "aanwezig"],
    ]);
  });

  test("a running list that was wrapped in the middle of a name loses nobody", () => {
    expect(names(read("typed-columns.md"))).toEqual(["Mia de Linde", "Ton Vlier", "Siem Hazelaar", "Fenna Berk", "Jos van den Els"]);
  });

  test("a head in a quotation, with a list in it", () => {
    const minutes = read("quoted-head.md");
    expect(names(minutes)).toEqual(["Niek Den", "Lara Zilverspar", "Jelle Sering"]);
    expect(names(minutes, "afwezig")).toEqual(["Thea Populier"]);
  });

  test("pictures before the labels, and numbers that are pictures", () => {
    const minutes = read("pictures.md");
    expect(names(minutes)).toEqual(["Anouk", "Bas", "Carla", "Dirk", "Eva"]);
    expect(names(minutes, "afwezig_met_bericht")).toEqual(["Frits", "Gea"]);
    expect(minutes.items.map(({ number, title }) => [number, title])).toEqual([["1", "Opening & mededelingen"], ["2", "Logging"], ["3", "W.v.t.t.k."]]);
    expect(minutes.time).toBe("13:00 - 14:30");
  });

  test("a semicolon inside parentheses separates no people, and those who are only counted stay a remark", () => {
    const { attendance } = readMinutes("# Verslag 1 maart 2025\n\nAanwezig: Wim (Noorderstad), Saskia (Bureau Bos; online), D. Els (Zuiderdorp) en 11 anderen\n");
    expect(attendance.map(({ name, organisation, note }) => [name, organisation, note])).toEqual([["Wim", "Noorderstad", null], ["Saskia", "Bureau Bos", "online"], ["D. Els", "Zuiderdorp", "en 11 anderen"]]);
  });
});

describe("what was decided, as more bodies write it", () => {
  test("a council that decides in a table: each decision says what it is about, and nothing of the head is one", () => {
    const minutes = read("list-of-decisions.md");
    expect(minutes).toMatchObject({ day: "2024-09-25", time: "19:30" });
    expect(minutes.decisions.map(({ statement }) => statement)).toEqual([
      "Opening: De voorzitter opent de vergadering.",
      "Vaststelling agenda: De agenda wordt conform vastgesteld.",
      "Conform het voorstel besloten. Voor: 13 (GB, PvdA, VVD). Tegen: 2 (CDA).",
      "Motie glasvezel: De motie wordt verworpen met 5 stemmen voor en 10 tegen.",
    ]);
    expect(names(minutes, "afwezig_met_bericht")).toEqual(["A. Fijnspar", "G. Hulst"]);
    expect(minutes.actions.map(({ number, owners }) => [number, owners])).toEqual([["T-24-31", ["wethouder Kers"]]]);
  });

  test("an assembly that decides, with what below it; a subtitle belongs to the title", () => {
    const minutes = read("general-assembly.md");
    expect(minutes.decisions.filter(({ certainty }) => certainty === "marked").map(({ statement }) => statement)).toEqual(["het jaarplan 2025 vast te stellen;", "de begroting 2025 vast te stellen met een contributie van € 1,10 per inwoner."]);
    expect(minutes).toMatchObject({ title: "Notulen Algemene Ledenvergadering – Coöperatie Zonnedauw – 28 november 2024", day: "2024-11-28", time: "14:00", location: "Raadhuis, Noorderstad" });
    expect(minutes.items.map(({ title }) => title)).toEqual([null, "Opening", "Jaarplan en begroting 2025", "Benoeming bestuurslid", "Rondvraag", "Sluiting"]);
  });

  test("a decision with a number in the middle of a paragraph, and one with the name of the body", () => {
    expect(read("two-columns.md").decisions.map(({ number, statement }) => [number, statement])).toEqual([["2024-31", "het MT stemt in met de begroting."]]);
    expect(readMinutes("# Verslag\n\n## 1. Thuiswerken\n\n*Besluit OR:* instemming voor een jaar.\n\n*Gevraagd besluit:* akkoord.\n").decisions.map(({ statement }) => statement)).toEqual(["instemming voor een jaar."]);
  });
});

describe("what has to be done, as more bodies write it", () => {
  const told = (name: string) => read(name).actions.map(({ number, owners, statement, dueOn, status }) => [number, owners, statement, dueOn, status]);

  test("between dashes, and as rows of a table whose columns were lost", () => {
    expect(told("dashes.md").slice(2)).toEqual([
      ["24.09", ["Ilse"], "Website vernieuwen", "2025-02-01", "in_progress"],
      ["24.11", ["Hans"], "Sponsors benaderen", null, "done"],
      ["24.12", ["Ilse"], "Programma kennisdag", "2024-12-01", "open"],
    ]);
    expect(told("typed-columns.md")).toEqual([
      ["A1", ["Jos"], "Planning rondsturen", "2025-06-19", "open"],
      ["A2", ["Siem"], "Advies uitwerken", "2025-06-20", "open"],
    ]);
  });

  test("who does it on the line above, and a sentence behind it that says it is done", () => {
    expect(told("quoted-head.md")).toEqual([[null, ["Lara"], "brief opstellen vóór 1 oktober", "2025-10-01", "open"]]);
    const { actions } = readMinutes("# Verslag 22 november 2011\n\nAanwezig: H. Beuk, J. Els\n\n## Actielijst\n\n1. Beuk: brief over restitutie. *Afgehandeld.*\n2. Els stuurt voor 1 december een overzicht van de reserves.\n");
    expect(actions.map(({ owners, statement, status, dueText }) => [owners, statement, status, dueText])).toEqual([
      [["Beuk"], "brief over restitutie", "done", null],
      [["Els"], "Els stuurt voor 1 december een overzicht van de reserves.", "open", "voor 1 december"],
    ]);
  });

  test("a date in front is when it was agreed, a tick in the column of dates that it is done", () => {
    const { actions } = readMinutes("# Besluitenlijst 14 januari 2025\n\n## Actielijst\n\n| Datum | Actie | Wie | Gereed |\n|---|---|---|---|\n| 07-01 | Memo | mw. Berk | 21-01 |\n| 14-01 | Brief | dhr. Els / mw. Kers | ✔ |\n");
    expect(actions.map(({ owners, dueOn, status, note }) => [owners, dueOn, status, note])).toEqual([
      [["Berk"], "2025-01-21", "open", "07-01"],
      [["Els", "Kers"], null, "done", "14-01"],
    ]);
  });
});

describe("items without a heading", () => {
  test("numbers that count on, at the start of a paragraph or between bullets", () => {
    expect(read("typed-columns.md").items.map(({ number, title }) => [number, title])).toEqual([[null, null], ["1", "Opening"], ["2", "Mededelingen"], ["3", "Notulen 15 mei 2025"], ["4", "Adviesaanvraag reorganisatie"], [null, "Actielijst"]]);
    expect(read("lazy-numbers.md").items.map(({ number, title }) => [number, title])).toEqual([["1", "Opening"], ["2", "Verslag vorige keer"], ["3", "Storingen"], ["4", "Volgende vergadering: 1 april 2025 om 10.00 uur"]]);
  });

  test("labels behind each other on one line, and a heading that is a label", () => {
    expect(read("typed-columns.md")).toMatchObject({ day: "2025-06-12", time: "10:00 - 12:00", location: "Raadhuis / Webex" });
    expect(readMinutes("# 2025-02-11 Architectuuroverleg\n\n## Datum\n11 februari 2025\n\n## Doel\nAfstemmen.\n")).toMatchObject({ title: "2025-02-11 Architectuuroverleg", day: "2025-02-11" });
    expect(readMinutes("**Verslag bestuur**\n**12 december 2024, 09.30 uur, Noorderstad**\n\n**1. Opening**\n\nWelkom.\n")).toMatchObject({ day: "2024-12-12", time: "09:30", location: "Noorderstad" });
  });
});

describe("heads as working groups in Flanders and project groups write them", () => {
  test("names wrapped in the middle, a link wrapped in two, two dashes between times, and who wrote it", () => {
    const minutes = readMinutes("Verslag: werkgroep Meldingen\n============================\n\nDatum: 15/02/2017 -- 14:30 -- 16:00\n\nLocatie: [Zaal\nLinde](https://voorbeeld.test/zaal)\n\nAanwezig: Greta Van der Beuk, Carla De\nWilg, Jan Els\n\nVerontschuldigd: Jurgen Kers, Bruno De\nVlier\n\nVerslaggever: Jan Els\n");
    expect(minutes).toMatchObject({ day: "2017-02-15", time: "14:30 - 16:00", location: "Zaal Linde" });
    expect(minutes.attendance.map(({ name, role, state }) => [name, role, state])).toEqual([
      ["Greta Van der Beuk", null, "aanwezig"],
      ["Carla De Wilg", null, "aanwezig"],
      ["Jan Els", "notulist", "aanwezig"],
      ["Jurgen Kers", null, "afwezig_met_bericht"],
      ["Bruno De Vlier", null, "afwezig_met_bericht"],
    ]);
  });

  test("who wrote it is named before the list: the list adds organisation and initials", () => {
    const { attendance } = readMinutes("# Werkgroep Organisaties\n\n* Notulen: Dora Beuk, Mats Van Els\n\n## Aanwezigen\n\n| Naam | Afkorting | Organisatie |\n|---|---|---|\n| Suzy Kers | SK | Dienst Duin |\n| Dora Beuk | DB | Bureau Bos |\n");
    expect(attendance.map(({ name, initials, organisation, role }) => [name, initials, organisation, role])).toEqual([
      ["Dora Beuk", "DB", "Bureau Bos", "notulist"],
      ["Mats Van Els", null, null, "notulist"],
      ["Suzy Kers", "SK", "Dienst Duin", null],
    ]);
  });

  test("one row of a table with everything, of which the rest stays text", () => {
    const minutes = readMinutes("## Donderdag 11 februari 2021\n\n### Verslag vergadering\n\n| Datum: | Aanwezigen: | Verontschuldigd: | Verslaggever: | Agenda: |\n|---|---|---|---|---|\n| 11/02/2021 | Jan Els, Piet De Wilg | Tim Kers | David Vlier | Planning |\n\n#### Planning\n\nOp schema.\n");
    expect(minutes.attendance.map(({ name, state, role }) => [name, state, role])).toEqual([["Jan Els", "aanwezig", null], ["Piet De Wilg", "aanwezig", null], ["Tim Kers", "afwezig_met_bericht", null], ["David Vlier", "aanwezig", "notulist"]]);
    expect(minutes.leftAsText.some(({ text }) => text.includes("Planning"))).toBe(true);
    expect(minutes.items.map(({ title }) => title)).toEqual([null, "Planning"]);
  });

  test("everybody but three", () => {
    const { attendance } = readMinutes("# Notulen 11 juni 2018\n\nIedereen is aanwezig behalve Chris, Maarten en Jim, zij hadden het gemeld.\n");
    expect(attendance.map(({ name, state }) => [name, state])).toEqual([["Chris", "afwezig_met_bericht"], ["Maarten", "afwezig_met_bericht"], ["Jim", "afwezig_met_bericht"]]);
  });
});

describe("who came, when the list says it the other way round", () => {
  test("everybody but two, behind the label", () => {
    const { attendance } = readMinutes("# Verslag 3 maart 2025\n\nAanwezig: allen behalve Bert Beuk (vrij) en Ilse\n");
    expect(attendance.map(({ name, state, note }) => [name, state, note])).toEqual([["Bert Beuk", "afwezig", "vrij"], ["Ilse", "afwezig", null]]);
  });

  test("a column of ticks without organisation: no tick is not there, and word that was sent between parentheses", () => {
    const { attendance } = readMinutes("# Verslag 3 maart 2025\n\n| Functie | Naam | Aanwezig |\n|---|---|---|\n| Voorzitter | Wim Beuk | ja |\n| Lid | Greet Els | nee (m.b.v.) |\n| Lid | Hanna Kers |  |\n");
    expect(attendance.map(({ name, role, state }) => [name, role, state])).toEqual([["Wim Beuk", "voorzitter", "aanwezig"], ["Greet Els", "lid", "afwezig_met_bericht"], ["Hanna Kers", "lid", "afwezig"]]);
  });

  test("initials before a name, and a second list behind a semicolon", () => {
    expect(names(readMinutes("# Verslag\n\nAanwezig: A. Vlier (voorzitter), Joost v.d. Berg, M. Kers; verder: mw. S. Els (secretaris)\n"))).toEqual(["A. Vlier", "Joost v.d. Berg", "M. Kers", "S. Els"]);
    expect(readMinutes("| Verslag | Stuurgroep Belastingen |\n|---|---|\n| Datum | 3 maart 2025 |\n").attendance).toEqual([]);
  });
});

describe("what looks like one thing and is another", () => {
  const minutes = readMinutes("# Verslag 3 maart 2025\n\nAanwezig: Wim Beuk, Joost Els\n\n## 1. Pentest\n\n> **Besluit:** de pentest gaat door.\n\n**Actie Joost:** offerte aanvragen.\n\n## 2. Besluitenlijst d.d. 10 februari 2025\n\n**Gevraagd besluit:** de besluitenlijst vast te stellen.\n\nHet bestuur houdt de nota aan.\n\n## 3. Besluit en acties\n\n1. PwX zal het datamodel uitwerken.\n2. Wim kijkt de mapping na tegen 03/04.\n\n## 4. Acties\n\n- Wim: brief schrijven – 1 juni 2025\n- ~~kosten in beeld~~ afgerond\n\n| Wat | Wie | Klaar? |\n|---|---|---|\n| Zaal huren | Wim | ja |\n");

  test("a decision in a quotation is no question, and the list of the former meeting no list of decisions", () => {
    expect(minutes.questions).toEqual([]);
    expect(minutes.decisions.map(({ statement }) => statement)).toEqual(["de pentest gaat door."]);
  });

  test("actions under a heading that also promises decisions, with a day behind a dash, struck through, and ticked off", () => {
    expect(minutes.actions.map(({ owners, statement, dueOn, status }) => [owners, statement, dueOn, status])).toEqual([
      [["Joost"], "offerte aanvragen.", null, "open"],
      [["PwX"], "PwX zal het datamodel uitwerken.", null, "open"],
      [["Wim"], "Wim kijkt de mapping na tegen 03/04.", "2025-04-03", "open"],
      [["Wim"], "brief schrijven", "2025-06-01", "open"],
      [[], "kosten in beeld afgerond", null, "done"],
      [["Wim"], "Zaal huren", null, "done"],
    ]);
  });

  test("a sentence that was wrapped before a capital or a number is whole; who does it between parentheses, with the day", () => {
    const wrapped = readMinutes("# Verslag 3 maart 2025\n\nAanwezig: Wim Beuk, Joost Els\n\n## 1. Release\n\nBesluit: we nemen de wens van de beheerders mee naar release\n24.3.\n\nDe brief moet snel weg (actie Wim, uiterlijk 1 juni).\n");
    expect(wrapped.decisions.map(({ statement }) => statement)).toEqual(["we nemen de wens van de beheerders mee naar release 24.3."]);
    expect(wrapped.actions.map(({ owners, statement, dueOn }) => [owners, statement, dueOn])).toEqual([[["Wim"], "De brief moet snel weg", "2025-06-01"]]);
  });
});

describe("as standards bodies and project groups write it", () => {
  test("a parenthesis opened twice or never closed loses nobody of a running list", () => {
    const minutes = readMinutes("# Verslag overleg\n\nWoensdag 6 maart 2024\n\n### Aanwezig\n\n(5 personen) Pieter Beuk (Dienst Duin)(vz), Sjaak Kers (TNB), Bob te Wilg ((RVK), Jochem Vlier (UWB, Els Linde (KVX), Lies Berg (secretaris)(Dienst Duin).\n\n### Afwezig (met berichtgeving)\n\nAnja Els (UWB), Lana Spar (Bureau Bos)(i.v.m. verlof), Ivo Hazel (ICX)(verzoek tot afhalen van de genodigdenlijst),\n");
    expect(minutes.attendance.map(({ name, organisation, role, note, state }) => [name, organisation, role ?? note, state])).toEqual([
      ["Pieter Beuk", "Dienst Duin", "voorzitter", "aanwezig"],
      ["Sjaak Kers", "TNB", null, "aanwezig"],
      ["Bob te Wilg", "RVK", null, "aanwezig"],
      ["Jochem Vlier", "UWB", null, "aanwezig"],
      ["Els Linde", "KVX", null, "aanwezig"],
      ["Lies Berg", "Dienst Duin", "secretaris", "aanwezig"],
      ["Anja Els", "UWB", null, "afwezig_met_bericht"],
      ["Lana Spar", "Bureau Bos", "i.v.m. verlof", "afwezig_met_bericht"],
      ["Ivo Hazel", "ICX", "verzoek tot afhalen van de genodigdenlijst", "afwezig_met_bericht"],
    ]);
  });

  test("what somebody does in small letters is no organisation, a name without a capital is one, and a group is nobody", () => {
    const { attendance } = readMinutes("# Verslag\n\n**Aanwezig:** Jan de Beuk (functioneel beheer), Petra Els (beleidsadviseur, gemeente Duindorp), Kees Kers (gemeente Bosrijk), Maxime linde\n");
    expect(attendance.map(({ name, organisation, role }) => [name, organisation, role])).toEqual([["Jan de Beuk", null, "functioneel beheer"], ["Petra Els", "gemeente Duindorp", "beleidsadviseur"], ["Kees Kers", "gemeente Bosrijk", null], ["Maxime linde", null, null]]);
    expect(names(readMinutes("<h1>Verslag</h1>\n<h2>Aanwezig</h2>\n<ul>\n  <li>Wethouder mw. Y. van Linde</li>\n  <li>Fractievoorzitters:\n    <ul>\n      <li>dhr. R. van Kers (PVX)</li>\n    </ul>\n  </li>\n</ul>\n"))).toEqual(["Y. van Linde", "R. van Kers"]);
  });

  test("who chairs the next meeting was not there for that, and a whole name beside a first name is the same person", () => {
    expect(readMinutes("# Werkgroep Bouw\n\n27 juni 2018, Den Haag, 14:00u - 16:00u\n\n## Opening\n\nWelkom.\n\n## Agenda volgende keer\n\nVoorzitter: Emiel van der Beuk\n")).toMatchObject({ attendance: [], time: "14:00 - 16:00", location: "Den Haag" });
    const minutes = readMinutes("# Agenda vergadering 12\n\n|||\n|---|---|\n| **Datum:** | Vrijdag 14 maart 2014 |\n| **Begin:** | 15.00 |\n| **Einde:** | 16.48 |\n| **Aanwezigen:** | Lars, Anna, Niels |\n| **Secretaris:** | Niels van Kers |\n\n# Takenlijst\n\n- Anna belt\n\n# Mededelingen\n\n- Niets\n");
    expect(minutes).toMatchObject({ title: "Agenda vergadering 12", day: "2014-03-14", time: "15:00 - 16:48" });
    expect(minutes.attendance.map(({ name, role }) => [name, role])).toEqual([["Lars", null], ["Anna", null], ["Niels van Kers", "secretaris"]]);
  });

  test("an action in the text that the list repeats counts once; O and G say open and done; for whom stands under Voor", () => {
    const { actions } = readMinutes("# Verslag 6 maart 2024\n\n## 1. Toets\n\n_Actiepunt:_ De toets wordt uitgewerkt en gedeeld.\n\n## Actielijst\n\n| Nr | Actie | Naam | O/G |\n|---|---|---|---|\n| 3/01 | De toets wordt uitgewerkt en gedeeld | Maarten Beuk | G |\n| 3/02 | Rapport delen | Frank Els | O |\n\n### Voorbereiding\n\n| Nr | Data | Actie | Voor |\n|---|---|---|---|\n| 1 | Tot 30 april | Voorstel beoordelen | Allen |\n");
    expect(actions.map(({ number, statement, owners, status, dueOn }) => [number, statement, owners, status, dueOn])).toEqual([
      ["3/01", "De toets wordt uitgewerkt en gedeeld", ["Maarten Beuk"], "done", null],
      ["3/02", "Rapport delen", ["Frank Els"], "open", null],
      ["1", "Voorstel beoordelen", ["Allen"], "open", "2024-04-30"],
    ]);
    expect(readMinutes("# Verslag\n\n**Actie Jan:** zaal huren.\n\n**Actie Piet:** zaal huren.\n").actions).toHaveLength(2);
  });

  test("a table of actions and decisions: words, a letter or an empty row tell which", () => {
    const minutes = readMinutes("# Verslag overleg 09-10-'24\n\n3 . Planning\n\n| Nr | Actie / besluit | Wie | Wanneer |\n|---|---|---|---|\n| 1 | Besluit: de planning wordt vastgesteld | | |\n| 2 | Rooster sturen | Jan | 01-11-’24 |\n| 3 | De demo schuift naar januari | | |\n\n4 . Lijst\n\n| A/B | Omschrijving | Wie | Wanneer |\n|---|---|---|---|\n| A | Offerte vragen | Petra | 5 dec |\n| B | Overstap in maart | | |\n| I | De test loopt | | |\n");
    expect(minutes.day).toBe("2024-10-09");
    expect(minutes.items.map(({ number, title }) => [number, title])).toEqual([["3", "Planning"], ["4", "Lijst"]]);
    expect(minutes.decisions.map(({ statement, certainty }) => [statement, certainty])).toEqual([["de planning wordt vastgesteld", "marked"], ["De demo schuift naar januari", "candidate"], ["Overstap in maart", "marked"]]);
    expect(minutes.actions.map(({ statement, owners, dueOn }) => [statement, owners, dueOn])).toEqual([["Rooster sturen", ["Jan"], "2024-11-01"], ["Offerte vragen", ["Petra"], "2024-12-05"]]);
    expect(minutes.leftAsText.some(({ text }) => text.includes("De test loopt"))).toBe(true);
  });

  test("two who do it together, everybody, a name in bold behind it; who is told of something does nothing", () => {
    const minutes = readMinutes("# Verslag 3 maart 2025\n\nAanwezig: Wim Beuk, Marc Els\n\n## 1. Bouw\n\n- Fout in de kaart oplossen **Wim**\n- Vraag gesteld door **Marc**\n\n## Actiepunten\n\n- Frank en Maarten zetten ideeën op papier.\n- Iedereen moet zijn deel nalezen.\n- Marc Els informeren over het logboek.\n- Verder onderzoeken wat een nieuwe versie 1.1 vraagt.\n- Zie ook punt 1\n");
    expect(minutes.actions.map(({ statement, owners, dueText }) => [statement, owners, dueText])).toEqual([
      ["Fout in de kaart oplossen", ["Wim"], null],
      ["Frank en Maarten zetten ideeën op papier.", ["Frank", "Maarten"], null],
      ["Iedereen moet zijn deel nalezen.", ["iedereen"], null],
      ["Marc Els informeren over het logboek.", [], null],
      ["Verder onderzoeken wat een nieuwe versie 1.1 vraagt.", [], null],
    ]);
  });

  test("an agenda whose points are headings further on is no list of items, and what was agreed is offered", () => {
    const minutes = readMinutes("# Verslag overleg\n\n## Agenda\n\n- Agendapunt 1\n- Agendapunt 2\n\n## Agendapunt 1\n\nJan en Els hebben afgesproken dat zij meer letten op de stijl.\n\n## Agendapunt 2\n\nOvereengekomen dat de scope klein blijft.\n");
    expect(minutes.items.map(({ title }) => title)).toEqual(["Agenda", "Agendapunt 1", "Agendapunt 2"]);
    expect(minutes.decisions.map(({ statement, certainty }) => [statement, certainty])).toEqual([["Jan en Els hebben afgesproken dat zij meer letten op de stijl.", "candidate"], ["Overeengekomen dat de scope klein blijft.", "candidate"]]);
  });
});

describe("as councils and management teams write it", () => {
  test("groups of people behind a label of their own, in the head beside the voorzitter", () => {
    const minutes = readMinutes("# Notulen van de raad\n\ngehouden op donderdag 19 november 2009 om 20.00 uur\n\n**Voorzitter:** R. Beuk (burgemeester)\n**Griffier:** mevrouw K. van der Els\n**Raadsleden:** de dames mr. A.M. Kers (PVX), drs. Th. Linde mpa (PVY) en de heren ir. F. van den Berg (PVZ), H. Spar (PVX) en dr. F. Hazel (PVX)\n**Wethouders:** mevrouw A. Vlier (PVY) en de heer T. Iep (PVZ)\n**Afwezig raadslid:** de heer mr. L. Wilg (PVX)\n**Afwezige MT-leden:** mevrouw drs. K. Esch (adjunct-directeur) en de heren P. Olm (afdelingshoofd)\n**Notulist:** mevrouw L. de Hulst\n\n## 1. Opening\n\nWelkom.\n");
    expect(minutes.attendance.filter(({ state }) => state === "aanwezig").map(({ name, organisation, group, role }) => [name, organisation, group, role])).toEqual([
      ["R. Beuk", null, null, "voorzitter"],
      ["K. van der Els", null, null, "griffier"],
      ["A.M. Kers", "PVX", "Raadsleden", null],
      ["Th. Linde", "PVY", "Raadsleden", null],
      ["F. van den Berg", "PVZ", "Raadsleden", null],
      ["H. Spar", "PVX", "Raadsleden", null],
      ["F. Hazel", "PVX", "Raadsleden", null],
      ["A. Vlier", "PVY", "Wethouders", null],
      ["T. Iep", "PVZ", "Wethouders", null],
      ["L. de Hulst", null, null, "notulist"],
    ]);
    expect(names(minutes, "afwezig")).toEqual(["L. Wilg", "K. Esch", "P. Olm"]);
  });

  test("one a line below a label, two last names, who left after a day, and an agenda behind the list", () => {
    const minutes = readMinutes("# Notulen raad\n\ndinsdag 17 december 2002\n\nAanwezig:\n\nVoorzitter: de heer J. van der Beuk\nWethouders: de heer P. Els\nde heer P. van Kers\nDe leden: mevrouw G. Linde (PVX, afwezig op 19 december)\nmevrouw T. Spar - van Hazel (PVY)\nAfwezig: de heer L. van Berg (PVX)\n\nAgenda:\n01. Vragenuurtje\n02. Ingekomen stukken\n\n## 01. Vragenuurtje\n\nGeen vragen.\n");
    expect(minutes.attendance.map(({ name, group, note, state }) => [name, group, note, state])).toEqual([
      ["J. van der Beuk", null, null, "aanwezig"],
      ["P. Els", "Wethouders", null, "aanwezig"],
      ["P. van Kers", "Wethouders", null, "aanwezig"],
      ["G. Linde", "De leden", "afwezig op 19 december", "aanwezig"],
      ["T. Spar-van Hazel", "De leden", null, "aanwezig"],
      ["L. van Berg", null, null, "afwezig"],
    ]);
  });

  test("short labels, short words behind names, and a list with what was late already", () => {
    const minutes = readMinutes("Verslag MT\nDatum: di 4-11-2025, 13.00u – 14.30u\nAanw.: Wim Beuk (vz), Els Kers (CISO), Greet van Spar (not.)\nAfw.: Piet Hazel (mk), Ans Berg (zk)\n\nActielijst\nnr  wat               wie   wanneer   stand\n31  Brief versturen   Wim   14-11     open\n28  Offerte opvragen  Els   1-11      afgehandeld\n");
    expect(minutes.attendance.map(({ name, role, state }) => [name, role, state])).toEqual([["Wim Beuk", "voorzitter", "aanwezig"], ["Els Kers", null, "aanwezig"], ["Greet van Spar", "notulist", "aanwezig"], ["Piet Hazel", null, "afwezig_met_bericht"], ["Ans Berg", null, "afwezig"]]);
    expect(minutes.actions.map(({ number, dueOn, status }) => [number, dueOn, status])).toEqual([["31", "2025-11-14", "open"], ["28", "2025-11-01", "done"]]);
  });

  test("a table that a row parts in two, and a decision that its number marks", () => {
    const minutes = readMinutes("# Verslag Expertgroep 12 november 2025\n\n| Aanwezig | Gemeente/organisatie | Opmerking |\n|---|---|---|\n| Marloes Beuk | Duindorp | voorzitter |\n| Fatima Kers | Bosrijk | tot 11.00 uur |\n| **Afwezig** | | |\n| Ria Spar | Meerstad | met bericht |\n| Tom Hazel | Heidorp | geen bericht ontvangen |\n\n## 1. Verslag\n\nHet verslag wordt vastgesteld (**besluit 2025-31**).\n");
    expect(minutes.attendance.map(({ name, organisation, role, note, state }) => [name, organisation, role, note, state])).toEqual([
      ["Marloes Beuk", "Duindorp", "voorzitter", null, "aanwezig"],
      ["Fatima Kers", "Bosrijk", null, "tot 11.00 uur", "aanwezig"],
      ["Ria Spar", "Meerstad", null, "met bericht", "afwezig_met_bericht"],
      ["Tom Hazel", "Heidorp", null, "geen bericht ontvangen", "afwezig"],
    ]);
    expect(minutes.decisions).toMatchObject([{ number: "2025-31", statement: "Het verslag wordt vastgesteld.", certainty: "marked" }]);
  });

  test("a first point behind a list of people is an item", () => {
    const minutes = readMinutes("# Verslag Expertgroep 17 juni 2015\n\nAanwezig:\n- Jan Beuk (voorzitter)\n- Robert Els\n\n1. Opening\n\nJan heet iedereen welkom.\n\n2. Goedkeuring notulen\n\nGeen opmerkingen.\n");
    expect(minutes.items.map(({ number, title }) => [number, title])).toEqual([["1", "Opening"], ["2", "Goedkeuring notulen"]]);
    expect(names(minutes)).toEqual(["Jan Beuk", "Robert Els"]);
  });
});

describe("as regions write it", () => {
  test("people by who sent them, in one cell, and the one in small letters is a group", () => {
    const { attendance } = readMinutes("# Verslag overleg regio 3 december 2025\n\n| | |\n|-|-|\n|Aanwezigen|Namens Duindorp: M. Beuk (wethouder, voorzitter), P. Els; namens De Meren: T. Kers; namens Bosrijk: W. Linde en A. Spar; ambtelijk: H. Hazel (notulen)|\n");
    expect(attendance.map(({ name, organisation, role, group }) => [name, organisation, role, group])).toEqual([
      ["M. Beuk", "Duindorp", "wethouder", null],
      ["P. Els", "Duindorp", null, null],
      ["T. Kers", "De Meren", null, null],
      ["W. Linde", "Bosrijk", null, null],
      ["A. Spar", "Bosrijk", null, null],
      ["H. Hazel", null, "notulist", "ambtelijk"],
    ]);
  });

  test("the organisation in front of the name, when all stand so", () => {
    const minutes = readMinutes("# Notulen regio Oost 16 oktober 2025\n\nAanwezig:\nDuindorp - Wim Beuk\nBosrijk - Els Kers (voorzitter)\nVNX/IBX - Greet van Spar (gast, punt 3)\nAfwezig (met bericht): Meerstad - Ans Berg, Heidorp - Piet Hazel\n");
    expect(minutes.attendance.map(({ name, organisation, role, state }) => [name, organisation, role, state])).toEqual([
      ["Wim Beuk", "Duindorp", null, "aanwezig"],
      ["Els Kers", "Bosrijk", "voorzitter", "aanwezig"],
      ["Greet van Spar", "VNX/IBX", null, "aanwezig"],
      ["Ans Berg", "Meerstad", null, "afwezig_met_bericht"],
      ["Piet Hazel", "Heidorp", null, "afwezig_met_bericht"],
    ]);
    expect(readMinutes("# Verslag\n\nAanwezig:\n- Wim Beuk - Duindorp\n- Els Kers - Bosrijk\n").attendance.map(({ name }) => name)).toEqual(["Wim Beuk", "Els Kers"]);
  });

  test("what was asked is not what was decided; a date that is history is when it was agreed; no, and until when", () => {
    const minutes = readMinutes("# Verslag overleg 3 december 2025\n\n## 4. Begroting\n\nGevraagd besluit:\n1. In te stemmen met de begroting;\n2. De begroting toe te zenden.\n\nBesluit: conform voorstel.\n\n## 5. Actiepunten\n\n| Nr. | Datum | Actiepunt | Verantwoordelijk | Afgerond |\n|--|--|--|--|--|\n| 12 | 05-11 | Offerte opvragen | P. Els | Ja |\n| 13 | 03-12 | Begroting sturen | H. Hazel | Nee, vóór 15 januari |\n\nAldus vastgesteld in de vergadering van 7 januari 2026\n");
    expect(minutes.decisions.map(({ statement }) => statement)).toEqual(["conform voorstel."]);
    expect(minutes.actions.map(({ number, dueOn, status, note }) => [number, dueOn, status, note])).toEqual([["12", null, "done", "05-11"], ["13", "2026-01-15", "open", "03-12"]]);
  });
});

test.each(["[(a ", "A. ", "<!-- ", "<a@", "[a](b(", "| ", "Wim Beuk ", ". ", "Jan en Els zetten het op papier (besluit 2025-31). "])("the longest text there may be, of nothing but %o, is read at once", (piece) => {
  const linesOf = (length: number): string => `${piece.repeat(Math.ceil(length / piece.length)).slice(0, length)}\n`.repeat(Math.floor(390_000 / length));
  const started = performance.now();
  for (const text of [linesOf(5900), linesOf(100), `## Aanwezig\n\n${linesOf(100)}`]) readMinutes(text);
  // A few tenths of a second where this was measured; what grows with the square of the length takes half a minute.
  expect(performance.now() - started).toBeLessThan(8_000);
});
