/** What people say in schedules. */
import type { FeedbackItem } from '../../../lib/contract/feedback.ts';
import { aSnapshot } from '../../fixtures/feedback.ts';
import type { Random } from '../real/random.ts';
import type { Saying } from './steps.ts';

/** @returns an id of version 7 that comes again with the dice */
export function idOf(random: Random, version = 7): string {
  const hex = Array.from({ length: 30 }, () => random.below(16).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

/** @param now by the clock of the browser it is said in */
export function itemOf(what: Saying, leadId: string, now: number, random: Random): FeedbackItem {
  const base = {
    id: idOf(random),
    leadId: what === 'unknown lead' ? idOf(random, 4) : leadId,
    madeAt: new Date(now).toISOString(),
    seq: 0,
  };
  switch (what) {
    case 'flag':
      return {
        ...base,
        kind: 'flag',
        flag: 'score_too_low',
        ruleId: null,
        fault: null,
        note: '',
        snapshot: aSnapshot,
      };
    case 'registration':
      return {
        ...base,
        leadId: idOf(random, 4),
        kind: 'registration',
        record: { crm: 'atomic', org: 'localhost:4861', kind: 'contact', id: idOf(random, 4) },
        facts: { name: 'Gordon Lee' },
      };
    default:
      return {
        ...base,
        kind: 'verdict',
        verdict: what === 'unknown lead' ? 'accepted' : what,
        reason: null,
        note: '',
        until: null,
        wakeOn: what === 'recycled' ? [{ is: 'moment' }] : [],
        snapshot: aSnapshot,
      };
  }
}
