/** Phase two of reading a record: wait until the page has rendered it and says the same thing twice. */
import type { CrmRecord, PageFacts } from '../contract/record.ts';
import type { CrmAdapter } from '../crm/adapter.ts';

/** Two equal readings this far apart count as settled; stale pages seen in real CRMs lasted 60 to 420 ms. */
const SAMPLE_MS = 250;
/** After this a page that has not settled is taken as giving nothing. The slowest CRM measured took 6.4 s. */
const DEADLINE_MS = 8000;
/** A page that is slower still is looked at now and then, for this long. */
const LATE_MS = 1000;
const GIVE_UP_MS = 60_000;

export interface SettleOptions {
  adapter: CrmAdapter;
  record: CrmRecord;
  document: Document;
  /** What the record before this one said: the same person again is what a stale page looks like. */
  previous: PageFacts | null;
  /** Aborted when the address names another record. */
  signal: AbortSignal;
  /** Gets the facts once the page has settled; null at the deadline, and then perhaps the facts after all. */
  report(facts: PageFacts | null): void;
}

/**
 * Reads four times a second until two readings agree. The previous record's person is taken for a page that has
 * not caught up, and waited out; if nothing else comes the answer is "nothing", because a missing address costs
 * a little and a wrong person costs trust.
 */
export function settle({
  adapter,
  record,
  document,
  previous,
  signal,
  report,
}: SettleOptions): void {
  let before: string | null = null;
  let waited = 0;
  let timer = setTimeout(sample, 0);
  signal.addEventListener('abort', () => clearTimeout(timer));

  function sample() {
    const reading = adapter.read(document, record);
    const now =
      reading.ok && !samePerson(reading.facts, previous) ? JSON.stringify(reading.facts) : null;
    if (reading.ok && now !== null && now === before) {
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

function samePerson(facts: PageFacts, previous: PageFacts | null): boolean {
  if (!previous) return false;
  return facts.email || previous.email
    ? facts.email === previous.email
    : facts.name === previous.name;
}
