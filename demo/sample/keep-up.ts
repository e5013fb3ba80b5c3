/** Sales keeps up: whoever was handed over some days ago has an answer, so that what waits is what came lately. */
import type { Verdict } from '../../lib/contract/feedback.ts';
import { verdictItem } from '../../lib/feedback/items.ts';
import type { ArcName } from './arcs.ts';
import { makeRandom } from './random.ts';
import { recordOf, type Saying, toolsAt } from './say.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** What is younger waits. */
const ANSWERED_AFTER = 4 * DAY;
const SLEEPS = 60 * DAY;

/** Whoever lives one of these is put off; the others are taken. */
const LATER: readonly ArcName[] = ['goneCold', 'reader', 'scanned', 'optedOut'];

export async function keepUp({ store, team, people, crmHost, now }: Saying): Promise<void> {
  const random = makeRandom('who keeps up');
  for (const [place, { person, arc }] of people.entries()) {
    const rep = random.pick([team.omar, team.lena, team.tom]);
    const card = await store.find(rep.token, recordOf(person, crmHost));
    const handedAt = card?.handoff ? Date.parse(card.handoff.at) : now;
    if (!card?.handoff || card.handoff.answeredAt || handedAt > now - ANSWERED_AFTER) continue;
    const said: Pick<Verdict, 'verdict' | 'reason' | 'note' | 'until'> = LATER.includes(arc)
      ? { verdict: 'recycled', reason: 'bad-timing', note: '', until: dayOf(now + SLEEPS) }
      : { verdict: 'accepted', reason: null, note: '', until: null };
    const at = handedAt + random.between(2, 30) * HOUR;
    await store.feedback(rep.token, [{ ...verdictItem(card, said, toolsAt(at)), seq: place }]);
  }
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
