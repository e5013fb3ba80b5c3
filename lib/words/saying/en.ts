/** Where sales answers: the verdict bar, its forms, flags, history, and what the outbox says of its entries. */
import { count, list, number } from '../numbers.ts';

export const en = {
  verdict: 'Verdict',
  marketingSees: 'marketing sees this',
  cancel: 'Cancel',
  sendKeys: 'Ctrl Enter',
  nothingSaved: 'Not saved: nothing was recorded.',
  covered: 'This panel is covered or faded by the page. Answers are off until it is fully visible.',
  unseen: 'Not saved: the page hid this panel',
  unseenHelp:
    'Nothing was recorded. Answer again when the panel is fully visible, or open Truce beside the page.',
  tooSoon: 'Not saved: the page had only just shown this panel',
  tooSoonHelp: 'Nothing was recorded. If you meant it, press again.',
  wordsKept: 'Not saved. Your words are still here.',
  undo: 'Undo',
  seconds: (n: number) => `${n} s`,

  reason: 'Reason',
  chooseReason: 'Choose a reason: it is what marketing can act on.',
  note: 'Note, optional',
  questionOptional: (question: string) => `${question} Optional.`,

  sleepUntil: 'Sleeps until',
  chooseWake: 'Choose a day after today, or what wakes this lead.',
  tomorrow: 'Tomorrow',
  nextWeek: 'Next week',
  inAMonth: 'In a month',
  nextQuarter: 'Next quarter',
  noDay: 'No day',
  onDay: (label: string, day: string) => `${label}, ${day}`,
  orThisDay: 'Or until this day',
  orWhen: 'Or earlier, when',
  signals: {
    moment: 'They do anything worth telling',
    asks: 'They ask to be called',
    line: 'They reach the line',
  },
  ruleSignal: 'Or when one rule sees something new',
  anyRule: 'No rule',
  wakes: {
    moment: 'they do anything worth telling',
    asks: 'they ask to be called',
    line: 'they reach the line',
    rule: (label: string) => `“${label}” sees something new`,
  },
  aRule: 'one rule',
  sleepsUntil: (day: string, signals: string[]) =>
    signals.length === 0
      ? `Sleeps until ${day}`
      : `Sleeps until ${day}, or until ${list(signals, 'or')}`,
  sleepsFor: (signals: string[]) => `Sleeps until ${list(signals, 'or')}`,

  backSince: 'Back since {when}: {why}.',
  because: {
    day: 'its day has come',
    moment: 'they are active again',
    asks: 'they asked to be called',
    line: 'they reached the line',
    rule: 'something new',
  },
  whileAsleep: (events: number, moments: number) =>
    events === 0
      ? 'Nothing happened while it slept.'
      : `${count(events, 'event', 'events')} while it slept${moments > 0 ? `, ${count(moments, 'moment', 'moments')} among them` : ''}.`,
  pointsThenNow: (then: number, now: number) =>
    then === now
      ? `${count(then, 'point', 'points')} then and now.`
      : `${count(then, 'point', 'points')} then, ${number(now)} now.`,

  by: 'by {who} {when}',
  byYou: 'by you {when}',
  notSentYet: ', not sent yet',
  change: 'Change',
  keep: 'Keep',

  theyJust: '{who} said “{what}” {when}, while you were here.',
  yoursWill: 'Sending yours corrects it: yours counts then, and both stay in the history.',
  theyFirst: '{who} was first: “{what}” {when}.',
  yoursCounts: 'Yours corrects it and counts now; both stay in the history.',
  yoursGoes: 'Yours corrects it once it is sent; both stay in the history.',
  theyAfter: '{who} said “{what}” {when}, after your “{mine}”.',
  theirsCounts: 'Theirs counts now; both stay in the history. You may change it.',

  history: 'History',
  saidSoFar: (verdicts: number, flags: number) =>
    [
      ...(verdicts > 0 ? [count(verdicts, 'verdict', 'verdicts')] : []),
      ...(flags > 0 ? [count(flags, 'flag', 'flags')] : []),
    ].join(', '),
  you: 'You',
  pointsThen: (points: number) => `at ${count(points, 'point', 'points')}`,
  noPointsThen: 'before there was a score',
  about: (label: string) => `“${label}”`,
  answerBy: '{who} answered {when}',

  fromMarketing: 'From marketing',
  earlierAnswers: (n: number) => count(n, 'earlier answer', 'earlier answers'),
  toYour: '{who}, to your “{what}”',

  beforeYouDecide: 'Before you decide',
  moreToKnow: (n: number) => `${number(n)} more to know`,

  notHandedOver: 'Not handed over by marketing',
  answeredAfter: (span: string) => `Answered ${span} after handoff`,
  handedOver: 'Handed over {when}',
  handedOverBy: { line: '', asked: ' because they asked', audit: ' by chance, to test the line' },
  due: ', due {when}, {left} left',
  lateSince: ', was due {when}',

  scoreIs: 'The score is',
  tooHigh: 'Too high',
  tooLow: 'Too low',
  whatIsWrong: (label: string) => `What is wrong with “${label}”?`,
  oneClick: 'One press saves it; a note can follow.',
  flagged: 'Flagged',
  youSaid: 'You said “{what}” {when}.',
  youFlagged: (fault: string) => `You flagged this: ${fault}`,
  addNote: 'Add a note',
  noteToFlag: 'What should marketing know?',
  saveNote: 'Save note',

  teach: {
    on: 'This one is right on the line: no other verdict moves it as much.',
    near: (points: number) =>
      `This one is ${count(points, 'point', 'points')} from the line: verdicts here move it most.`,
    fitOnly: (grade: string) =>
      `The right person who does little (${grade}): your verdict says which of the two counts here.`,
    interestOnly: (grade: string) =>
      `Much interest from an unlikely buyer (${grade}): your verdict says which of the two counts here.`,
    wide: (low: number, high: number) =>
      `Few were like this: the chance is anywhere from ${low} to ${high} in 100. Your verdict narrows it.`,
  },

  savedAsOther:
    'Saved while this browser was connected as somebody else. Trying again sends it as you.',
  savedForOther: (store: string) =>
    `Saved for the store at ${store}. Connect to that one again to send it, or save it as a file.`,
  refusedUnsaid: 'The store refused it without saying why.',
};
