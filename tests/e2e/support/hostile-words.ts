/** Fills a store with hostile words through its own doors: whatever people, tools and forms can bring in. */
import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { pairAnswer } from '../../../lib/contract/access.ts';
import { definitionsAnswer, inForceAnswer } from '../../../lib/contract/agreement.ts';
import type { LeadDefinition } from '../../../lib/contract/definition.ts';
import { feedbackAnswer } from '../../../lib/contract/feedback.ts';
import { definitionDraft } from '../../../lib/contract/learning.ts';
import { inviteAnswer } from '../../../lib/contract/people.ts';
import { flagItem, realTools, resolutionItem, verdictItem } from '../../../lib/feedback/items.ts';
import { taughtRecipe } from '../../fixtures/recipe.ts';
import type { Marker } from './marker.ts';
import type { Scene } from './scene.ts';
import { call } from './workspace.ts';

const anything = z.unknown();

/** Everything that is shown somewhere has a hostile name afterwards. */
export async function fillWithHostileWords(scene: Scene, marker: Marker): Promise<void> {
  const { store, workspace, crm } = scene;
  const { evil } = marker;
  const { token } = workspace;
  await call(store.url, '/api/sources', anything, {
    token,
    body: { kind: 'segment', label: evil('source') },
  });
  await sendHostile(scene, marker);
  await call(store.url, '/api/settings', anything, {
    token,
    body: { repFigures: true },
    method: 'PUT',
  });
  const rep = await joinedAs(scene, evil('rep'), evil('browser'));
  await publishHostile(scene, marker, rep);

  const leadId = (await workspace.find(crm.origin, scene.hot.email, '1')) ?? '';
  const said = { verdict: 'rejected' as const, reason: 'evil', note: evil('note'), until: null };
  const verdict = { ...verdictItem(await workspace.card(leadId), said, realTools), seq: 0 };
  await say(scene, rep, verdict);
  const flag = { flag: 'score_too_high' as const, ruleId: null, fault: null, note: evil('flag') };
  await say(scene, rep, { ...flagItem(await workspace.card(leadId), flag, realTools), seq: 1 });
  const { resolution, reply } = { resolution: 'kept' as const, reply: evil('reply') };
  await say(scene, token, {
    ...resolutionItem({ leadId, feedbackId: verdict.id, resolution, reply }, realTools),
    seq: 0,
  });
  // What the desk has to answer still; of one who came by a hostile campaign.
  const other = (await workspace.find(crm.origin, scene.others[0]?.email ?? '', '4')) ?? '';
  const again = { ...verdictItem(await workspace.card(other), said, realTools), seq: 2 };
  await say(scene, rep, again);
  await call(store.url, '/api/check-in/decisions', anything, {
    token,
    body: { decisionId: randomUUID(), text: evil('decision'), owner: evil('owner') },
  });
  await call(store.url, '/api/crms/pinewood', anything, {
    token,
    method: 'PUT',
    body: taughtRecipe('pinewood', { name: '<img src=x onerror=alert(1)>\u202E' }),
  });
  await joinTwo(scene);
}

/** What forms and pages bring. */
async function sendHostile({ workspace, store, hot, others }: Scene, marker: Marker) {
  const { evil, code } = marker;
  const traits = { name: evil('person'), title: evil('title'), company: evil('company') };
  const context = { campaign: { name: evil('campaign'), source: evil('origin') } };
  const page = (title: string, url: string) => ({
    type: 'page',
    properties: { title: evil(title), url, path: `/${title}` },
  });
  const about = (email: string) =>
    [
      { type: 'identify', traits: { email, ...traits } },
      page('read', `https://www.truce.example/?q="><img src=x onerror=alert(1)>`),
      page('code', code),
      page('data', 'data:text/html,<script>alert(1)</script>'),
      { type: 'track', event: evil('event'), properties: {} },
      { type: 'track', event: 'Form Submitted', properties: { name: evil('form') } },
      { type: 'track', event: 'Demo Requested', properties: { name: evil('demo') } },
    ].map((each) => ({ ...each, messageId: randomUUID(), userId: email, context }));
  const [colleague] = others;
  const batch = [
    ...about(hot.email),
    ...about(colleague?.email ?? ''),
    // About nobody: kept aside, and shown as what could not be kept.
    { type: 'track', event: evil('refused'), messageId: evil('message'), context },
  ];
  const answer = await fetch(`${store.url}/v1/batch`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`${workspace.writeKey}:`).toString('base64')}`,
    },
    body: JSON.stringify({ batch }),
  });
  if (!answer.ok) throw new Error(`The store refused the hostile words: ${await answer.text()}`);
}

/** @returns the token of a rep of this name */
async function joinedAs({ workspace, store }: Scene, name: string, label: string) {
  const invite = { name, role: 'rep' };
  const { token } = workspace;
  const { code } = await call(store.url, '/api/invites', inviteAnswer, { token, body: invite });
  // One more, who never comes.
  await call(store.url, '/api/invites', inviteAnswer, { token, body: invite });
  return (await call(store.url, '/api/pair', pairAnswer, { body: { code, label } })).token;
}

/** A definition in force whose every word is hostile; another one proposed, with a comment. */
async function publishHostile({ workspace, store }: Scene, { evil }: Marker, rep: string) {
  const { token } = workspace;
  const { current } = await call(store.url, '/api/definitions', definitionsAnswer, { token });
  const evilReason = [{ id: 'evil', label: evil('reason'), question: evil('question') }];
  const hostile: LeadDefinition = {
    ...current,
    name: evil('definition'),
    preset: { name: evil('preset'), source: 'javascript:alert(1)' },
    engagement: current.engagement.map((rule) => ({
      ...rule,
      label: evil(`did-${rule.id}`.slice(0, 20)),
    })),
    fit: current.fit.map((rule) => ({ ...rule, label: evil(`fit-${rule.id}`.slice(0, 20)) })),
    reasons: { rejected: evilReason, disqualified: evilReason, recycled: evilReason },
    stages: { mql: { label: '<i onclick=alert(1)>stage\u202E', means: evil('means') } },
  };
  const draft = (definition: LeadDefinition, basedOn: number) =>
    call(store.url, '/api/definitions/drafts', definitionDraft, {
      token,
      body: { basedOn, definition },
    });
  const { draftId } = await draft(hostile, current.version);
  const of = `/api/definitions/drafts/${draftId}`;
  for (const [who, side] of [
    [token, 'marketing'],
    [rep, 'sales'],
  ] as const) {
    await call(store.url, `${of}/signatures`, anything, { token: who, body: { side } });
  }
  await call(store.url, `${of}/publish`, inForceAnswer, { token, body: {} });
  const next = await draft({ ...hostile, name: evil('proposal') }, current.version + 1);
  await call(store.url, `/api/definitions/drafts/${next.draftId}/comments`, anything, {
    token,
    body: { commentId: randomUUID(), text: evil('comment') },
  });
}

async function say({ store }: Scene, token: string, item: object) {
  const body = { items: [item] };
  const { results } = await call(store.url, '/api/feedback', feedbackAnswer, { token, body });
  if (results[0]?.outcome !== 'stored') throw new Error(`Not kept: ${results[0]?.message}`);
}

/** Two people of hostile names, joined by hand. */
async function joinTwo({ workspace, store, crm, cool, others }: Scene) {
  const name = `"><img src=x onerror=alert(1)>\u202Etwin`;
  const ids: string[] = [];
  for (const { email } of [cool, others[1] ?? cool]) {
    await workspace.send(email, { name }, []);
    ids.push((await workspace.find(crm.origin, email)) ?? '');
  }
  const [leadId, other] = ids;
  const { token } = workspace;
  await call(store.url, `/api/leads/${leadId}/merge`, anything, { token, body: { other } });
}
