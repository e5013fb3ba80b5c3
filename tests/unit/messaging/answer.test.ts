import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../lib/platform/browser.ts', () => ({ browser: {} }));

import { done } from '../../../lib/contract/problem.ts';
import {
  dispatch,
  type Sender,
  type Switchboard,
  senderOf,
} from '../../../lib/messaging/answer.ts';
import { RULES } from '../../../lib/messaging/protocol.ts';

const OWN = 'chrome-extension://abc/';
const confirmed = async (tabId: number, frameId: number) => tabId === 7 && frameId === 3;
const from = (raw: object) => senderOf({ id: 'abc', ...raw }, OWN, 'abc', confirmed);

describe('who sent a message', () => {
  it('is judged by what the browser says of them', async () => {
    const tab = { id: 7 };
    const crm = 'https://crm.example/';
    expect(await from({ url: `${OWN}popup.html` })).toMatchObject({ kind: 'page' });
    expect(await from({ url: `${OWN}options.html`, tab, frameId: 0 })).toMatchObject({
      kind: 'page',
    });
    expect(await from({ url: `${OWN}sidebar.html`, tab, frameId: 3 })).toMatchObject({
      kind: 'frame',
    });
    expect(await from({ url: `${OWN}sidebar.html`, tab, frameId: 4 })).toMatchObject({
      kind: 'unconfirmed',
    });
    expect(await from({ url: crm, tab, frameId: 0 })).toMatchObject({ kind: 'scout' });
  });

  it('is nobody for other extensions, frames of the page, and addresses that only look like ours', async () => {
    const tab = { id: 7 };
    expect(await from({ id: 'other', url: `${OWN}popup.html` })).toBeNull();
    expect(await from({ url: 'https://ad.example/', tab, frameId: 9 })).toBeNull();
    expect(
      await from({ url: 'https://x.example/?chrome-extension://abc/', frameId: 0 }),
    ).toBeNull();
    expect(await from({})).toBeNull();
  });
});

describe('the switchboard', () => {
  const called: string[] = [];
  const switchboard = Object.fromEntries(
    Object.keys(RULES).map((name) => [
      name,
      async () => {
        called.push(name);
        return done(null);
      },
    ]),
  ) as unknown as Switchboard;
  const scout: Sender = { kind: 'scout', tabId: 7, frameId: 0 };
  const frame: Sender = { kind: 'frame', tabId: 7, frameId: 3 };
  const unconfirmed: Sender = { ...frame, kind: 'unconfirmed' };
  const leadId = '11111111-1111-4111-8111-111111111111';
  const body = { leadId, filter: 'all', before: null };

  it('lets a CRM page’s process offer and report, and nothing that answers with data', async () => {
    for (const name of ['lead.events', 'lead.find', 'review.list', 'connection.pair'] as const) {
      expect(await dispatch(switchboard, name, { leadId }, scout)).toMatchObject({
        ok: false,
        problem: { code: 'not-allowed' },
      });
    }
    expect(
      await dispatch(
        switchboard,
        'frame.offer',
        { nonce: leadId, page: leadId, seat: 'rows' },
        scout,
      ),
    ).toEqual(done(null));
  });

  it('gives a frame nothing before it is confirmed, and never the review desk or the connection', async () => {
    expect(await dispatch(switchboard, 'lead.events', body, unconfirmed)).toMatchObject({
      ok: false,
    });
    expect(await dispatch(switchboard, 'lead.events', body, frame)).toEqual(done(null));
    expect(await dispatch(switchboard, 'connection.forget', {}, frame)).toMatchObject({
      ok: false,
    });
    expect(await dispatch(switchboard, 'lead.events', body, null)).toMatchObject({ ok: false });
  });

  it('refuses bodies that are not as agreed, before any function sees them', async () => {
    called.length = 0;
    for (const bad of [null, {}, { ...body, leadId: '../x' }, { ...body, leadId: 3 }, 'lead']) {
      expect(await dispatch(switchboard, 'lead.events', bad, frame)).toMatchObject({
        ok: false,
        problem: { code: 'bad-request' },
      });
    }
    expect(called).toEqual([]);
  });
});
