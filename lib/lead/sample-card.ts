/** A made-up lead, so that people without a store see what Truce shows. */
import { type LeadCard, leadCard } from '../contract/lead.ts';
import type { SeenRecord } from '../contract/record.ts';
import { sampleWords } from '../words/sample.ts';

const DAY = 86_400_000;
const LEAD = '5a000000-0000-4000-8000-000000000001';

/** The record it would stand on. */
export const SAMPLE_SEEN: SeenRecord = {
  record: { crm: 'sample', org: 'sample', kind: 'lead', id: '1' },
  crmName: 'CRM',
  facts: {},
  settled: true,
};

/** @returns the lead as it is at this moment, in the language spoken now */
export function sampleCard(now: number): LeadCard {
  const t = sampleWords();
  return leadCard.parse({
    leadId: LEAD,
    rev: 1,
    who: {
      name: 'Marit Sandvik',
      title: t.title,
      company: t.company,
      email: 'marit.sandvik@harbour-logistics.example',
    },
    knownBy: ['email'],
    stage: 'mql',
    optedOut: false,
    salesSourced: false,
    colleagues: 0,
    score: sampleScore(now),
    story: [
      { text: t.story.came, url: null },
      { text: t.story.pricing, url: 'https://www.example.com/pricing' },
      { text: t.story.after, url: null },
    ],
    counts: { all: 6, moments: 6 },
    content: [
      {
        title: t.story.pricing,
        url: 'https://www.example.com/pricing',
        times: 3,
        lastAt: ago(now, 1.1),
      },
      { title: t.guide, url: null, times: 1, lastAt: ago(now, 20) },
    ],
    moments: sampleMoments(now),
    sources: [{ name: t.events.website, lastAt: ago(now, 1), heardAt: ago(now, 0.01) }],
    feedback: [],
    warnings: [],
    handoff: { at: ago(now, 0.1), dueAt: ago(now, -0.1), answeredAt: null, by: 'asked' },
    definition: sampleDefinition(),
    asOf: ago(now, 0),
  });
}

const ago = (now: number, days: number) => new Date(now - days * DAY).toISOString();

function sampleScore(now: number) {
  const t = sampleWords().rules;
  const line = (ruleId: keyof typeof t, points: number, more: object = {}) => ({
    ruleId,
    label: t[ruleId],
    side: 'engagement',
    points,
    times: 0,
    discounted: 0,
    lastAt: null,
    halfAt: null,
    capped: false,
    ...more,
  });
  const did = (times: number, days: number) => ({
    times,
    lastAt: ago(now, days),
    halfAt: ago(now, days - 90),
  });
  return {
    points: 46,
    chance: {
      percent: 71,
      low: 64,
      high: 77,
      like: { n: 214, accepted: 152, from: 43, to: 49 },
      verdicts: 612,
    },
    verdicts: 612,
    fitPoints: 11,
    engagementPoints: 35,
    grade: 'A2',
    enough: true,
    mqlAt: 40,
    definitionVersion: 1,
    contributions: [
      line('demo', 20, { ...did(1, 1), evidence: { n: 96, accepted: 81 } }),
      line('pricing', 10, { ...did(3, 1.1), capped: true, evidence: { n: 187, accepted: 129 } }),
      line('webinar', 8, { ...did(1, 9), evidence: { n: 84, accepted: 62 } }),
      line('operations', 7, { side: 'fit', evidence: { n: 214, accepted: 148 } }),
      line('address', 4, { side: 'fit', evidence: { n: 402, accepted: 241 } }),
      line('opened', 0, { discounted: 4, lastAt: ago(now, 2) }),
      line('careers', -3, did(1, 30)),
    ],
    wouldChange: [{ ruleId: 'unsubscribed', label: t.unsubscribed, points: -20, crosses: true }],
    trend: [11, 11, 12, 12, 11, 11, 14, 14, 13, 13, 21, 21, 20, 20, 26, 46],
    at: ago(now, 0),
  };
}

function sampleMoments(now: number) {
  const t = sampleWords().events;
  const pricing = 'https://www.example.com/pricing';
  return [
    moment(1, 'demo_requested', ago(now, 1), t.demo, t.website),
    { ...moment(2, 'page_viewed', ago(now, 1.1), t.pricing, t.website), url: pricing },
    moment(3, 'webinar_attended', ago(now, 9), t.webinar, t.website),
    moment(4, 'content_downloaded', ago(now, 20), t.guide, t.website),
    moment(5, 'page_viewed', ago(now, 30), t.jobs, t.website),
    { ...moment(6, 'email_clicked', ago(now, 42), t.newsletter, t.mail), campaign: t.campaign },
  ];
}

const moment = (place: number, kind: string, at: string, title: string, source: string) => ({
  id: `5a000000-0000-4000-8000-00000000010${place}`,
  kind,
  at,
  title,
  detail: null,
  url: null as string | null,
  source,
  campaign: null as string | null,
  moment: true,
  machine: false,
  clockCorrected: false,
});

function sampleDefinition() {
  const t = sampleWords();
  const { reasons } = t;
  return {
    version: 1,
    name: t.definition,
    preset: { name: t.definition, source: 'https://www.example.com/definition' },
    halfLifeDays: 90,
    reasons: {
      rejected: [
        { id: 'market', label: reasons.market, question: t.markets },
        { id: 'person', label: reasons.person },
        { id: 'student', label: reasons.student },
      ],
      disqualified: [
        { id: 'budget', label: reasons.budget },
        { id: 'need', label: reasons.need },
      ],
      recycled: [
        { id: 'timing', label: reasons.timing, question: t.happens },
        { id: 'later', label: reasons.later },
      ],
    },
    signedBy: { marketing: t.marketing, sales: t.sales },
  };
}
