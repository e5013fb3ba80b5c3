/** Phase two of reading a record: wait until the page has rendered it and says the same thing twice. */
import type { CrmRecord, PageFacts } from '../contract/record.ts';
import type { CrmAdapter } from '../crm/adapter.ts';

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
  adapter: CrmAdapter;
  record: CrmRecord;
  document: Document;
  /** Whom the page showed for other records: one of them again is what a stale page looks like. */
  others: readonly PageFacts[];
  /** The record before this one was left before its page had settled. */
  hurried: boolean;
  /** Aborted when the address names another record. */
  signal: AbortSignal;
  /** Gets the facts once the page has settled; null at the deadline, and then perhaps the facts after all. */
  report(facts: PageFacts | null): void;
}

/**
 * Reads four times a second until two readings agree. A person of an earlier record is taken for a page that has
 * not caught up, and waited out; if nothing else comes the answer is "nothing", because a missing address costs
 * a little and a wrong person costs trust.
 */
export function settle(options: SettleOptions): void {
  const { adapter, record, document, others, signal, report } = options;
  const enough = options.hurried ? HURRIED_AGREEMENTS : 1;
  let agreements = 0;
  let before: string | null = null;
  let waited = 0;
  let timer = setTimeout(sample, 0);
  signal.addEventListener('abort', () => clearTimeout(timer));

  function sample() {
    const reading = adapter.read(document, record);
    const fresh = reading.ok && !others.some((other) => samePerson(reading.facts, other));
    const now = fresh ? JSON.stringify(reading.facts) : null;
    agreements = now !== null && now === before ? agreements + 1 : 0;
    if (reading.ok && agreements >= enough) {
      report(reading.facts);
      return;
    }
    before = now;
    const pause = waited < DEADLINE_MS ? SAMPLE_MS : LATE_MS;
    if (waited < DEADLINE_MS && waited + pause >= DEADLINE_MS) report(null);
    waited += pause;
    if (waited < GIVE_UP_MS) timer = setTimeout(sample, pause);
  }
}

function samePerson(facts: PageFacts, other: PageFacts): boolean {
  return facts.email || other.email ? facts.email === other.email : facts.name === other.name;
}
