/** What each report says: its question, its answer, how to read its plot. */
import { count, decimal, list, number, plural } from '../numbers.ts';

const leads = (n: number) => count(n, 'lead', 'leads');
const verdicts = (n: number) => count(n, 'verdict', 'verdicts');

export const panelsEn = {
  funnel: {
    title: 'How far do leads get?',
    aside: 'by week the lead came',
    answer: (came: string, handed: string, accepted: string, won: string) =>
      `Of ${came} that came, ${handed} were handed over, ${accepted} accepted by sales and ${won} won.`,
    note: 'Each row has its own scale. Outlined: still waiting one step before, may come yet.',
    step: 'Step',
    week: (step: string, week: string, n: number) =>
      `${step}, came in the week of ${week}: ${leads(n)}`,
    open: (n: number) => `, ${number(n)} may come yet`,
    ended: {
      waiting: 'Waiting',
      rejected: 'Rejected',
      recycled: 'Recycled',
      disqualified: 'Disqualified',
      lost: 'Lost',
    },
    endedOf: (step: string, how: string) => `${step}, no further: ${how}`,
    byWeek: 'Steps by week',
    cameIn: 'Came in the week of',
    table: 'Steps, and where those stand who got no further',
  },
  calibration: {
    title: 'Is the score honest?',
    off: (points: number) => `${decimal(points, 1)} points off on average`,
    yes: (kept: number, all: number) =>
      `In ${kept} of ${count(all, 'band', 'bands')} the promise lies inside the interval.`,
    tooEarly: 'Too early to tell:',
    /** Enough of them, but not where the same was promised. */
    spread: (n: number, fewest: number) =>
      `${verdicts(n)} so far, and no band of promises has ${number(fewest)} of them`,
    lift: (lift: number) => `The best tenth is accepted ${decimal(lift, 1)} times as often as all.`,
    unpromised: (n: number) => `${verdicts(n)} had no promise beside ${plural(n, 'it', 'them')}.`,
    band: (from: number, to: number) => `${from} to ${to} % promised`,
    bandHead: 'Promised band',
    audit: (n: number) => `, ${number(n)} of them from the audit sample`,
    auditHead: 'Audit sample',
    note: 'On the dashed line promises are kept. Hollow: audit sample, handed over from below the line.',
    promisedAxis: 'promised by the score, %',
    tenthsTitle: 'Does it put the best first?',
    tenth: (n: number) => `Tenth ${n}, by what was promised`,
    tenthsNote: 'Tenths of the leads by what was promised, the best first. Dashed: all of them.',
    all: (share: string) => `all: ${share}`,
    table: 'Promised and accepted, band by band',
  },
  acceptance: {
    title: {
      source: 'Which sources keep the promise?',
      campaign: 'Which campaigns keep the promise?',
      content: 'Which content leads to accepted leads?',
    },
    by: 'Divided by',
    ways: { source: 'Source', campaign: 'Campaign', content: 'Content' },
    aside: 'accepted of verdicts',
    below: (names: string[]) => `Below the promise, intervals included: ${list(names)}.`,
    above: (names: string[]) => `Above it: ${list(names)}.`,
    early: (fewest: number) => `Too early to tell: none of them has ${fewest} verdicts.`,
    inside: 'No interval lies wholly above or below the promise.',
    note: 'Those with the most leads handed over, by their rate.',
    others: (n: number) => count(n, 'other', 'others'),
    more: (n: number) => `Show all ${n}`,
    fewer: 'Show fewer',
    total: 'All',
  },
  reasons: {
    title: 'Why does sales say no?',
    rejected: 'Rejected, before contact',
    disqualified: 'Disqualified, after contact',
    aside: 'n, share so far',
    answer: (top: number, share: string) =>
      top === 1
        ? `The first reason makes ${share} of the rejections.`
        : `The first ${top} reasons make ${share} of the rejections.`,
    none: 'No lead was rejected in these days.',
    recycled: (n: number) =>
      n === 1
        ? '1 recycled lead is not a rejection.'
        : `${number(n)} recycled leads are not rejections.`,
    reason: 'Reason',
    soFar: 'Share so far',
    note: 'Most often given first; the share adds up from the top.',
  },
  delays: {
    title: 'How long does a lead wait?',
    answer: (system: string, human: string) =>
      `Of all waiting, ${system} is the system’s and ${human} people’s.`,
    system: 'System delay',
    human: 'Human delay',
    systemHelp: 'event to handoff',
    humanHelp: 'handoff to first verdict, nights and weekends included',
    inTime: (share: string, promise: string) => `${share} in ${promise}`,
    half: (time: string) => `half in ${time}`,
    waitingMark: (n: number) => `${number(n)} still ${plural(n, 'waits', 'wait')}`,
    lateMark: (n: number, promise: string) => `${number(n)} of them over ${promise}`,
    marketingPromise: (time: string) => `marketing’s promise, ${time}`,
    salesPromise: (time: string) => `sales’ promise, ${time}`,
    bin: (side: string, low: string, high: string) => `${side}, ${low} to ${high}`,
    over: (side: string, low: string) => `${side}, over ${low}`,
    nothing: '0',
    note: 'Above the line the system, below it people. Outlined: after the promise.',
    upTo: 'Up to',
    longer: 'longer',
    table: 'Leads by how long they waited',
    none: 'No lead was handed over in these days.',
  },
  rules: {
    title: 'Which rules tell good leads apart?',
    aside: 'accepted with it, and without',
    answer: (best: string, lift: number) =>
      `Leads with “${best}” are accepted ${decimal(lift, 1)} times as often as those without.`,
    none: (fewest: number) => `No rule has ${fewest} verdicts on both sides yet.`,
    note: 'Filled: leads with the rule, with interval. Hollow: leads without it.',
    rule: 'Rule',
    with: 'With it',
    without: 'Without it',
    lift: 'Lift',
    times: (lift: number) => `${decimal(lift, 1)} ×`,
    withoutSays: (share: string, of: string) => `Without it ${share}, ${of}.`,
    gone: 'no longer in the definition',
  },
  recycling: {
    title: 'What becomes of recycled leads?',
    answer: (recycled: string, woken: string, accepted: string, won: string) =>
      `Of ${recycled} recycled, ${woken} came back, ${accepted} were accepted then and ${won} won.`,
    none: 'No lead was recycled in these days.',
    steps: {
      recycled: 'Recycled',
      woken: 'Came back',
      accepted: 'Accepted then',
      opportunity: 'Opportunity',
      won: 'Won',
    },
    because: 'Brought back by:',
    codes: {
      day: 'their day',
      moment: 'a moment',
      asks: 'asking to be called',
      line: 'reaching the line',
      rule: 'a rule',
      sales: 'sales itself',
    },
    note: 'Each step holds the next. Share of all recycled.',
    step: 'Step',
  },
  sourced: {
    title: 'Who brings the better leads?',
    aside: 'accepted of verdicts',
    answer: (marketing: string, sales: string) =>
      `Sales accepted ${marketing} of marketing’s leads and ${sales} of its own.`,
    early: 'Too few verdicts on one of both to compare.',
    marketing: 'Marketing',
    sales: 'Sales',
    wonOf: (side: string) => `${side}: won`,
    came: 'Came',
    sql: 'Qualified',
    opportunity: 'Opportunity',
    won: 'Won',
    lost: 'Lost',
    side: 'Brought by',
    note: 'Leads that sales registered get no score; who registers a lead has mostly talked to it.',
    steps: 'Of all that came',
  },
  agreement: {
    title: 'Do people judge alike?',
    aside: 'two verdicts on one lead',
    none: 'No lead was judged by two people in these days.',
    few: (pairs: number, same: number, fewest: number) =>
      `Of ${count(pairs, 'pair', 'pairs')} of verdicts, ${number(same)} said the same; no rate shown below ${fewest}.`,
    answer: (pairs: number, share: string) =>
      `Of ${count(pairs, 'pair', 'pairs')} of verdicts on one lead, ${share} said the same.`,
    all: 'All pairs',
    pairs: 'Pairs',
    same: 'Said the same',
    reason: 'Reason',
    note: 'Of the pairs in which one gave this reason: how often the other gave it too.',
    fewPairs: (n: number, fewest: number) =>
      `${count(n, 'pair', 'pairs')}: no rate shown below ${fewest}`,
    says: (name: string, share: string, of: string, range: string) =>
      `${name}: ${share} the same, ${of} pairs, likely ${range}.`,
    apart: (n: string) => `List the leads judged differently (${n} pairs)`,
    reps: 'Rates of single people',
    repsNote:
      'Leads are not dealt out by chance: a difference says nothing about who judges better.',
    repsShown: 'Shown because an administrator allows it.',
    repsOff: 'Figures of single people are off. An administrator may allow them.',
    allow: 'Figures of single people',
    allowHelp:
      'Everybody who sees reports then sees acceptance by name. Made to find different readings of a reason, not to rank people. In many countries people have a say in it: ask them first.',
    member: 'Person',
  },
  drift: {
    title: 'Does the score stay honest?',
    aside: 'month by month',
    answer: (kept: number, all: number) =>
      `In ${kept} of ${count(all, 'month', 'months')} the promise lies inside the interval.`,
    early: (fewest: number) => `Too early to tell: no month with a promise has ${fewest} verdicts.`,
    month: 'Month',
    note: 'Dot: accepted, with interval. Dash: promised.',
    promisedSays: (share: string) => `Promised: ${share}.`,
    moved: (names: string[]) => `Comes from other leads than before: ${list(names)}.`,
    still: 'No rule comes from other leads than before.',
    input: 'Rule',
    stability: 'Stability',
    inputs: 'Inputs, of all verdicts so far',
  },
};
