/** Phase two of reading a record: wait until the page has rendered it and says the same thing twice. */
import type { CrmRecord, PageFacts } from '../contract/record.ts';
import type { CrmAdapter, Reading } from '../crm/adapter.ts';

/** Two equal readings this far apart count as settled; stale pages seen in real CRMs lasted 60 to 420 ms. */
const SAMPLE_MS = 250;
/** The record before was left before its page was read, so nobody knows whose page this still is: look longer. */
const HURRIED_AGREEMENTS = 4;
/** After this a page that has not settled is taken as giving nothing. The slowest CRM measured took 6.4 s. */
const DEADLINE_MS = 8000;
/** A page that is slower still is looked at now and then, for this long. */
const LATE_MS = 1000;
const GIVE_UP_MS = 60_000;

export interface SettleOptions {
  adapter: Pick<CrmAdapter, 'read'>;
  record: CrmRecord;
  document: Document;
  /** The address at this moment. */
  url(): URL;
  /** Whom the page showed for other records: one of them again is what a stale page looks like. */
  others: readonly PageFacts[];
  /** The record before this one was left before its page had settled. */
  hurried: boolean;
  /** Aborted when another record comes to the front. */
  signal: AbortSignal;
  /**
   * Gets the facts once the page has settled; null at the deadline, and then perhaps the facts after all. Again when the
   * page says more later (a tab with the address was opened) or turns out to have been somebody else's.
   */
  report(facts: PageFacts | null): void;
}

/**
 * Reads four times a second until two readings agree. A person of an earlier record is taken for a page that has
 * not caught up, and waited out; if nothing else comes the answer is "nothing", because a missing address costs
 * a little and a wrong person costs trust.
 */
export function settle(options: SettleOptions): void {
  const { report, signal } = options;
  const enough = options.hurried ? HURRIED_AGREEMENTS : 1;
  let agreements = 0;
  let before: string | null = null;
  let waited = 0;
  let timer = setTimeout(sample, 0);
  signal.addEventListener('abort', () => clearTimeout(timer));

  function sample() {
    const facts = freshFacts(options);
    const now = facts && JSON.stringify(facts);
    agreements = now !== null && now === before ? agreements + 1 : 0;
    if (facts && agreements >= enough) {
      report(facts);
      keepLooking(options, facts);
      return;
    }
    before = now;
    const pause = waited < DEADLINE_MS ? SAMPLE_MS : LATE_MS;
    if (waited < DEADLINE_MS && waited + pause >= DEADLINE_MS) report(null);
    waited += pause;
    if (waited < GIVE_UP_MS) timer = setTimeout(sample, pause);
  }
}

/** Ever more rarely, for a minute: what was settled is hardly ever wrong, but a wrong person must not stay. */
function keepLooking(options: SettleOptions, settled: PageFacts): void {
  let known = settled;
  let pause = LATE_MS;
  let candidate: string | null = null;
  let timer = setTimeout(look, pause);
  options.signal.addEventListener('abort', () => clearTimeout(timer));

  function look() {
    const facts = freshFacts(options);
    const better = facts && saysMore(known, facts) ? facts : null;
    const now = better && JSON.stringify(better);
    if (better && now === candidate) {
      known = better;
      options.report(better);
    }
    // A difference is looked at again soon, as at the start.
    const again = now !== null && now !== candidate;
    candidate = now;
    if (!again) pause *= 2;
    if (pause < GIVE_UP_MS) timer = setTimeout(look, again ? SAMPLE_MS : pause);
  }
}

function freshFacts({ adapter, document, url, record, others }: SettleOptions): PageFacts | null {
  const reading: Reading = adapter.read(document, url(), record);
  if (!reading.ok) return null;
  // Two records of one person are common in CRMs; a page that names its record is believed.
  const stale = !reading.sure && others.some((other) => samePerson(reading.facts, other));
  return stale ? null : reading.facts;
}

/** An address that was missing, or another person altogether; not somebody typing in a form. */
function saysMore(known: PageFacts, now: PageFacts): boolean {
  if (now.email && !known.email) return true;
  return !samePerson(known, now) && known.name !== now.name;
}

function samePerson(facts: PageFacts, other: PageFacts): boolean {
  if (facts.email || other.email) return facts.email === other.email;
  return facts.name === other.name && facts.company === other.company;
}
