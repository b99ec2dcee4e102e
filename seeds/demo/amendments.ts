import type { MergeChoice } from "#app/domain/proposals/amendment-merge.ts";
import type { TextField } from "#app/domain/proposals/proposal.ts";

/** Somebody edits the text: in this field, these words become those. Days count as everywhere in the story. */
export interface StoryAmendment {
  readonly key: string;
  readonly by: string;
  readonly day: number;
  /** the amendment that this one amends, by its key */
  readonly on?: string;
  readonly edits: readonly (readonly [field: TextField, from: string, to: string])[];
  readonly reason: string;
  readonly withdrawn?: number;
}

/** The penvoerder deals with the open amendments: per key what happens with each of its changes, in order. */
export interface StoryMerge {
  readonly by: string;
  readonly day: number;
  readonly why: string;
  readonly rulings: Readonly<Record<string, readonly { readonly choice: MergeChoice; readonly wording?: string; readonly answer: string }[]>>;
}

export interface StoryThread {
  readonly by: string;
  readonly day: number;
  readonly version: number;
  readonly quote?: string;
  readonly statement: string;
  readonly replies: readonly { readonly by: string; readonly day: number; readonly statement: string }[];
}

export interface StoryDiscussion {
  /** key of the proposal */
  readonly proposal: string;
  readonly consultation?: { readonly by: string; readonly from: number; readonly until: number };
  readonly amendments: readonly StoryAmendment[];
  readonly merge?: StoryMerge;
  readonly threads?: readonly StoryThread[];
}

/** What people wanted different in three proposals that are under discussion, and what became of it. */
export const DISCUSSIONS: readonly StoryDiscussion[] = [
  {
    proposal: "net-toegang",
    consultation: { by: "secretaris.netwerk", from: -21, until: 12 },
    amendments: [
      {
        key: "termijn", by: "lid9.netwerk", day: -19, reason: "Zonder termijn blijft een verzoek weken liggen. Dan zoekt men een omweg.",
        edits: [["statement", "Standaard staat alles dicht.", "Standaard staat alles dicht. Een verzoek om een verbinding is binnen vijf werkdagen afgehandeld."]],
      },
      {
        key: "register", by: "lid3.netwerk", day: -16, reason: "Voor de overgang tussen de zones komt er al een register. Twee lijsten lopen vroeg of laat uiteen.",
        edits: [["statement", "Per dienst is vastgelegd", "In één register is per dienst vastgelegd"], ["acceptance", "het register van toegestane verbindingen", "dit register"]],
      },
      {
        key: "samenwerking", by: "gemeente1", day: -15, reason: "Binnen ons samenwerkingsverband staat nu alles voor elkaar open. Dat is precies het gevaar.",
        edits: [["statement", "Standaard staat alles dicht", "Standaard staat alles dicht, ook binnen een samenwerkingsverband"]],
      },
      {
        key: "basis", by: "lid7.netwerk", day: -14, reason: "Tijd en naamgeving heeft iedereen nodig. Die hoeven niet per gemeente open.",
        edits: [["statement", "Standaard staat alles dicht", "Standaard staat alles dicht, behalve de gezamenlijke basisdiensten"]],
      },
      {
        key: "meting", by: "lid10.netwerk", day: -6, reason: "Eén keer laten zien bij de oplevering zegt weinig. Regels raken in een jaar vervuild.",
        edits: [["acceptance", "wordt geweigerd en gemeld.", "wordt geweigerd en gemeld. De test wordt elk jaar herhaald."]],
      },
      {
        key: "steekproef", by: "lid2.netwerk", day: -4, on: "meting", reason: "Goed voorstel. Een steekproef is genoeg en kost veel minder.",
        edits: [["acceptance", "De test wordt elk jaar herhaald.", "De test wordt elk jaar herhaald met een steekproef van twintig diensten."]],
      },
    ],
    merge: {
      by: "secretaris.netwerk", day: -9, why: "Vier wijzigingsvoorstellen, een daarvan uit de consultatie.",
      rulings: {
        termijn: [{ choice: "partly", wording: "Een verzoek om een verbinding is binnen tien werkdagen afgehandeld.", answer: "Er komt een termijn. Vijf dagen haalt de beheerorganisatie niet in vakanties; tien wel." }],
        register: [{ choice: "adopted", answer: "Eén register is eenvoudiger en goedkoper." }, { choice: "adopted", answer: "" }],
        samenwerking: [{ choice: "adopted", answer: "Dank. Dit was zo bedoeld en staat er nu ook." }],
        basis: [{ choice: "not", answer: "Ook deze diensten staan in het register. Een uitzondering in de tekst wordt een achterdeur." }],
      },
    },
    threads: [
      {
        by: "gemeente2", day: -7, version: 2, quote: "binnen tien werkdagen", statement: "Geldt dit ook bij spoed? Bij een uitwijk kunnen wij geen twee weken wachten.",
        replies: [
          { by: "lid6.netwerk", day: -6, statement: "Goed punt. Voor uitwijk denken wij aan verbindingen die vooraf klaarstaan." },
          { by: "lid9.netwerk", day: -5, statement: "Dan moet dat wel in de tekst. Ik maak er een voorstel voor." },
        ],
      },
    ],
  },
  {
    proposal: "ser-uitleg",
    consultation: { by: "voorzitter.services", from: -29, until: -16 },
    amendments: [
      {
        key: "doelbinding", by: "lid8.services", day: -25, reason: "Het register bestaat al. Dan hoeft niemand het doel twee keer op te schrijven.",
        edits: [["statement", "waarvoor zij gebruikt mogen worden.", "waarvoor zij gebruikt mogen worden, met een verwijzing naar het register van verwerkingen."]],
      },
      { key: "lezers", by: "gemeente3", day: -22, reason: "Tien lezers is te weinig om iets te bewijzen.", edits: [["acceptance", "Tien mensen", "Vijftig mensen"]] },
      { key: "titel", by: "lid4.services", day: -21, withdrawn: -19, reason: "Korter.", edits: [["title", "Uitleg bij elke koppeling, in het Nederlands", "Nederlandse uitleg bij elke koppeling"]] },
    ],
    merge: {
      by: "lid3.services", day: -13, why: "Verwijzing naar het register; meer lezers bij de toetsing.",
      rulings: {
        doelbinding: [{ choice: "adopted", answer: "Overgenomen zoals u het schreef." }],
        lezers: [{ choice: "partly", wording: "Twintig mensen", answer: "Vijftig maakt de toets te duur. Met twintig zien we de grote misverstanden ook." }],
      },
    },
  },
  {
    proposal: "vei-sleutels",
    amendments: [
      {
        key: "nood", by: "lid11.veilig", day: -12, reason: "Als de beheerder van de sleutel wegvalt, moet iemand anders kunnen ingrijpen.",
        edits: [["statement", "De leverancier heeft er geen toegang toe.", "De leverancier heeft er geen toegang toe. Een tweede sleutel ligt verzegeld bij een notaris."]],
      },
    ],
  },
];
