import { date, dateTime, plural, time } from "./format.ts";

export const editorText = {
  preview: "Voorbeeld",
  previewOf: (field: string) => `Voorbeeld van ${field.toLowerCase()}`,
  previewShown: "Het voorbeeld staat onder elk tekstveld. U hebt nog niets opgeslagen.",
  keepDraft: "Bewaar als klad",
  startFrom: "Nog geen tekst?",
  startFromKind: (kind: string) => `Begin met een sjabloon voor een ${kind}`,
  template: "Sjabloon invullen",
  templateHint: "Het sjabloon vult alleen lege velden. Uw eigen tekst blijft staan.",
  templateFilled: (fields: number) =>
    fields === 0 ? "Alle velden hebben al tekst. Het sjabloon heeft niets veranderd." : `Het sjabloon staat in ${plural(fields, "leeg veld", "lege velden")}. Vul in wat tussen haken staat.`,
  privacy: "Uw klad bewaart het portaal vanzelf. Alleen u ziet het, tot u opslaat.",
  offerTitle: "U was hier al mee bezig",
  offer: (savedAt: string) => `Uw klad is bewaard op ${dateTime(savedAt)}. Alleen u ziet het.`,
  offerUntil: (endsAt: string) => `Verandert u er niets aan, dan gooit het portaal het weg op ${date(endsAt)}.`,
  offerOutdated: (basedOn: number, current: number) => `U begon bij versie ${basedOn}. Nu is er versie ${current}. Bij het opslaan voegt u de teksten samen.`,
  goOn: "Verder met uw klad",
  disposeOf: "Klad weggooien",
  writing: (savedAt: string) => `U werkt in uw klad van ${dateTime(savedAt)}.`,
  localOffer: "In deze browser staat nog tekst die niet is bewaard. Toen was er geen verbinding.",
  localBack: "Zet deze tekst terug",
  localGone: "Gooi weg",
  /** for the script of the page */
  script: {
    saving: "Klad wordt bewaard …",
    saved: "Klad bewaard om ",
    lost: "Geen verbinding. Uw tekst staat in deze browser en wordt later bewaard.",
    signedOut: "U bent niet meer ingelogd. Uw tekst staat in deze browser. Log in op een ander tabblad.",
    restored: "De tekst uit deze browser staat weer in het formulier.",
  },
  savedAt: time,
};

export const mergeText = {
  title: "Iemand was u voor",
  lead: (author: string, version: number) => `${author} heeft versie ${version} opgeslagen terwijl u schreef. Uw tekst is niet weg.`,
  clean: "Uw wijzigingen en die van de ander raken elkaar niet. Ze staan samen in het formulier. Kijk de tekst na en sla op.",
  clashes: (count: number) => `U veranderde allebei hetzelfde op ${plural(count, "plek", "plekken")}. Kies wat er moet staan. Daarna kunt u alles nog aanpassen.`,
  theirs: (version: number) => `Wat de ander veranderde in versie ${version}`,
  yours: "Wat u veranderde",
  place: (field: string, place: number) => `${field}, plek ${place}`,
  base: "Zo was het",
  empty: "(niets)",
  choices: { theirs: "De opgeslagen tekst", yours: "Uw tekst", both: "Allebei, eerst de opgeslagen tekst" },
  goOn: "Verder met deze keuzes",
  merged: "De teksten zijn samengevoegd. Kijk de tekst na en sla op.",
  unchanged: "U hebt in de tekstvelden niets veranderd.",
};

export const editorNotices: Record<string, string> = {
  "draft-kept": "Uw klad is bewaard. Alleen u ziet het.",
  "draft-gone": "Uw klad is weggegooid.",
};
