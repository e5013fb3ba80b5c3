import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../lib/platform/browser.ts', () => ({ browser: {} }));

import { done } from '../../../lib/contract/problem.ts';
import { dispatch, type Gate, type Switchboard } from '../../../lib/messaging/answer.ts';
import { type MessageName, RULES } from '../../../lib/messaging/protocol.ts';
import {
  confirmedSender,
  type FramePlace,
  type RawSender,
  type SenderKind,
  senderAt,
} from '../../../lib/messaging/senders.ts';

const OWN = 'chrome-extension://abc/';
const CRM = 'https://crm.example/leads/1';
const tab = { id: 7 };
const isConfirmed = async ({ tabId, frameId, documentId }: FramePlace) =>
  tabId === 7 && frameId === 3 && documentId === 'ours';

/** A frame of ours in the CRM's tab, confirmed. */
const framed = (file: string): RawSender => ({
  id: 'abc',
  url: OWN + file,
  origin: OWN.slice(0, -1),
  tab,
  frameId: 3,
  documentId: 'ours',
});
const own = (file: string): RawSender => ({
  id: 'abc',
  url: OWN + file,
  origin: OWN.slice(0, -1),
  frameId: 0,
});

/** Everybody there is, as the browser describes them, and whom the gate has to take them for. */
const EVERYBODY: [string, RawSender, SenderKind | null][] = [
  ['the scout', { id: 'abc', url: CRM, origin: 'https://crm.example', tab, frameId: 0 }, 'scout'],
  ['the scout where origins are not told', { id: 'abc', url: CRM, tab, frameId: 0 }, 'scout'],
  ['the sidebar', framed('sidebar.html'), 'sidebar'],
  ['the sidebar elsewhere', framed('sidebar-elsewhere.html?x#y'), 'sidebar'],
  ['the card of a list', framed('row-card.html'), 'rows'],
  ['the card of a list elsewhere', framed('row-card-elsewhere.html'), 'rows'],
  ['the lesson', framed('teach.html'), 'teach'],
  ['a sidebar nobody confirmed', { ...framed('sidebar.html'), frameId: 4 }, 'unconfirmed'],
  ['one in another tab', { ...framed('sidebar.html'), tab: { id: 8 } }, 'unconfirmed'],
  [
    'what a confirmed frame shows next',
    { ...framed('teach.html'), documentId: 'b' },
    'unconfirmed',
  ],
  ['the options', { ...own('options.html#crms'), tab }, 'options'],
  ['the popup', own('popup.html'), 'popup'],
  ['the panel beside the page', own('panel.html'), 'panel'],
  ['a lead in a tab of its own', { ...own('panel.html?lead=1'), tab }, 'panel'],
  ['the desk', { ...own('review.html'), tab }, 'review'],
  ['the store’s page', { ...own('store.html'), tab }, 'store'],
  ['another extension', { ...own('popup.html'), id: 'other' }, null],
  ['nobody the browser knows', {}, null],
  ['a frame of the page', { id: 'abc', url: 'https://ad.example/', tab, frameId: 9 }, null],
  ['a page without a tab', { id: 'abc', url: CRM, frameId: 0 }, null],
  ['an address like ours', { id: 'abc', url: `https://x/?${OWN}popup.html`, frameId: 0 }, null],
  [
    'an address that begins like ours',
    { ...own(''), url: 'chrome-extension://abcd/popup.html' },
    null,
  ],
  ['no address', { id: 'abc', url: 'popup.html', tab, frameId: 0 }, null],
  ['a file on the disk', { id: 'abc', url: 'file:///crm.html', tab, frameId: 0 }, null],
  ['the sidebar as a whole tab', { ...framed('sidebar.html'), frameId: 0 }, null],
  ['the options in a frame of a page', framed('options.html'), null],
  ['the sample in a frame of the options', framed('panel.html?sample'), null],
  ['a page we do not have', own('other.html'), null],
  ['a name every object has', own('constructor'), null],
  ['ours in a sandbox', { ...framed('sidebar.html'), origin: 'null' }, null],
];

const who = (raw: RawSender) => confirmedSender(senderAt(raw, OWN, 'abc'), isConfirmed);

describe('who sent a message', () => {
  it.each(EVERYBODY)('%s is judged by what the browser says', async (_, raw, kind) => {
    expect((await who(raw))?.kind ?? null).toBe(kind);
  });
});

/** A gate, and what it let through and refused. */
function atTheGate() {
  const called: string[] = [];
  const refused: string[] = [];
  const switchboard = Object.fromEntries(
    Object.keys(RULES).map((name) => [
      name,
      async () => {
        called.push(name);
        return done(null);
      },
    ]),
  ) as unknown as Switchboard;
  const gate: Gate = { isConfirmed, refused: (name, from) => refused.push(`${name} ${from}`) };
  const send = (name: unknown, raw: RawSender, body: unknown = {}) =>
    dispatch(switchboard, gate, { name, body, sender: senderAt(raw, OWN, 'abc') });
  return { called, refused, send };
}

describe.each(Object.keys(RULES) as MessageName[])('the message %s', (name) => {
  it.each(EVERYBODY)('from %s is let in exactly as declared', async (_, raw, kind) => {
    const { called, refused, send } = atTheGate();
    const declared: readonly SenderKind[] = RULES[name].from;
    // A body that no message takes: who is let in is told that, and nobody else even learns it.
    const answer = await send(name, raw, 0);
    const isAllowed = kind !== null && declared.includes(kind);
    expect(answer).toMatchObject({
      ok: false,
      problem: { code: isAllowed ? 'bad-request' : 'not-allowed' },
    });
    expect(called).toEqual([]);
    expect(refused).toEqual([`${name} ${kind ?? 'nobody'}`]);
  });
});

describe('the switchboard', () => {
  const leadId = '11111111-1111-4111-8111-111111111111';
  const body = { leadId, filter: 'all', before: null };

  it('does what is well-formed and comes from who may ask it', async () => {
    const { called, refused, send } = atTheGate();
    const offer = { nonce: leadId, page: leadId, seat: 'rows' };
    expect(await send('frame.offer', { id: 'abc', url: CRM, tab, frameId: 0 }, offer)).toEqual(
      done(null),
    );
    expect(await send('lead.events', framed('sidebar.html'), body)).toEqual(done(null));
    expect(called).toEqual(['frame.offer', 'lead.events']);
    expect(refused).toEqual([]);
  });

  it('refuses bodies that are not as agreed, before any function sees them', async () => {
    const { called, send } = atTheGate();
    for (const bad of [null, {}, { ...body, leadId: '../x' }, { ...body, leadId: 3 }, 'lead']) {
      expect(await send('lead.events', framed('sidebar.html'), bad)).toMatchObject({
        ok: false,
        problem: { code: 'bad-request' },
      });
    }
    expect(called).toEqual([]);
  });

  it('refuses and counts what is no message of ours, whoever sends it', async () => {
    const { called, refused, send } = atTheGate();
    for (const name of ['connection.read', 'toString', '__proto__', '', null, 7, {}]) {
      expect(await send(name, own('options.html'))).toMatchObject({ ok: false });
    }
    expect(called).toEqual([]);
    expect(refused).toEqual(Array(7).fill('unknown options'));
  });

  it('keeps what an error quotes out of the log', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const failing = new Proxy({} as Switchboard, {
      get: () => async () => {
        throw new TypeError('could not read ada@acme.example');
      },
    });
    const gate: Gate = { isConfirmed, refused: () => undefined };
    const sender = senderAt(framed('sidebar.html'), OWN, 'abc');
    const answer = await dispatch(failing, gate, { name: 'lead.events', body, sender });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'store-error' } });
    expect(log.mock.calls.flat().join(' ')).toMatch(/lead\.events failed: TypeError/);
    expect(JSON.stringify([log.mock.calls, answer])).not.toContain('ada@');
    log.mockRestore();
  });
});
