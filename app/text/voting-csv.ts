/** The heads of the columns of a downloaded result. */
export const csvText = {
  columns: ["voorstel", "titel", "versie", "uitslag", "zetel", "code", "gewicht", "keuze", "uitgebracht op", "bewijs"],
  absent: "afwezig",
  hidden: "besloten",
};
