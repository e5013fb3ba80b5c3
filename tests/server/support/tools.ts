/** Marketing's tools as they call the store: each signs as its documentation says, with code of its own. */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { expect } from 'vitest';
import type { SourceKind } from '../../../lib/contract/sources.ts';
import type { Answer, Asked } from './ask.ts';
import type { Scene } from './scene.ts';

export const BASE = 'https://truce.acme.example';

export interface Tool {
  sourceId: string;
  /** Path of its address. */
  path: string;
  /** A request with a good signature. */
  request: (body: unknown, at?: number) => Asked;
  send: (body: unknown, at?: number) => Promise<Answer>;
}

type Signs = (secret: string, body: string, at: number, path: string) => Record<string, string>;

const base64 = (secret: string | Buffer, text: string) =>
  createHmac('sha256', secret).update(text).digest('base64');

const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
/** As SendGrid shows it. */
export const SENDGRID_KEY = keys.publicKey
  .export({ format: 'der', type: 'spki' })
  .toString('base64');

const SIGNS: Partial<Record<SourceKind, Signs>> = {
  hubspot: (secret, body, at, path) => ({
    'x-hubspot-request-timestamp': String(at),
    'x-hubspot-signature-v3': base64(secret, `POST${BASE}${path}${body}${at}`),
  }),
  mautic: (secret, body) => ({ 'webhook-signature': base64(secret, body) }),
  sendgrid: (_, body, at) => {
    const seconds = String(Math.floor(at / 1000));
    const signature = sign('sha256', Buffer.from(seconds + body), keys.privateKey);
    return {
      'x-twilio-email-event-webhook-timestamp': seconds,
      'x-twilio-email-event-webhook-signature': signature.toString('base64'),
    };
  },
  customerio: (secret, body, at) => {
    const seconds = String(Math.floor(at / 1000));
    const signed = createHmac('sha256', secret).update(`v0:${seconds}:${body}`);
    return { 'x-cio-timestamp': seconds, 'x-cio-signature': signed.digest('hex') };
  },
  standard: (secret, body, at) => {
    const seconds = String(Math.floor(at / 1000));
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const id = `msg_${createHmac('sha256', 'id').update(body).digest('hex').slice(0, 12)}`;
    return {
      'webhook-id': id,
      'webhook-timestamp': seconds,
      'webhook-signature': `v1,${base64(key, `${id}.${seconds}.${body}`)}`,
    };
  },
};

/** Tools that make their own key. */
const GIVEN: Partial<Record<SourceKind, string>> = {
  hubspot: 'client-secret-of-the-app',
  sendgrid: SENDGRID_KEY,
  customerio: 'signing-key',
};

/** @returns the tool, connected as an administrator connects it; the scene's store has to know its address (BASE) */
export async function connect(
  scene: Scene,
  kind: SourceKind,
  more: Record<string, unknown> = {},
): Promise<Tool> {
  const given = GIVEN[kind];
  const body = { kind, label: kind, ...(given === undefined ? {} : { secret: given }), ...more };
  const made = await scene.ask({ path: '/api/sources', token: scene.tokens.admin, body });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const answer = made.body as { sourceId: string; secret: string | null; address: string };
  const path = new URL(answer.address).pathname;
  const secret = given ?? answer.secret ?? '';
  const request = (said: unknown, at: number = scene.clock.now): Asked => {
    const text = typeof said === 'string' ? said : JSON.stringify(said);
    return { path, body: text, headers: SIGNS[kind]?.(secret, text, at, path) ?? {} };
  };
  return {
    sourceId: answer.sourceId,
    path,
    request,
    send: (said, at) => scene.ask(request(said, at)),
  };
}
