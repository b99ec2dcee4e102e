const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** What the browser of the reader says after counting a result again, and what stands there without script. */
export const recountText = {
  title: "Geteld in uw eigen browser",
  withoutScript: "Uw browser voert geen script uit. Download de uitslag (JSON) en reken haar zelf na met: npm run ggi -- tally uitslag.json",
  right: (items: number) => `Uw browser telde ${count(items, "onderdeel", "onderdelen")} na: alle cijfers kloppen.`,
  wrong: (names: string) => `Uw browser telde na: deze cijfers kloppen niet: ${names}.`,
  hidden: "De stemmen per zetel zijn besloten. Daarom kan uw browser niet natellen.",
  unreadable: "Uw browser kan deze uitslag niet lezen. Reken haar na met: npm run ggi -- tally uitslag.json",
  fingerprintRight: "De vingerafdruk van zetels, teksten en regels klopt ook.",
  fingerprintWrong: "De vingerafdruk van zetels, teksten en regels klopt niet.",
  noHash: "De vingerafdruk kan uw browser hier niet berekenen.",
};

/** Words of a correction on a result. */
export const resultErratumText = {
  title: "Erratum op een uitslag",
  lead: "De uitslag zelf verandert niet. Uw correctie staat er voortaan bij, met de datum.",
  statement: "Wat klopt er niet?",
  button: "Erratum toevoegen",
  link: "Erratum toevoegen",
  heading: "Errata",
  by: (moment: string) => `Toegevoegd ${moment}`,
};
