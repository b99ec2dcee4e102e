import type { ComponentSlug, Tlp } from "./story.ts";

export interface StoryChapter {
  readonly title: string;
  readonly intro?: string;
  /** keys of proposals */
  readonly requirements: readonly string[];
  readonly sections?: readonly StoryChapter[];
}

/** A programma van eisen: its first edition, and what the later ones change. */
export interface StorySet {
  readonly key: string;
  readonly keeper: string;
  readonly component: ComponentSlug;
  readonly title: string;
  readonly lot?: string;
  readonly intro: string;
  readonly tlp: Tlp;
  readonly begun: number;
  readonly chapters: readonly StoryChapter[];
  readonly frozen?: { readonly day: number; readonly note: string };
  readonly next?: StoryNext;
}

export interface StoryNext {
  readonly begun: number;
  readonly removed: readonly string[];
  /** into a chapter that is there, or a new one at the end */
  readonly added: Readonly<Record<string, readonly string[]>>;
  readonly moved: Readonly<Record<string, string>>;
  readonly frozen: { readonly day: number; readonly note: string };
}

export const SETS: readonly StorySet[] = [
  {
    key: "netwerk", keeper: "secretaris.netwerk", component: "ggi-netwerk", title: "GGI-Netwerk: het besloten netwerk", tlp: "CLEAR",
    intro: "Dit programma beschrijft waaraan een leverancier van het besloten netwerk voldoet. Elke eis is vastgesteld door de Expertgroep GGI-Netwerk.\n\nEen leverancier vult het antwoordblad in en geeft per eis aan of hij voldoet.",
    begun: -290,
    chapters: [
      { title: "Veilige verbindingen", intro: "Alles wat over het netwerk gaat, is versleuteld.", requirements: ["net-tls", "net-certs"] },
      { title: "Inrichting", requirements: ["net-zones"], sections: [{ title: "Herkennen van aansluitingen", requirements: ["net-oin"] }] },
    ],
    frozen: { day: -268, note: "Eerste versie, voor de marktconsultatie." },
    next: {
      begun: -60, removed: ["net-oin"],
      added: { "Inrichting": ["net-ipv6", "net-dubbel"], "Herkennen van aansluitingen": ["net-oin2"], "Certificaten en namen": ["net-crl", "net-dns"] },
      moved: { "net-certs": "Certificaten en namen" },
      frozen: { day: -34, note: "Versie voor de aanbesteding. De nagekeken verbanden veranderen niets aan de eisen." },
    },
  },
  {
    key: "veilig", keeper: "secretaris.veilig", component: "ggi-veilig", title: "GGI-Veilig: bewaking en hulp bij een aanval", lot: "Bewaking", tlp: "GREEN",
    intro: "Concept voor het perceel Bewaking. De eisen aan hulp na een aanval volgen.",
    begun: -20,
    chapters: [
      { title: "Bewaking", requirements: ["vei-logs", "vei-bewaren"], sections: [{ title: "Mensen en regels", requirements: ["vei-regels", "vei-soc"] }] },
      { title: "Melden en delen", requirements: ["vei-melden", "vei-delen"] },
      { title: "Hulp na een aanval", requirements: [] },
    ],
  },
];
