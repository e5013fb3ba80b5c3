/** Phase two of reading a record: wait until the page has rendered it and says the same thing twice. */
import type { CrmRecord, PageFacts } from '../contract/record.ts';
import type { CrmAdapter, Reading } from '../crm/adapter.ts';

/** Two equal readings this far apart count as settled; stale pages seen in real CRMs lasted 60 to 420 ms. */
const SAMPLE_MS = 250;
const AGREEMENTS = 1;
/** Whose page this still is may be in doubt, or the address is to come with a request of its own: look longer. */
const CAREFUL_AGREEMENTS = 4;
/** Nobody knows whose page it was, and it has not changed since: look longer still. */
const UNMOVED_AGREEMENTS = 12;
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

type Found = Extract<Reading, { ok: true }>;

/**
 * Called at the very moment the address changes. Reads four times a second until enough readings agree. A person of
 * an earlier record is taken for a page that has not caught up, and waited out; if nothing else comes the answer is
 * "nothing", because a missing address costs a little and a wrong person costs trust.
 */
export function settle(options: SettleOptions): void {
  const { report, signal } = options;
  const look = lookFor(options);
  let agreements = 0;
  let before: string | null = null;
  let waited = 0;
  let timer = setTimeout(sample, 0);
  signal.addEventListener('abort', () => clearTimeout(timer));

  function sample() {
    const seen = look();
    const now = seen && JSON.stringify(seen.found.facts);
    agreements = now !== null && now === before ? agreements + 1 : 0;
    if (seen && agreements >= seen.enough) {
      report(seen.found.facts);
      keepLooking(options, seen.found, () => look()?.found ?? null);
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
function keepLooking(options: SettleOptions, settled: Found, read: () => Found | null): void {
  let known = settled;
  let pause = LATE_MS;
  let candidate: string | null = null;
  let timer = setTimeout(look, pause);
  options.signal.addEventListener('abort', () => clearTimeout(timer));

  function look() {
    const found = read();
    const better = found && saysMore(known, found) ? found : null;
    const now = better && JSON.stringify(better.facts);
    if (better && now === candidate) {
      known = better;
      options.report(better.facts);
    }
    // A difference is looked at again soon, as at the start.
    const again = now !== null && now !== candidate;
    candidate = now;
    if (!again) pause *= 2;
    if (pause < GIVE_UP_MS) timer = setTimeout(look, again ? SAMPLE_MS : pause);
  }
}

/** @returns what reads the page: this record's person, and how many readings have to agree before they are believed */
function lookFor(options: SettleOptions): () => { found: Found; enough: number } | null {
  const { adapter, document, url, record, others, hurried } = options;
  const read = () => adapter.read(document, url(), record);
  // What the page showed when the address changed: the record before, in all CRMs but those that change their page first. Where
  // there was none, it cannot be taken for another.
  const first = others.length > 0 || hurried ? read() : null;
  let moved = first === null;
  return () => {
    const found = read();
    moved ||= !(found.ok && first?.ok && alike(found.facts, first.facts));
    if (!found.ok) return null;
    const { facts, sure } = found;
    // A page that names its record is believed.
    if (sure) return { found, enough: facts.email ? AGREEMENTS : CAREFUL_AGREEMENTS };
    const again = others.some((other) => samePerson(facts, other));
    // Two records of one person are common, a contact and a lead; but only who was gone and came back can be one.
    if (again && !moved) return null;
    if (hurried && !moved) return { found, enough: UNMOVED_AGREEMENTS };
    return { found, enough: again || hurried || !facts.email ? CAREFUL_AGREEMENTS : AGREEMENTS };
  };
}

/** What was missing or only guessed, or another person altogether; not somebody typing in a form. */
function saysMore(known: Found, now: Found): boolean {
  if (now.facts.email && !known.facts.email) return true;
  if (known.how.company === 'domain' && now.how.company === 'place') return true;
  return !samePerson(known.facts, now.facts) && known.facts.name !== now.facts.name;
}

function samePerson(facts: PageFacts, other: PageFacts): boolean {
  if (facts.email || other.email) return facts.email === other.email;
  return facts.name === other.name && facts.company === other.company;
}

/** Perhaps the same page, while its parts change one by one. */
function alike(facts: PageFacts, other: PageFacts): boolean {
  return facts.name === other.name || samePerson(facts, other);
}
