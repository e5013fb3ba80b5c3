/** The closed lists of the contract as people read them, and what the small parts of every screen say. */
import { count } from '../numbers.ts';

export const en = {
  /** Short for the chip, long for whoever does not know the letters. */
  stages: {
    inquiry: { short: 'Inquiry', long: 'Inquiry' },
    mql: { short: 'MQL', long: 'Marketing qualified lead' },
    sal: { short: 'SAL', long: 'Sales accepted lead' },
    sql: { short: 'SQL', long: 'Sales qualified lead' },
    opportunity: { short: 'Opportunity', long: 'Opportunity' },
    won: { short: 'Won', long: 'Won' },
    rejected: { short: 'Rejected', long: 'Rejected before contact' },
    disqualified: { short: 'Disqualified', long: 'Disqualified after contact' },
    recycled: { short: 'Recycled', long: 'Recycled: good, not now' },
    lost: { short: 'Lost', long: 'Lost' },
  },
  /** What was said, what the button says, and when it may be said (always, where that is empty). */
  verdicts: {
    accepted: { said: 'Accepted', act: 'Accept', when: '' },
    rejected: { said: 'Rejected', act: 'Reject', when: 'before contact' },
    qualified: { said: 'Qualified', act: 'Qualify', when: 'after contact' },
    disqualified: { said: 'Disqualified', act: 'Disqualify', when: 'after contact' },
    recycled: { said: 'Recycled', act: 'Recycle', when: 'good, not now' },
  },
  flags: {
    score_too_high: 'Score too high',
    score_too_low: 'Score too low',
    signal_wrong: 'Signal is wrong',
  },
  faults: {
    bot: 'A machine did it',
    not_this_person: 'Not this person',
    wrong_attribution: 'Wrong attribution',
    outdated: 'Outdated',
  },
  /** Marketing's answer: what is said, what to write beside it, and what it does. */
  resolutions: {
    changed: {
      said: 'Changed in the definition',
      act: 'Changed in the definition',
      hint: 'a rule, a threshold or a reason',
    },
    kept: { said: 'Kept, because', act: 'Kept because …', hint: 'needs a sentence' },
    duplicate: { said: 'Duplicate', act: 'Duplicate', hint: 'already answered elsewhere' },
    corrected: {
      said: 'Data corrected',
      act: 'Data corrected',
      hint: 'the score is computed again',
    },
  },
  roles: { rep: 'sales', marketer: 'marketing', admin: 'administrator' },

  on: 'On',
  off: 'Off',
  choose: 'Choose',
  crmGroups: { own: 'Taught here', team: 'From your team', 'built-in': 'Come with Truce' },

  allSent: 'all sent',
  unread: 'what you said before cannot be read here',
  needAttention: (n: number) => count(n, 'needs attention', 'need attention'),
  sending: 'sending',
  sendingMany: (n: number) => `${n} sending`,
  savedHere: 'saved here, not sent yet',
  savedHereMany: (n: number) => `${n} saved here, not sent yet`,

  tryAgain: 'Try again',
  trying: 'Trying',
  close: 'Close',
  closeSidebar: 'Close the sidebar',
  moveLeft: 'Move to the left',
  moveRight: 'Move to the right',
  undo: 'Undo',
};
