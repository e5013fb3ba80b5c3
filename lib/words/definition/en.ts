/** What the room of the lead definition says: the form, what it would do, and how both sides agree on it. */
import { count, number } from '../numbers.ts';
import { change, form, issues } from './en-rules.ts';

export const en = {
  form,
  change,
  issues,

  title: (version: number) => `Lead definition v${version}`,
  loading: 'Fetching the lead definition. One moment.',
  safe: 'Safe: definitions, drafts and signatures stay in the store.',
  fromBefore: 'What is below is from before.',
  draftChip: 'draft',
  editChip: 'not saved yet',
  inForceChip: 'in force',
  signatures: ['no signature yet', 'one of two signatures', 'both signatures'] as const,
  inForceSince: 'in force: v{version} since {when}',
  sinceOf: 'since {when}',
  signedByBoth: 'signed by both sides',
  readOnly:
    'You can read all of it, comment on a draft and sign for your side. Marketing edits it.',
  editHint: 'Change anything below; it becomes a draft when you save it.',
  outdated: (basedOn: number, version: number) =>
    `This draft was made from v${basedOn}, and v${version} is in force by now. Save it again to bring it up to date, or discard it.`,
  views: 'Views of the definition',
  view: { form: 'Form', json: 'JSON', versions: 'Versions' },
  export: 'Export',
  import: 'Import',
  importLabel: 'A lead definition as a JSON file',
  imported: 'Imported. It is among your edits and nobody else sees it yet.',
  importFailed: 'This file was not taken in',
  importSafe: 'Nothing was changed.',
  undo: 'Undo',
  redo: 'Redo',

  unsaved: (n: number) =>
    `Not saved: ${count(n, 'change', 'changes')} to what is in force. Kept in this browser until you save or drop them.`,
  save: 'Save as draft',
  saving: 'Saving',
  drop: 'Drop my edits',
  dropSure: 'Drop your edits?',
  dropMeans: 'What you changed since the last saved draft is gone.',
  keepEditing: 'Keep editing',
  losesSignatures: (n: number) =>
    `Saving makes a new draft and takes ${n === 1 ? 'the signature' : 'both signatures'} away.`,
  saveSafe: 'Your edits are still here, in this browser.',
  wrong: (n: number) => `${count(n, 'thing', 'things')} to correct before it can be saved`,
  conflict: {
    draft: (by: string) => `${by} changed the draft meanwhile.`,
    gone: 'The draft you edited is gone: discarded or put in force.',
    version: (version: number) => `v${version} is in force by now.`,
    kept: 'Your edits are kept. Saving puts yours in place of theirs.',
    theirs: 'Theirs, against what is in force',
    mine: 'Yours, against what is in force',
    takeMine: 'Go on with mine',
    takeTheirs: 'Drop mine, take theirs',
  },

  json: {
    label: 'The definition as JSON',
    hint: 'The same as the form. What is no definition yet stays here until it is one.',
    fine: 'This is a whole definition.',
  },

  suggested: 'Suggested by verdicts: {label} {from} to {to}, {rates}',
  suggestedRates: (having: string, without: string, n: string) =>
    `${having} accepted against ${without} (n ${n})`,
  notNow: 'Not now',
  putIn: 'Put in draft',
  moreSuggestions: (n: number) => `${count(n, 'more suggestion', 'more suggestions')} in “Score”`,

  preview: {
    title: (version: number) => `What v${version} would have done`,
    on: (n: number) => count(n, 'verdict', 'verdicts'),
    trying: 'Trying it …',
    invalid: 'The last version that was whole; correct what is marked to try it again.',
    nothing: 'Nothing differs from what is in force, so there is nothing to try.',
    none: 'No verdicts yet: nothing to try it on.',
    few: (n: number, fewest: number) =>
      `${count(n, 'verdict', 'verdicts')} so far: no rate shown below ${fewest}.`,
    volume: 'volume: handed over',
    precision: 'precision: of these accepted',
    recall: 'recall: of all accepted, above the line',
    safe: 'Your edits and the draft are safe.',
    heaps: 'Points, before and after',
    heapsLabel: (before: string, after: string) =>
      `Judged leads by points, accepted and not, in force above and proposed below. ${before} ${after}`,
    line: (version: number, points: string, n: string) =>
      `v${version}, line at ${points}: ${n} cross`,
    acceptedMark: 'accepted',
    otherMark: 'not accepted',
    asTable: 'As a table',
    columns: {
      points: 'Points',
      before: 'In force',
      after: 'Proposed',
      of: (accepted: string, all: string) => `${accepted} of ${all}`,
    },
    flips: (out: number, come: number) =>
      `Who flips: ${number(out)} drop out, ${number(come)} come in`,
    flipsDetail: (lost: number, avoided: number, won: number, taken: number) =>
      `Drop out: ${number(avoided)} not accepted, ${number(lost)} accepted. Come in: ${number(won)} accepted, ${number(taken)} not.`,
    nobody: 'Nobody changes sides.',
    more: (n: number) => `${number(n)} more, by how far they move`,
    dropsOut: 'drops out',
    comesIn: 'comes in',
    accepted: 'accepted',
    notAccepted: 'not accepted',
    moves: (before: string, after: string) => `${before} to ${after}`,
    withoutName: 'Without a name',
    leads: (days: number) => `Leads of the last ${days} days`,
    leadsOf: (of: number, sampled: boolean) =>
      `${count(of, 'lead', 'leads')} looked at${sampled ? ', a sample' : ''}, judged or not`,
    leadsOver: 'over the line',
  },

  changesTitle: (version: number) => `Changes from v${version}, in words`,

  comments: {
    title: 'Comments',
    none: 'Nobody has said anything yet.',
    write: 'Say something about this draft',
    send: 'Comment',
    sending: 'Sending',
    safe: 'What you wrote is still here.',
    afterSave: 'Save your edits first: comments belong to the draft that both sides see.',
  },

  sign: {
    title: 'Signatures',
    sides: { marketing: 'Marketing', sales: 'Sales' },
    signed: 'signed',
    waiting: 'waiting',
    act: { marketing: 'Sign for marketing', sales: 'Sign for sales' },
    signing: 'Signing',
    withdraw: 'Withdraw',
    withdrawOf: { marketing: 'Withdraw marketing’s signature', sales: 'Withdraw sales’ signature' },
    notYours: {
      marketing: 'A marketer or an administrator signs here.',
      sales: 'Somebody of sales or an administrator signs here.',
    },
    otherSide: 'You signed for the other side; nobody signs for both.',
    editsFirst: 'Save or drop your edits before you sign.',
    withdraws: 'An edit withdraws both.',
    safe: 'Nothing was signed or withdrawn.',
    noDraft: 'No draft is open. What is in force was signed by:',
    inForceBy: '{marketing} for marketing, {sales} for sales',
    nobody: 'nobody',
  },

  start: {
    label: 'Starts on',
    hint: 'The first UTC day it counts. Empty: as soon as it is put in force.',
    at: 'starts {when}, 00:00 UTC',
    atOnce: 'starts as soon as it is put in force',
    safe: 'The day was not changed.',
  },
  publish: {
    act: (version: number) => `Put v${version} in force`,
    actOn: (version: number) => `Put v${version} in force on that day`,
    acting: 'Putting in force',
    needsBoth: 'Both sides have to sign first.',
    after:
      'New events count by it at once; all leads are scored again in the background. Promises start over from the verdicts on record.',
    scheduled:
      'Both have signed. It starts by itself {when}; an edit or a withdrawn signature stops it.',
    safe: 'Nothing was put in force; the draft is as it was.',
    marketingPuts: 'Marketing puts it in force once both have signed.',
    discard: 'Discard the draft',
    discarding: 'Discarding',
    discardSure: 'Discard this draft?',
    discardMeans:
      'The draft, its comments and its signatures are closed for everybody. What is in force stays as it is.',
    keepDraft: 'Keep it',
    stillThere: 'The draft is still there.',
  },

  versions: {
    title: 'Versions',
    now: 'in force',
    first: 'came with the store',
    by: 'put in force by {by}',
    signed: 'signed by {marketing} and {sales}',
    unsigned: 'not signed by both',
    backTo: (version: number) => `back to v${version}`,
    feedback: (n: number) => count(n, 'verdict or flag under it', 'verdicts and flags under it'),
    changes: (n: number) => count(n, 'change', 'changes'),
    rollBack: (version: number) => `Roll back to v${version}`,
    sure: (version: number) => `Make v${version} count again?`,
    means: (next: number, to: number) =>
      `v${next} will say what v${to} said and count at once, with the signatures v${to} had. All leads are scored again in the background; feedback keeps the version it was given under.`,
    stops:
      'The open draft was made from what is in force now; it has to be saved again afterwards.',
    keep: 'Leave it',
    rolling: 'Rolling back',
    safe: 'Nothing was changed; the same version is in force.',
    compare: 'Compare two versions',
    from: 'From',
    to: 'To',
    comparing: 'Comparing …',
    result: (from: number, to: number) => `From v${from} to v${to}`,
    only: 'There is one version so far; what differs shows here from the second on.',
  },
};
