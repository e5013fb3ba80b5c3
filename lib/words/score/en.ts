/** What the room “Score” says: whether promises are kept, what verdicts propose, what is put in force. */
import { count, decimal, number } from '../numbers.ts';

export const en = {
  title: 'Score',
  reading: 'Reading what verdicts say. One moment.',
  safe: 'Safe: verdicts, definitions and drafts stay in the store.',
  definition: (version: number) => `definition v${version}`,
  unsigned: (version: number) => `definition v${version}, not signed by both sides`,
  signedByBoth: 'signed by both sides',
  counted: 'counted {when}',
  fromBefore: 'What is below is from before.',
  asTable: 'As a table',
  of: (some: string, all: string) => `${some} of ${all}`,
  range: (low: string, high: string) => `${low} to ${high}`,
  withRange: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
  tooFew: 'too few',
  withoutName: 'Without a name',

  inForce: 'in force',
  withIt: 'with it',
  without: 'without',
  figures: {
    auc: 'sorts right, in 100',
    ece: 'promises off, in 100',
    lift: 'top tenth, times as often',
    precision: 'accepted above the line',
    volume: 'handed over',
  },

  learned: {
    title: 'Learned from',
    verdicts: (used: number, all: number) =>
      `{n} ${used === 1 ? 'verdict' : 'verdicts'}${all > used ? ` of ${number(all)}` : ''}`,
    accepted: (n: number, share: string) => `${number(n)} accepted, ${share}.`,
    tooFew: (n: number, fewest: number) =>
      `${n === 0 ? 'No verdicts' : count(n, 'verdict', 'verdicts')} so far: no rate is shown below ${fewest}.`,
    unanswered: (n: number) =>
      `${number(n)} handed over without a verdict: missing, never counted as rejected`,
  },
  honest: {
    title: 'How honest is it?',
    off: '{n} off in 100',
    average: (value: string, low: string, high: string) =>
      `Promises are off by ${value} percentage points on average (likely ${low} to ${high}).`,
    byChance: (value: string) =>
      `${value} would be chance alone, if every promise on so many verdicts were true`,
    unseen: 'measured on verdicts that had no part in making the promise',
    notYet:
      'All verdicts say the same so far; whether promises are kept shows only where some were accepted and some not.',
  },
  sorts: {
    title: 'How well does it sort?',
    times: '{n} times in 100',
    coin: (low: string, high: string) =>
      `it puts an accepted lead above another (likely ${low} to ${high}). A coin would, 50 times.`,
    sameMonth: (times: string) => `${times} among leads judged in the same month`,
    topTenth: (lift: string) => `the top tenth is accepted ${lift} times as often as all`,
    notYet:
      'All verdicts say the same so far; the order of leads shows only where some were accepted and some not.',
  },

  bands: {
    title: 'Is the score honest?',
    aside: 'dashed: what is promised',
    tooEarly: (fewest: number) => `Too early to tell: no band has ${fewest} verdicts.`,
    label: (n: number, answer: string) => `Promised against accepted in ${n} bands. ${answer}`,
    caption: 'Promised and accepted by points',
    points: 'Points',
    yes: (kept: number, all: number) =>
      `Yes: in ${kept} of ${all} bands the promise lies inside the interval.`,
    notEverywhere: (kept: number, all: number) =>
      `Not everywhere: in ${kept} of ${all} bands the promise lies inside the interval.`,
    furthest: (promised: string, accepted: string) =>
      `Furthest off: ${promised} promised, ${accepted} accepted.`,
    hollow: (fewest: number) => `Hollow: fewer than ${fewest} verdicts, no rate.`,
    acceptedAxis: 'accepted by sales, %',
    promisedAxis: 'promised by the score, %',
  },
  months: {
    title: 'Does it stay honest?',
    aside: 'by today’s points; above the line: too much',
    tooEarly: (fewest: number) => `Too early to tell: no month has ${fewest} verdicts.`,
    label: (n: number, answer: string) => `Promised minus accepted in ${n} months. ${answer}`,
    caption: 'Promised and accepted by month',
    month: 'Month',
    yes: (n: number) =>
      `Yes: over ${count(n, 'month', 'months')}, each promise lies inside the interval.`,
    off: (off: number, n: number) =>
      `Off by more than chance in ${off} of ${count(n, 'month', 'months')}.`,
    worst: (month: string, promised: string, accepted: string) =>
      `${month}: ${promised} promised, ${accepted} accepted.`,
    gapAxis: 'promised minus accepted, in 100',
  },
  columns: { promised: 'Promised', accepted: 'Accepted', verdicts: 'Verdicts', likely: 'Likely' },

  line: {
    title: 'Where should the line be?',
    promised: (share: string) => `${share} promised`,
    line: 'Line',
    volume: 'Handed over',
    precision: 'Of those, accepted',
    recall: 'Of all accepted, above',
    points: (n: number) => count(n, 'point', 'points'),
    inForce: (n: number) => `${count(n, 'point', 'points')}, in force`,
    put: (points: number) => `the line at ${points}`,
    tooFew: (n: number, fewest: number) =>
      `${count(n, 'verdict', 'verdicts')} so far: no line is proposed below ${fewest}.`,
    none: (share: string) =>
      `No line keeps ${share}: even leads with the most points are accepted less often.`,
    same: (points: number) => `Where it is: ${points} is the lowest line that keeps it.`,
    lowest: (points: number, share: string) =>
      `The lowest line that keeps it is ${count(points, 'point', 'points')}: ${share} expected above it. What was seen:`,
  },

  change: {
    title: 'What should change?',
    aside: 'proposed by verdicts, decided by you',
    fromStep: '{label}, from {step} on',
    more: (certainty: number) =>
      `${certainty} in 100 that it should count more. On the same verdicts:`,
    less: (certainty: number) =>
      `${certainty} in 100 that it should count less. On the same verdicts:`,
    notNow: 'Not now',
    notNowOf: (label: string) => `Not now: ${label}`,
    noRate: (of: string, fewest: number) => `${of} accepted, no rate below ${fewest}`,
    rate: (of: string, share: string) => `${of} accepted, ${share}`,
    hidden: (n: number) =>
      `${count(n, 'suggestion', 'suggestions')} hidden on this device, until verdicts say something else.`,
    showAgain: 'Show again',
    suspicious: 'Too good or too bad to be true',
    suspicion: (of: string) => `{label}. Held as agreed: ${of} accepted. Filled in afterwards?`,
    tooFew: (n: number, fewest: number) =>
      `${count(n, 'verdict', 'verdicts')} so far: nothing is suggested below ${fewest}.`,
    nothing: 'Nothing. No other points would have predicted verdicts surely enough better.',
  },
  putIn: {
    put: 'Put in draft',
    putting: 'Putting in draft',
    putOf: (what: string) => `Put in draft: ${what}`,
    done: 'In the draft{what}.',
    nothingChanged: 'Nothing was changed.',
  },

  draft: {
    open: (version: number, changes: number) =>
      `A draft of v${version} is open, with ${count(changes, 'change', 'changes')}: read, edit and sign it in {definition}.`,
    definition: 'the definition',
  },
  rescoring: {
    done: (version: number, leads: number) =>
      `v${version} is in force; ${count(leads, 'lead', 'leads')} scored by it.`,
    doing: (version: number, done: number, total: number) =>
      `v${version} is in force. Re-scoring ${number(done)} of ${number(total)} leads; those not reached yet show points of the version before.`,
  },

  toCome: {
    title: 'What verdicts will show',
    soFar: (n: number) => `${number(n)} so far`,
    from: (n: number) => `from ${n}`,
    steps: {
      honest: 'whether the score is honest, and how well it sorts',
      chance: 'a chance beside the points, on every lead',
      line: 'which line keeps the promise',
      points: 'which points should change',
    },
  },
  watch: {
    title: 'Are the leads still the same?',
    aside: 'last 90 days against before',
    tooFew: 'Too few verdicts to compare the last 90 days with those before.',
    none: (n: number) =>
      `Yes: none of ${count(n, 'line', 'lines')} moved by more than leads always do.`,
    others: (psi: number) => `comes from other leads than before, stability ${decimal(psi, 2)}`,
    moving: (psi: number) => `is moving, stability ${decimal(psi, 2)}`,
    rest: (n: number, others: number) =>
      `${count(n, 'other line', 'other lines')} as before. Above ${decimal(others, 2)} these are other leads than those the points were agreed for.`,
    agree: 'Does sales agree with itself?',
    noPairs: 'No lead was judged by two people so far.',
    pairsFew: (n: number, same: number, fewest: number) =>
      `Of ${count(n, 'pair', 'pairs')} of verdicts on one lead, ${number(same)} said the same; no rate is shown below ${fewest}.`,
    pairsShare: (n: number, same: number, share: string) =>
      `Of ${count(n, 'pair', 'pairs')} of verdicts on one lead, ${number(same)} said the same, ${share}.`,
    apart: 'Apart from the others by more than chance',
    rep: (of: string, promised: string) => `accepted ${of}, ${promised} promised`,
  },
};
