const DAY = 86_400_000;
/** Spreadsheets think that 1900 had a 29 February: from 1 March 1900 on, day 0 is 30 December 1899. */
const FROM_1900 = Date.UTC(1899, 11, 30);
const FROM_1904 = Date.UTC(1904, 0, 1);

/** Whether a number format shows a date or a time: the built-in ones, and own ones with a letter for day, month, year, hour or second outside quotes. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47)) return true;
  return code !== undefined && /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ""));
}

/** 46000.5 becomes 2025-12-09 12:00; a whole number is a day. */
export function serialMoment(serial: number, is1904: boolean): string {
  const moment = new Date(Math.round((is1904 ? FROM_1904 : FROM_1900) + serial * DAY));
  if (Number.isNaN(moment.getTime())) return String(serial);
  const [day = "", time = ""] = moment.toISOString().split("T");
  return Number.isInteger(serial) ? day : serial < 1 ? time.slice(0, 5) : `${day} ${time.slice(0, 5)}`;
}
