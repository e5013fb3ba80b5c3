/** What a model of X Education may look at: the strict tier, and the lenient one with what people say of themselves. */
import type { Input, Part, Values } from '../coding.ts';
import { NOT_GIVEN } from './columns.ts';

const ORIGIN = 'Lead Origin';
const SOURCE = 'Lead Source';
const VISITS = 'TotalVisits';
const SECONDS = 'Total Time Spent on Website';
const OCCUPATION = 'What is your current occupation';

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

/** Four words for a quantity; the edges are round numbers, chosen without looking at anything. */
function words(column: string, [few, some]: readonly [number, number]): (values: Values) => string {
  return (values) => {
    const amount = Number(values[column]);
    if (amount === 0) return 'none';
    return amount < few ? 'little' : amount < some ? 'some' : 'much';
  };
}

/**
 * Two things that mean something else together: an hour on the site says less of a student. Beside the inputs of their own,
 * and a line of the scorecard like any other. Which meetings count was decided on splits by time inside the oldest 70 %.
 */
function meeting(columns: readonly [string, string], one: Part, other: Part): Input {
  // Names of their own: the halves are not the inputs that hand points are about.
  const half = ({ name, read }: Part): Part => ({ name: `${name} in a meeting`, read });
  return {
    name: `${one.name} by ${other.name}`,
    columns,
    read: (values) => `${one.read(values)} by ${other.read(values)}`,
    pair: [half(one), half(other)],
  };
}

const origin: Part = { name: 'origin', read: (values) => values[ORIGIN] ?? '' };
const occupation: Part = { name: 'occupation', read: (values) => values[OCCUPATION] ?? '' };
const visits: Part = { name: 'visits', read: words(VISITS, [3, 6]) };
const seconds: Part = { name: 'seconds on site', read: words(SECONDS, [300, 900]) };

/** Known of every lead when it comes in, each by itself. */
export const PLAIN_STRICT: readonly Input[] = [
  // One input: the same source means something else on a landing page and in a chat.
  {
    name: 'way in',
    columns: [ORIGIN, SOURCE],
    read: (values) => `${values[ORIGIN]} by ${sourceOf(values)}`,
    pair: [origin, { name: 'source', read: sourceOf }],
  },
  word('Do Not Email', 'no e-mail'),
  word('Do Not Call', 'no calls'),
  quantity(VISITS, 'visits', 12),
  quantity(SECONDS, 'seconds on site', 24),
  quantity('Page Views Per Visit', 'pages per visit', 12),
];

export const STRICT: readonly Input[] = [
  ...PLAIN_STRICT,
  meeting([ORIGIN, VISITS], origin, visits),
];

const COUNTRY = 'Country';

/** And what they answered. Lenient, because some answers may have been given on the phone. */
export const PLAIN_LENIENT: readonly Input[] = [
  ...PLAIN_STRICT,
  answer(OCCUPATION, 'occupation'),
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

export const LENIENT: readonly Input[] = [
  ...PLAIN_LENIENT,
  meeting([ORIGIN, VISITS], origin, visits),
  meeting([OCCUPATION, ORIGIN], occupation, origin),
  meeting([OCCUPATION, SECONDS], occupation, seconds),
];

/** @returns the columns these inputs read, each once */
export function columnsOf(inputs: readonly Input[]): string[] {
  return [...new Set(inputs.flatMap((input) => input.columns))];
}
