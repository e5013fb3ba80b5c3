/** What the desk asks, and how long it waits for the answer. */
import { type LeadDefinition, leadDefinition } from '../../../lib/contract/definition.ts';
import { learningAnswer } from '../../../lib/contract/learning.ts';
import { reportName } from '../../../lib/contract/reports.ts';
import type { Client } from '../store/client.ts';
import { timed } from '../store/figures.ts';

export interface Waited {
  question: string;
  /** Milliseconds, sorted. */
  times: number[];
  /** Of the first time, when nothing was at hand. */
  first: number;
  bytes: number;
}

interface Question {
  name: string;
  ask: (client: Client) => Promise<string>;
}

const DAY = 86_400_000;
const day = (ago: number) => new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);
const PERIODS = {
  '12 weeks': `from=${day(83)}&to=${day(0)}`,
  'a year': `from=${day(364)}&to=${day(0)}`,
};

/** A figure of each report whose leads are looked at: the largest one there is. */
const MARKS: Record<string, string> = {
  headline: 'handed',
  funnel: 'step:inquiry',
  reasons: 'rejected:Student',
  recycled: 'recycled',
  sourced: 'marketing',
  calibration: 'band:30',
  delays: 'human:1440',
  drift: `month:${day(30).slice(0, 7)}-01`,
};

/** @returns how long each question took, in the order the desk shows them */
export async function waitedFor(client: Client, requests: number): Promise<Waited[]> {
  // What verdicts teach is made once, in a thread; whoever is measured here does not wait for it.
  const { definition } = learningAnswer.parse(JSON.parse(await client.get('/api/learning')));
  const all: Waited[] = [];
  for (const question of questionsOf(definition)) all.push(await asked(client, question, requests));
  return all;
}

async function asked(client: Client, { name, ask }: Question, requests: number): Promise<Waited> {
  let bytes = 0;
  const began = performance.now();
  bytes = (await ask(client)).length;
  const first = performance.now() - began;
  const times = await timed(requests, 1, () => ask(client));
  return { question: name, first, bytes, times: times.sort((a, b) => a - b) };
}

function questionsOf(definition: LeadDefinition): Question[] {
  return [...reports(), ...queue(), ...definitions(definition), ...checkIns()];
}

function reports(): Question[] {
  const figures = reportName.options.flatMap((name) =>
    Object.entries(PERIODS).map(([period, query]) => ({
      name: `${name}, ${period}`,
      ask: get(`/api/reports/${name}?${query}${name === 'acceptance' ? '&by=source' : ''}`),
    })),
  );
  const more = Object.entries(PERIODS).map(([period, query]) => ({
    name: `acceptance by content, ${period}`,
    ask: get(`/api/reports/acceptance?${query}&by=content`),
  }));
  const behind = Object.entries(MARKS).map(([report, mark]) => ({
    name: `leads behind ${report}, a year`,
    ask: get(`/api/reports/leads?${PERIODS['a year']}&report=${report}&mark=${mark}`),
  }));
  return [...figures, ...more, ...behind, { name: 'segments', ask: get('/api/reports/segments') }];
}

function queue(): Question[] {
  const filter = { said: ['rejected'], sources: ['newsletter'] };
  const first = (of: object) => post('/api/review/queue', { filter: of });
  return [
    { name: 'queue, first page', ask: first({}) },
    { name: 'queue, answered', ask: first({ state: 'answered' }) },
    { name: 'queue, filtered', ask: first(filter) },
    { name: 'queue, by a text', ask: first({ text: 'company 12' }) },
    { name: 'facets', ask: post('/api/review/facets', { filter: {} }) },
    { name: 'facets, filtered', ask: post('/api/review/facets', { filter }) },
    { name: 'patterns', ask: get('/api/review/patterns') },
    { name: 'search', ask: get('/api/leads/search?q=person%2012') },
    { name: 'search for nobody', ask: get('/api/leads/search?q=xylophone') },
  ];
}

function definitions(definition: LeadDefinition): Question[] {
  const after = leadDefinition.parse({ ...definition, mqlAt: definition.mqlAt + 3 });
  return [
    { name: 'definitions', ask: get('/api/definitions') },
    { name: 'preview with 30 days', ask: post('/api/definitions/preview', { definition: after }) },
  ];
}

function checkIns(): Question[] {
  return Object.entries(PERIODS).map(([period, query]) => ({
    name: `check-in, ${period}`,
    ask: get(`/api/check-in?${query}`),
  }));
}

const get = (path: string) => (client: Client) => client.get(path);
const post = (path: string, body: unknown) => (client: Client) =>
  client.post(path, JSON.stringify(body));
