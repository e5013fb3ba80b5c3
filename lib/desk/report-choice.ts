/** What somebody looks at in the reports: which days, against which, which leads. All of it stands in the address. */
import * as z from 'zod/mini';
import { acceptanceBy } from '../contract/reports.ts';
import { day, LIMITS, text } from '../contract/text.ts';
import type { PanelQuery } from './report-panel.ts';

/** The last so many weeks, the one that runs included. */
export const WEEKS = [4, 12, 26, 52] as const;

const choice = z.object({
  /** Set: these days, whatever today is. */
  days: z.nullable(z.object({ from: day, to: day })),
  weeks: z.union(WEEKS.map((weeks) => z.literal(weeks))),
  /** The period just before, or the same 52 weeks earlier. */
  compare: z.enum(['none', 'before', 'year']),
  /** The empty text is “none known”. */
  source: z.nullable(text(LIMITS.name)),
  campaign: z.nullable(text(LIMITS.name)),
  sourced: z.nullable(z.enum(['marketing', 'sales'])),
  by: acceptanceBy,
});
export type ReportChoice = z.infer<typeof choice>;

/** Both included. */
export type Days = { from: string; to: string };

export const USUAL: ReportChoice = {
  days: null,
  weeks: 12,
  compare: 'none',
  source: null,
  campaign: null,
  sourced: null,
  by: 'source',
};

const ROOM = '#reports';
const DAY = 24 * 3_600_000;
const YEAR = 364;

/** @returns what the address asks for; what it does not say, or says wrongly, is as usual */
export function choiceFrom(hash: string): ReportChoice {
  const said = new URLSearchParams(hash.startsWith(`${ROOM}/`) ? hash.slice(ROOM.length + 1) : '');
  const days = z
    .object({ from: day, to: day })
    .safeParse({ from: said.get('from'), to: said.get('to') });
  const parts = {
    days: days.success && days.data.from <= days.data.to ? days.data : null,
    weeks: Number(said.get('weeks')),
    compare: said.get('compare'),
    source: said.get('source'),
    campaign: said.get('campaign'),
    sourced: said.get('sourced'),
    by: said.get('by'),
  };
  const known = Object.entries(parts).filter(([name, value]) => {
    const whole = choice.safeParse({ ...USUAL, [name]: value });
    return whole.success && value !== null;
  });
  return choice.parse({ ...USUAL, ...Object.fromEntries(known) });
}

/** @returns the address that asks for it */
export function hashOf(wanted: ReportChoice): string {
  const said = new URLSearchParams();
  const { days, weeks, ...rest } = wanted;
  if (days) {
    said.set('from', days.from);
    said.set('to', days.to);
  } else if (weeks !== USUAL.weeks) said.set('weeks', String(weeks));
  for (const [name, value] of Object.entries(rest)) {
    if (value !== null && value !== USUAL[name as keyof typeof rest]) said.set(name, value);
  }
  const text = said.toString();
  return text ? `${ROOM}/${text}` : ROOM;
}

const textOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const atOf = (text: string) => Date.parse(`${text}T00:00:00Z`);

/** @returns the last so many ISO weeks up to today (UTC), from a Monday */
export function lastWeeks(weeks: number, now: number): Days {
  const today = atOf(textOf(now));
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY;
  return { from: textOf(monday - (weeks - 1) * 7 * DAY), to: textOf(today) };
}

/** @returns the days looked at */
export const daysOf = ({ days, weeks }: ReportChoice, now: number): Days =>
  days ?? lastWeeks(weeks, now);

/** @returns the days they are compared with: as many, and on the same days of the week where weeks are looked at */
export function comparedDays(wanted: ReportChoice, now: number): Days | null {
  if (wanted.compare === 'none') return null;
  const { from, to } = daysOf(wanted, now);
  const length = Math.round((atOf(to) - atOf(from)) / DAY) + 1;
  const just = wanted.days ? length : wanted.weeks * 7;
  const back = (wanted.compare === 'year' ? YEAR : just) * DAY;
  return { from: textOf(atOf(from) - back), to: textOf(atOf(to) - back) };
}

/** @returns the query of these days, without what is not filtered */
export function queryOf(wanted: ReportChoice, days: Days): PanelQuery {
  const { source, campaign, sourced, by } = wanted;
  return {
    ...days,
    by,
    ...(source === null ? {} : { source }),
    ...(campaign === null ? {} : { campaign }),
    ...(sourced === null ? {} : { sourced }),
  };
}
