/** The queue of this page: its lines, its views, its answers, and the address that says what is looked at. */
import { v4 } from 'uuid';
import { done, failed } from '../../lib/contract/problem.ts';
import type { ReviewFilter } from '../../lib/contract/review.ts';
import type { ResolutionKind } from '../../lib/contract/words.ts';
import {
  everyLine,
  queueAnswers,
  refusedAnswers,
  unsentAnswers,
} from '../../lib/desk/queue-answers.ts';
import { addressOf, EVERYTHING, filterAt } from '../../lib/desk/queue-filter.ts';
import { queueViews } from '../../lib/desk/queue-views.ts';
import { alikeTo, reviewQueue } from '../../lib/desk/review-queue.ts';
import { savedViewStore } from '../../lib/desk/saved-views.ts';
import { announce, onAnnounced } from '../../lib/platform/announce.ts';
import { ask, page } from './desk.ts';

const { connection, connections, outbox, sending, signal } = page;

export const queue = reviewQueue({
  ask,
  connection,
  unsent: () => unsentAnswers(sending.now.get().entries),
  refused: () => refusedAnswers(sending.now.get().entries),
  filter: filterAt(location.hash) ?? EVERYTHING,
});
export const views = queueViews({ ask, connection, store: savedViewStore, id: v4 });
export const answers = queueAnswers({
  outbox,
  connection: connections.read,
  ask,
  onChange: () => announce('outbox'),
});

/** The views are counted when the queue is there, and again when somebody comes back. */
let counted: string | null = null;
function countViews() {
  const now = queue.view.get();
  if (now.is !== 'queue' || counted === now.member.memberId) return;
  counted = now.member.memberId;
  void views.open(now.marketingHours);
}
queue.view.subscribe(countViews);
onAnnounced('outbox', queue.refreshQuietly, signal);

export function lookAgain(): void {
  queue.refreshQuietly();
  counted = null;
  countViews();
}

/** Back and forward go through what was looked at; letters typed one after the other are one step. */
export function show(filter: ReviewFilter): void {
  const now = queue.view.get();
  const before = now.is === 'queue' ? now.filter : EVERYTHING;
  const onlyText = addressOf({ ...before, text: '' }) === addressOf({ ...filter, text: '' });
  const address = addressOf(filter);
  if (onlyText && before.text !== '') history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  queue.show(filter);
}

function followAddress() {
  const filter = filterAt(location.hash);
  if (filter) queue.show(filter);
}
for (const kind of ['hashchange', 'popstate'] as const) {
  window.addEventListener(kind, followAddress, { signal });
}

export async function answer(said: Parameters<typeof answers.say>[0]) {
  const saved = await answers.say(said);
  if (saved.ok) queue.answered(said.map(({ feedbackId }) => feedbackId));
  return saved;
}

/** The same answer for all open lines like the one that is open. */
export async function answerAlike(said: { resolution: ResolutionKind; reply: string }) {
  const now = queue.view.get();
  const opened = now.is === 'queue' && now.opened.is === 'case' ? now.opened.case.line : null;
  const like = opened && alikeTo(opened);
  if (!like) return failed('not-found', 'This case is not open any more', 'Nothing was sent.');
  const lines = await everyLine(ask, like);
  if (!lines.ok) return lines;
  const waiting = lines.value.filter(({ entry }) => !queue.isAnswered(entry.id));
  return answer(
    waiting.map(({ entry }) => ({ ...said, feedbackId: entry.id, leadId: entry.leadId })),
  );
}

export async function undo(): Promise<string[]> {
  const back = await answers.undo();
  queue.takenBack(back);
  return back;
}

export async function find(text: string) {
  const found = await ask('lead.search', { text });
  return found.ok ? done(found.value.leads) : found;
}
