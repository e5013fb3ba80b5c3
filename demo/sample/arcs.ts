/** Who lives which story: decided by who they are where that tells, else by a fixed round. */
import * as noise from './arcs-noise.ts';
import * as warm from './arcs-warm.ts';
import type { CrmPerson } from './people.ts';
import { makeRandom } from './random.ts';
import { type Call, makeStory } from './story.ts';

export type ArcName = keyof typeof ARCS | 'unknown';

export const ARCS = { ...warm, ...noise };

/** Order in which the stories are given out to the contact list; `unknown` are people marketing never met. */
const ROUND: readonly ArcName[] = [
  'nurtured',
  'trialUser',
  'goneCold',
  'evaluator',
  'unknown',
  'handRaiser',
  'scanned',
  'reader',
  'trialUser',
  'optedOut',
  'nurtured',
  'jobSeeker',
  'evaluator',
  'bounced',
  'unknown',
  'goneCold',
  'reader',
];

export interface SamplePerson {
  person: CrmPerson;
  arc: ArcName;
  /** What marketing's tools saw, oldest first. Empty for `unknown`. */
  calls: Call[];
}

/**
 * @param people the CRM's contacts in the order of its list
 * @param now milliseconds; the same people and the same `now` give the same events
 */
export function writeStories(people: readonly CrmPerson[], now: number): SamplePerson[] {
  const hero = heroOf(people);
  let turn = 0;
  return people.map((person) => {
    const fixed = person === hero ? 'hotBuyer' : arcByTitle(person);
    const arc = fixed ?? ROUND[turn++ % ROUND.length] ?? 'unknown';
    const random = makeRandom(`${person.email} ${arc}`);
    const { story, calls } = makeStory(person, now, random);
    if (arc !== 'unknown') ARCS[arc](story, random);
    return { person, arc, calls: calls() };
  });
}

/** The person whose page is shown first: decides, works where planning happens, high on the list. */
export function heroOf(people: readonly CrmPerson[]): CrmPerson | undefined {
  return people.find((person) => /head of operations/i.test(person.title)) ?? people[0];
}

function arcByTitle({ title }: CrmPerson): ArcName | null {
  if (/student/i.test(title)) return 'student';
  if (/business development/i.test(title)) return 'competitor';
  return null;
}
