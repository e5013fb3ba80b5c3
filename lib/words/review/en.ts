/** What marketing's desk says. */
import { count } from '../numbers.ts';

export const en = {
  // The page around
  rooms: 'Rooms',
  queue: 'Queue',
  definition: 'Definition',
  score: 'Score',
  reports: 'Reports',
  'check-in': 'Check-in',
  yourStore: 'Your store',
  loading: 'Loading the queue',
  oneMoment: 'One moment.',
  notConnected: 'This browser is not connected',
  notConnectedHelp:
    'The desk shows what sales said about your team’s leads. Connect to your team’s store to see it.',
  connect: 'Connect',
  notMarketer: 'The desk is for marketing',
  notMarketerHelp: (name: string) =>
    `You are connected as ${name}, for sales. Marketing answers here what sales said; their answers to you come to the sidebar of the lead.`,
  askForRole: (workspace: string) =>
    `If you do work for marketing, ask the administrator of ${workspace} for that role.`,
  safe: 'Safe: answers you already sent are saved here or in the store.',

  // What to look at
  whatToLookAt: 'What to look at',
  needsAnswer: 'Needs an answer',
  answered: 'Answered',
  filter: 'Filter',
  filterOn: 'Filter, on',
  whatSalesSaid: 'What sales said',
  reason: 'Reason',

  // Who waits
  nothingNeeds: 'Nothing needs an answer',
  need: (n: number) => count(n, 'needs an answer', 'need an answer'),
  haveAnswer: (n: number) => count(n, 'answered', 'answered'),
  newestFirst: 'Newest first.',
  comesHere: 'When sales rejects, disqualifies or flags something, it comes here by itself.',
  noneLate: (hours: number) =>
    `None is older than the ${count(hours, 'hour', 'hours')} marketing promised. Longest waiting first.`,
  someLate: (late: number, hours: number) =>
    `${count(late, 'is', 'are')} older than the ${count(hours, 'hour', 'hours')} marketing promised. Longest waiting first.`,
  loadedBefore: 'This is what was loaded before.',
  columns: {
    lead: 'Lead',
    marketing: 'From marketing',
    sales: 'From sales',
    points: 'Then, now',
    rep: 'Rep, age',
  },
  withoutName: 'Without a name',
  sourceUnknown: 'source unknown',
  noCampaign: 'no campaign',
  pointsThen: 'points then',
  now: 'now',
  same: 'same',
  late: (age: string) => `late, ${age}`,
  noneLikeThat: (loaded: number) => `None of the ${loaded} loaded ones is like that.`,
  showAll: 'Show all',
  loadMore: 'Load more',
  loadingMore: 'Loading',
  keysMove: '{j} {k} move',
  keysAnswer: '{one} to {four} answer',
  keysReply: '{r} reply',
  allKeys: 'All keys, ?',

  // The case
  theCase: 'Case',
  back: 'Back to the queue',
  opening: 'Opening this case.',
  choose: 'Choose a line to see what the rep saw and what is true today.',
  position: (at: number, of: number) => `${at} of ${of}`,
  aboutLine: 'About the line “{line}”.',
  noNote: 'No note.',
  answerOtherwise: 'Answer otherwise',
  feedback: 'Feedback',
  quoted: (note: string) => `“${note}”`,

  // What the rep saw beside today
  differ: (n: number) => (n === 0 ? 'No line differs' : count(n, 'line differs', 'lines differ')),
  repSaw: 'What the rep saw',
  today: 'Today',
  pointsTogether: 'Points together',
  promisedChance: 'Promised chance',
  stage: 'Stage',
  higher: (points: number) => `${points} higher`,
  lower: (points: number) => `${points} lower`,
  notEnough: 'not enough information',
  noneClaimed: 'none was claimed',
  inHundred: 'in 100',
  notThere: 'not there',
  gone: 'gone',
  times: (n: number) => (n === 1 ? 'once' : count(n, 'time', 'times')),
  atCap: 'at its cap',
  byMachines: (n: number) => `${n} by machines`,
  fresh: 'new',
  since: (n: number) => `${n} since`,

  // The answer
  marketingsAnswer: 'Marketing’s answer',
  chooseOne: 'Choose one of the four.',
  keptBecause: 'Kept because',
  reply: 'Reply, optional',
  sayWhy: 'Say why it is kept: the rep reads this sentence.',
  notSaved: 'Not saved. Your words are still here.',
  seesThis: '{rep} sees this in the sidebar.',
  send: 'Send',
  sendAndNext: 'Send and next',
  answeredNow: (n: number) => `${n} answered`,
  ctrlEnter: 'Ctrl Enter',

  // Keys
  keys: 'Keys',
  keyHelp: {
    move: ['J, K', 'next and previous line'],
    open: ['Enter', 'open the line'],
    pick: ['1 to 4', 'choose the kind of answer'],
    reply: ['R', 'write the reply'],
    send: ['Ctrl Enter', 'send and go to the next'],
    keys: ['?', 'these keys'],
  },
  singleKeys: 'Single keys work. They rest while you type.',
};
