/** Calendar days without a zone, for "recycle until": `2027-01-15`. */

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const text = (date: Date) => date.toISOString().slice(0, 10);

/** @returns the same day `months` later, or the last day of that month if it is shorter. */
export function monthsAfter(day: string, months: number): string {
  const date = at(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return text(date);
}

/** @returns the first day of the quarter after this day's. */
export function nextQuarter(day: string): string {
  const date = at(day);
  date.setUTCDate(1);
  date.setUTCMonth(Math.floor(date.getUTCMonth() / 3) * 3 + 3);
  return text(date);
}

/** @returns the day after. */
export function dayAfter(day: string): string {
  const date = at(day);
  date.setUTCDate(date.getUTCDate() + 1);
  return text(date);
}

/** @returns the Monday of the week after this day's. */
export function nextMonday(day: string): string {
  const date = at(day);
  date.setUTCDate(date.getUTCDate() + 7 - ((date.getUTCDay() + 6) % 7));
  return text(date);
}
