import { number } from '../numbers.ts';

/** As a thing in the middle of a sentence. */
const things = {
  name: 'name',
  email: 'email',
  company: 'company',
  title: 'job title',
  phone: 'phone',
  owner: 'owner',
  row: 'row',
};
type Thing = keyof typeof things;

export const en = {
  tab: 'Teach Truce a CRM',
  title: 'Teach Truce {site}',
  steps: { first: 'Person', second: 'Check', list: 'List', name: 'Save' },
  saved: 'Saved',
  otherSide: 'Move to the other side',
  stop: 'Stop teaching',
  stopAsk: 'Stop teaching?',
  stopAct: 'Stop and forget it',
  goOn: 'Go on',
  stopHelp: 'What you pointed at so far is forgotten. Nothing on this site was changed.',
  address: 'The address of this page',
  back: 'Back',
  stopPointing: 'Stop',

  facts: {
    name: 'Name',
    email: 'Email',
    company: 'Company',
    title: 'Job title',
    phone: 'Phone',
    owner: 'Owner',
  },
  needed: 'needed',
  notNeeded: 'not needed',
  again: 'Again',
  againOf: (thing: Thing) => `Again: ${things[thing]}`,
  point: 'Point at it',
  pointOf: (thing: Thing) => `Point at it: ${things[thing]}`,
  doNotReadOf: (thing: Thing) => `Do not read the ${things[thing]}`,
  click: (thing: Thing) =>
    `Click the ${things[thing]} on the page. Esc stops; the up arrow takes the box around.`,

  first: {
    lead: 'Open the page of one person and point at what it says about them.',
    noId: 'Nothing in this page’s address tells which person it shows. Open a person’s own page; a list or a search will not do.',
    called: 'What your CRM calls these people',
    contacts: 'Contacts',
    leads: 'Leads',
    nameFirst: 'Point at the name first.',
    check: 'Check it on another person',
  },
  second: {
    lead: 'Now open another person’s page, as you usually do. Truce reads it by what you taught.',
    firstPage: 'First page',
    thisPage: 'This page',
    right: 'This is right',
    pointHere: (thing: Thing) => `Point at the ${things[thing]} here`,
    doNotRead: 'Do not read it',
  },
  list: {
    lead: 'If your CRM has a list of people, open it and point at any row of it.',
    another: 'Point at another row',
    point: 'Point at a row',
    click: 'Click anywhere in one row. Esc stops.',
    rows: (n: number) => `${n === 1 ? 'One row' : `${number(n)} rows`} in view, the first of them:`,
    goOn: 'Go on',
    without: 'Go on without a list',
  },
  name: {
    label: 'What you call this CRM',
    hint: 'Your colleagues see this name if it is shared with them.',
    empty: 'It needs a name.',
    save: 'Save and use it here',
  },
  done: {
    text: 'Truce can read {name} now. Open a person’s page and the sidebar comes by itself. In the options you can save what you taught as a file or share it with your team.',
    finish: 'Finish',
  },

  refusals: {
    'no-address': () =>
      'There is no email address in what you pointed at. Point at the address itself.',
    'no-number': () => 'There is no phone number in what you pointed at.',
    'no-text': () => 'What you pointed at is empty. Point at the words themselves.',
    'too-much': (thing: Thing) =>
      `That is too much text for a ${things[thing]}. Point at the words themselves, not at what is around them.`,
    'not-alone': () =>
      'Nothing tells this place from others on the page, so Truce would not find it again. Try the words beside it, or the heading.',
    'no-link': () =>
      'The rows of this list do not link to people’s pages, so Truce cannot tell whom they are about. Go on without a list.',
    'no-list': () =>
      'This does not look like one row among others. Point at a person’s name in the list.',
  },
  doubts: {
    same: (thing: Thing) =>
      `Both pages gave the same ${things[thing]}, so this is probably not the person’s own. If it is not, point at the right one.`,
    noName: 'The name was not found on this page. Point at it, so that Truce knows both places.',
    none: (thing: Thing) =>
      `No ${things[thing]} was found on this page. If it shows one, point at it; if this person has none, all is well.`,
  },
  obstacles: {
    same: 'This is still the first person’s page. Open another person’s.',
    'different-pages':
      'This page’s address is of another kind than the first one’s, so it is no second person’s page. Open another person as you opened the first.',
  },
  notWhole: 'What was taught does not make a whole recipe',
  notWholeHelp: 'Go back to the first step and point at the name again. Nothing was saved.',
  notSaved: 'The browser could not save it',
  notSavedHelp: 'Nothing was lost. Try again.',
};
