/** A team whose last campaign brought students: what its leads did, and what a colleague said of them, through the store's doors. */
import { Analytics } from '@segment/analytics-node';
import { pairAnswer } from '../../../lib/contract/access.ts';
import { type FeedbackItem, feedbackAnswer } from '../../../lib/contract/feedback.ts';
import { leadCard } from '../../../lib/contract/lead.ts';
import { realTools, verdictItem } from '../../../lib/feedback/items.ts';
import type { Person, Scene } from './scene.ts';
import { call } from './workspace.ts';

export const FAIR = 'Campus fair';
const LETTER = 'Autumn letter';
const DAY = 86_400_000;

/** Somebody who came from one of the two campaigns, and what sales makes of them. */
interface Visitor {
  email: string;
  campaign: string;
  rejected: boolean;
}

/** 28 rejections, 25 of them from the fair; 40 that were accepted, one of them from the fair. Two rejections are left to a rep. */
const VISITORS: readonly Visitor[] = Array.from({ length: 68 }, (_, n) => {
  const rejected = n < 28;
  const fromFair = rejected ? n < 25 : n === 67;
  return { email: `visitor@company-${n}.example`, campaign: fromFair ? FAIR : LETTER, rejected };
});

const contextOf = (name: string) => ({ campaign: { name, source: 'events', medium: 'letter' } });

/** Sends what visitors did, and lets `people` of the CRM come from the fair too. */
async function sendVisits({ store, workspace }: Scene, people: readonly Person[]): Promise<void> {
  const client = new Analytics({ host: store.url, writeKey: workspace.writeKey, flushAt: 100 });
  const all = [
    ...VISITORS.map(({ email, campaign }) => ({ campaign, traits: { email } })),
    ...people.map(({ email, firstName, lastName }) => ({
      campaign: FAIR,
      traits: { email, firstName, lastName },
    })),
  ];
  for (const [n, { campaign, traits }] of all.entries()) {
    const timestamp = new Date(Date.now() - (3 + (n % 9)) * DAY);
    const came = { userId: traits.email, timestamp, context: contextOf(campaign) };
    client.identify({ ...came, traits });
    client.track({ ...came, event: 'Form Submitted', properties: { name: 'Planning guide' } });
    client.track({ ...came, event: 'Webinar Attended', properties: { name: 'Planning' } });
    client.page({ ...came, properties: { path: '/pricing', title: 'Pricing' } });
  }
  await client.closeAndFlush();
}

/** @returns the ids of all leads, by address */
export async function bringTheFair(
  scene: Scene,
  people: readonly Person[],
): Promise<Map<string, string>> {
  const { workspace, store, crm } = scene;
  await sendVisits(scene, people);
  const leads = new Map<string, string>();
  for (const email of [...VISITORS, ...people].map((each) => each.email)) {
    const leadId = await workspace.find(crm.origin, email);
    if (!leadId) throw new Error(`The store lost ${email}.`);
    leads.set(email, leadId);
  }
  const code = await workspace.invite('Omar Haddad', 'rep');
  const { token } = await call(store.url, '/api/pair', pairAnswer, {
    body: { code, label: 'Another browser' },
  });
  const items: FeedbackItem[] = [];
  for (const [seq, { email, rejected }] of VISITORS.entries()) {
    const card = await call(store.url, `/api/leads/${leads.get(email)}`, leadCard, { token });
    const verdict = rejected ? ('rejected' as const) : ('accepted' as const);
    const said = { verdict, reason: rejected ? 'student' : null, note: '', until: null };
    items.push({ ...verdictItem(card, said, realTools), seq });
  }
  const { results } = await call(store.url, '/api/feedback', feedbackAnswer, {
    token,
    body: { items },
  });
  const bad = results.find(({ outcome }) => outcome !== 'stored');
  if (bad) throw new Error(`Not stored: ${bad.message}`);
  return leads;
}
