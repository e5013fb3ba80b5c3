/** What the page for the regular meeting says. Nobody is accused on it: both sides are told of in the same words. */
import { count, list, number, plural } from '../numbers.ts';

export const en = {
  title: 'Check-in',
  reading: 'Putting the page together. One moment.',
  safe: 'Safe: what was decided stays in the store.',
  fromBefore: 'What is below is from before.',
  days: (from: string, to: string) => `${from} to ${to}`,
  both: 'Marketing and sales',

  period: {
    label: 'Period',
    weeks: (n: number) => `Last ${count(n, 'week', 'weeks')}`,
    own: 'Other days',
    from: 'From',
    to: 'To',
    show: 'Show',
    wrongWay: 'The first day has to come before the last.',
  },
  print: 'Print',
  nothing: 'Nothing has happened yet',
  nothingHelp:
    'Once leads are handed over and sales says what it makes of them, this page fills by itself. What you decide at your first meeting can be written down here today.',

  numbers: {
    volume: 'Lead volume',
    quality: 'Lead quality',
    handed: (n: number) => plural(n, 'lead handed over', 'leads handed over'),
    ofPromised: (n: number) => `of ${number(n)} promised`,
    notPromised: 'No number was promised.',
    short: (n: number) => `${number(n)} fewer than promised`,
    over: (n: number) => `${number(n)} more than promised`,
    exactly: 'Exactly as many as promised',
    ofShare: (share: string) => `accepted, ${share} promised`,
    accepted: (n: number, of: number) =>
      `${number(n)} accepted of ${count(of, 'verdict', 'verdicts')}`,
    likely: (low: string, high: string) => `likely ${low} to ${high}`,
    inside: 'The promise lies within what chance alone makes: kept, as far as one can say.',
    below: 'Fewer were accepted than promised, by more than chance alone makes.',
    above: 'More were accepted than promised, by more than chance alone makes.',
    tooFew: (n: number, fewest: number) =>
      `${n === 0 ? 'No verdicts' : count(n, 'verdict', 'verdicts')} so far: no rate is shown below ${number(fewest)}.`,
    recycled: (n: number) => `${number(n)} recycled`,
    waiting: (n: number) => `${count(n, 'waits', 'wait')} for a verdict`,
    before: (days: string) => `Before, ${days}`,
    beforeVolume: (n: number) => count(n, 'lead handed over', 'leads handed over'),
    beforeQuality: (share: string, n: number) =>
      `${share} of ${count(n, 'verdict', 'verdicts')} accepted`,
    beforeFew: (n: number) =>
      `${n === 0 ? 'no verdicts' : count(n, 'verdict', 'verdicts')}, too few for a rate`,
  },

  promises: {
    title: 'What each side promised, and what came of it',
    marketing: 'Marketing',
    sales: 'Sales',
    what: {
      volume: 'Leads handed over',
      quality: 'Accepted by sales',
      'handoff-in-time': 'Handed over in time',
      'answer-in-time': 'Feedback answered in time',
      'verdict-in-time': 'Verdict in time',
      'reason-given': 'A reason with every rejection',
    },
    kept: 'kept',
    notKept: 'not kept',
    tooFew: 'too few to say',
    open: 'no promise made',
    of: (kept: number, of: number) => `${number(kept)} of ${number(of)}`,
    promised: (what: string) => `${what} promised`,
    none: 'Nothing fell due in this period.',
    version: (version: number) =>
      `The promises are those of definition v${version}. Below ${number(20)} cases nothing is said.`,
  },

  changes: {
    title: 'What changed',
    none: (version: number) => `Nothing: definition v${version} was in force all the time.`,
    version: (version: number) => `v${version}`,
    since: 'since {when}',
    backTo: (version: number) => `back to v${version}`,
    signed: 'Signed by {marketing} for marketing and {sales} for sales',
    unsigned: 'Not signed by both sides',
    feedback: (n: number) =>
      `${count(n, 'verdict or flag', 'verdicts and flags')} given under it so far`,
  },

  open: {
    title: 'Open decisions',
    none: 'Nothing waits for a decision.',
    draft: (version: number) => `Draft of definition v${version}`,
    waitsFor: (sides: string[]) => `waits for the signature of ${list(sides)}`,
    bothSigned: 'signed by both sides, not in force yet',
    side: { marketing: 'marketing', sales: 'sales' },
    lateAnswers: (n: number) => count(n, 'answer to sales', 'answers to sales'),
    lateAnswersMore: 'longer open than promised',
    lateVerdicts: (n: number) => count(n, 'lead without a verdict', 'leads without a verdict'),
    lateVerdictsMore: 'longer than promised',
    suggestions: (n: number) =>
      count(n, 'change the verdicts speak for', 'changes the verdicts speak for'),
    suggestionsMore: 'none of them drafted yet',
    suspicion: (label: string) => `Leads with “${label}”`,
    suspicionMore: (accepted: number, n: number) =>
      `sales accepted ${number(accepted)} of ${number(n)}: is it a sign of the wrong kind of lead?`,
    pattern: (reason: string, n: number, of: number) =>
      `“${reason}”, ${number(n)} of ${number(of)} alike`,
    patternMore: (label: string) => `they have “${label}” in common: should a rule say so?`,
    disagreement: (n: number) => `Two people, one lead: ${count(n, 'pair', 'pairs')} of verdicts`,
    disagreementMore: (same: number, pairs: number) =>
      `the same in ${number(same)} of ${number(pairs)}: do both sides read the reasons alike?`,
    goTo: {
      queue: 'Open the queue',
      definition: 'Open the definition',
      score: 'Open the score',
      reports: 'Open the reports',
    },
  },

  agenda: {
    title: 'Agenda',
    minutes: (n: number) => `${number(n)} min`,
    total: (n: number) => `${number(n)} minutes in all`,
    points: {
      earlier: (n: number) => `What became of ${count(n, 'earlier decision', 'earlier decisions')}`,
      numbers: 'The two numbers',
      promises: 'Promises of both sides',
      missed: (n: number) => `Promises of both sides, ${number(n)} not kept`,
      changes: (n: number) =>
        `What ${count(n, 'new version', 'new versions')} of the definition changed`,
      open: (n: number) => count(n, 'open decision', 'open decisions'),
      next: 'What was decided, who does it, until when',
    },
  },

  decisions: {
    title: 'Decisions',
    none: 'None written down for this period yet.',
    earlier: 'From before, and still open',
    here: 'In this period',
    by: '{who} wrote it down, {when}',
    due: 'until {day}',
    late: 'was due {day}',
    done: 'Done',
    isDone: 'done {when}',
    notDone: 'Not done after all',
    takeBack: 'Take back',
    labelled: (act: string, text: string) => `${act}: ${text}`,
    takenBack: 'Taken back.',
    what: 'What was decided',
    who: 'Who does it',
    until: 'Until when',
    over: 'These days are over: what you write down now stands in the check-in of days with today in them.',
    optional: 'may stay empty',
    record: 'Write it down',
    recording: 'Writing it down',
    recorded: 'Written down.',
    needsText: 'Say what was decided.',
    safe: 'Nothing was written down. What you typed is still here.',
    safeLine: 'Nothing was changed.',
  },
};
