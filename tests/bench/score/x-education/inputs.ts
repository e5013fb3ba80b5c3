/** What a model of X Education may look at: the strict tier, and the lenient one with what people say of themselves. */
import type { Input, Values } from '../coding.ts';
import { NOT_GIVEN } from './columns.ts';

const ORIGIN = 'Lead Origin';
const SOURCE = 'Lead Source';

/** "Google" and "google" are the same place. */
function sourceOf(values: Values): string {
  return (values[SOURCE] ?? '').toLowerCase();
}

function word(column: string, name: string): Input {
  return { name, columns: [column], read: (values) => values[column] ?? '' };
}

/** Where nothing was answered: no points, and no difference between an empty field and "Select". */
function answer(column: string, name: string): Input {
  return { ...word(column, name), absent: NOT_GIVEN };
}

function quantity(column: string, name: string, steps: number): Input {
  // "not given" is not a number, so it becomes NaN: not known.
  return { name, columns: [column], read: (values) => Number(values[column]), steps };
}

/** Known of every lead when it comes in. */
export const STRICT: readonly Input[] = [
  // One input: the same source means something else on a landing page and in a chat.
  {
    name: 'way in',
    columns: [ORIGIN, SOURCE],
    read: (values) => `${values[ORIGIN]} by ${sourceOf(values)}`,
    pair: [
      { name: 'origin', read: (values) => values[ORIGIN] ?? '' },
      { name: 'source', read: sourceOf },
    ],
  },
  word('Do Not Email', 'no e-mail'),
  word('Do Not Call', 'no calls'),
  quantity('TotalVisits', 'visits', 12),
  quantity('Total Time Spent on Website', 'seconds on site', 24),
  quantity('Page Views Per Visit', 'pages per visit', 12),
];

const COUNTRY = 'Country';

/** And what they answered. Lenient, because some answers may have been given on the phone. */
export const LENIENT: readonly Input[] = [
  ...STRICT,
  answer('What is your current occupation', 'occupation'),
  answer('Specialization', 'specialization'),
  answer('City', 'city'),
  answer('How did you hear about X Education', 'heard of us'),
  answer('What matters most to you in choosing a course', 'what matters'),
  word('A free copy of Mastering The Interview', 'free copy'),
  {
    name: 'country',
    columns: [COUNTRY],
    read: (values) => {
      const country = values[COUNTRY] ?? NOT_GIVEN;
      return country === 'India' || country === NOT_GIVEN ? country : 'abroad';
    },
    absent: NOT_GIVEN,
  },
];

/** @returns the columns these inputs read, each once */
export function columnsOf(inputs: readonly Input[]): string[] {
  return [...new Set(inputs.flatMap((input) => input.columns))];
}
