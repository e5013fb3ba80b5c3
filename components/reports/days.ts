/** The days looked at, in words. */
import { reportWords } from '../../lib/words/reports.ts';
import { plainDay } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import type { Days, ReportChoice } from './props.ts';

type Looked = {
  choice: ReportChoice;
  days: Days;
  compared: Days | null;
  now: number;
  place: Place;
};

/** @returns `31 Aug to 22 Nov` */
export const rangeWords = ({ from, to }: Days, now: number, place: Place): string =>
  reportWords().range(plainDay(from, now, place), plainDay(to, now, place));

/** @returns all that narrows what is shown, for whoever sees a picture of it without the page around */
export function daysWords({ choice, days, compared, now, place }: Looked): string {
  const t = reportWords();
  const { source, campaign, sourced } = choice;
  const named = (of: string, value: string | null) =>
    value === null ? '' : `${of}: ${value || t.noneKnown}`;
  return [
    rangeWords(days, now, place),
    compared ? t.choose.compared(rangeWords(compared, now, place)) : '',
    named(t.choose.source, source),
    named(t.choose.campaign, campaign),
    sourced ? `${t.choose.sourced}: ${t.choose.sourcedBy[sourced]}` : '',
  ]
    .filter((each) => each !== '')
    .join(', ');
}
