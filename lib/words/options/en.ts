import { count, number, plural } from '../numbers.ts';
import { crms } from './crms-en.ts';

export const en = {
  page: {
    tab: 'Truce options',
    version: (v: string) => `version ${v}`,
    welcome: 'Welcome to Truce',
    options: 'Options',
  },

  first: {
    label: 'First steps',
    what: 'Truce shows on your CRM’s page what marketing knows about a lead, and brings your verdict back to marketing.',
    done: 'Done',
    connect: 'Connect',
    connectHelp: 'to your team’s store, with an invitation link or its address.',
    connectDone: 'This browser is connected.',
    choose: 'Choose where it works',
    chooseHelp: 'Switch on your CRM below, or add the address it runs at.',
    chooseDone: 'What is switched on below is ready.',
    open: 'Open a lead in your CRM',
    openHelp: 'The sidebar comes by itself.',
    pin: 'Pin Truce to the toolbar: the puzzle piece, then the pin. Its button shows what is waiting for you.',
    pinFirefox:
      'Keep Truce in the toolbar: the puzzle piece, then the gear beside Truce. Its button shows what is waiting for you.',
    noStore: 'No store yet? See what it looks like.',
    sample: 'Show a sample',
    hideSample: 'Hide the sample',
    sampleFrame: 'Sample of the sidebar',
    read: 'What is read',
    readHelp:
      'On the CRM sites you allow, and nowhere else: the record’s id from the address, and the name, email, company, title, phone and owner the page shows for it. On lists the same of each row, if scores in lists are on.',
    sent: 'What is sent',
    sentHelp:
      'Exactly that, to look the lead up; and what you say: verdicts, flags and notes with what you saw, and leads you register.',
    whom: 'To whom',
    whomHelp:
      'Only to the store you connect to, which your own team runs. Nobody else, no statistics.',
  },

  connection: {
    title: 'Connection',
    looking: 'Looking whether this browser is connected.',
    connectTitle: 'Connect to your team’s store',
    connectLead:
      'Whoever runs Truce in your team gives you an invitation link, or the address and a way to sign in.',
    refused: 'The store no longer knows this browser',
    refusedHelp:
      'Somebody let it go, or it was not used for a long time. What you said stays saved here, and is sent when you connect again as yourself.',
    connected: 'Connected',
    workspace: 'Workspace',
    you: 'You',
    role: 'Role',
    store: 'Store',
    review: 'Open the review desk',
    definition: 'Open the lead definition',
    disconnect: 'Disconnect',
  },

  parting: {
    title: (n: number) =>
      `${count(n, 'thing', 'things')} you said ${plural(n, 'is', 'are')} not sent yet`,
    lead: 'What is to become of that?',
    send: 'Send first, then disconnect',
    sendHelp: 'This browser is disconnected once everything has arrived.',
    keep: 'Disconnect and keep it here',
    keepHelp: (name: string) =>
      `It stays saved in this browser, and is sent only when you connect to this store as ${name} again.`,
    drop: (n: number) => `Throw away ${count(n, 'thing', 'things')} and disconnect`,
    dropHelp: 'Nobody will see it, and it does not come back.',
    stay: 'Stay connected',
    notSent: (n: number) =>
      `${count(n, 'thing', 'things')} could not be sent, so this browser is still connected`,
    notSentHelp: 'Under “Not sent yet” it says why. Try again, or choose something else.',
  },
  saveAsFile: 'Save as file',

  connect: {
    address: 'Store address or invitation link',
    noAddress: 'This is not a web address.',
    signIn: (name: string) => `Sign in with ${name}`,
    window: 'Go on in the window that has opened.',
    invited: 'An invitation to {store}. It connects this browser, once.',
    orCode: 'Or with a one-time code',
    code: 'One-time code',
    noCode: 'A code has 8 letters and digits.',
    connecting: 'Connecting',
    connect: 'Connect',
  },

  devices: {
    title: 'Your other browsers',
    used: 'last used {when}',
    unused: 'not used since it was connected {when}',
    letGo: 'Let go',
    letGoOf: (label: string) => `Let go: ${label}`,
    ask: (label: string) => `Let go of ${label}?`,
    help: 'It can do nothing with your name from then on, and has to be connected again. What was said there and not sent yet stays in it.',
  },
  keep: 'Keep it',

  team: {
    title: 'Your store',
    admin:
      'Who is in, which tools send events, files to bring in, what a person asked to be given or erased.',
    marketer: 'Which tools send events, files to bring in, and people who turned out to be one.',
    alone: 'You are the only one in this store',
    aloneHelp:
      'Invite the people who work leads, and a second administrator, so that nobody is locked out when you are away.',
    invite: 'Invite somebody',
    open: 'Open your store',
  },

  ...crms,

  looks: {
    title: 'How Truce shows itself',
    lead: 'For this browser. Every change takes effect at once, in pages that are open as well.',
    where: 'Where the sidebar is',
    inPage: 'In the CRM’s page',
    inPanel: 'In the browser’s side panel',
    panelHelp:
      'The side panel follows the tab in front. Open it with the Truce button in the toolbar; it also works on pages that let no sidebar in.',
    listsHelp: 'A small score beside each lead on the CRM’s own list pages.',
    listsOn: (crm: string) => `Scores in lists of ${crm}`,
    notify: 'Notifications',
    notifyHelp: 'When a lead wakes up, marketing answers you, or your time for a lead runs out.',
    names: 'Name leads in notifications',
    namesHelp: 'Off: they say only how many. A locked screen shows them to everybody.',
    notAllowed: 'The browser was not allowed to',
    notAllowedHelp: 'Notifications stay off. Nothing else was changed.',
  },
  keys: {
    title: 'Keys',
    lead: 'Work everywhere in the browser, on the lead in front.',
    none: 'no key yet',
    change: 'Change the keys',
    whereFirefox:
      'To change them, open about:addons, then the gear, then “Manage Extension Shortcuts”.',
    inside:
      'In the sidebar itself, Alt and a letter give a verdict; the letter is underlined on its button.',
  },

  outbox: {
    title: 'Not sent yet',
    allThere: 'Everything you said is in the store.',
    unread:
      'What you said before cannot be read here just now. Nothing was deleted. Close the browser and open it again; what can be read then is sent.',
    safe: 'Safe in this browser, and sent as soon as the store answers.',
    refused: (n: number) =>
      n === 1
        ? 'The store refused one: it waits for you here and holds up nothing else.'
        : `The store refused ${number(n)}: they wait for you here and hold up nothing else.`,
    andMore: (n: number) =>
      `and ${number(n)} more, safe here as well; the file below has all of them.`,
    tryAll: 'Try all again now',
    tryAgain: 'Try again',
    drop: 'Drop',
    ask: 'Drop this for good?',
    dropIt: 'Drop it',
    dropHelp: (what: string) =>
      `“${what}” was never stored and nobody else has seen it. Once dropped it cannot be brought back.`,
    registered: 'Registered a lead',
    answered: (what: string) => `Answered: ${what}`,
    facts: '{state}, said {when}',
    onItsWay: 'on its way',
    attention: 'needs attention',
    saved: 'saved here, not sent yet',
    soon: 'saved here, next try within a minute',
    next: (when: string) => `saved here, next try ${when}`,
  },

  stored: {
    title: 'Kept in this browser',
    lead: 'Leads you opened are kept for a while, so that the sidebar is there at once. What you said and is not sent yet is kept apart and stays.',
    none: 'No leads are kept here.',
    leads: (n: number) => count(n, 'lead', 'leads'),
    oldest: (when: string) => `the oldest seen ${when}`,
    also: 'Besides: your connection, the CRM sites you switched on and how the sidebar was left on them, and what was taught.',
    forget: 'Forget cached leads',
    all: 'Delete everything here',
    ask: 'Delete everything that Truce keeps in this browser?',
    deleteAll: 'Delete everything',
    help: 'Leads, the connection, sites, taught CRMs and settings go. What is in your team’s store stays there.',
    unsent: (n: number) =>
      n === 1
        ? 'One thing you said is not sent yet and would be lost. Save it as a file first.'
        : `${number(n)} things you said are not sent yet and would be lost. Save them as a file first.`,
  },
};
