/** How the store looks to whoever comes by its address: the proxy, its certificate, what it passes on and what it keeps to itself. */
import { randomBytes } from 'node:crypto';
import type { Seal } from '../access/seal.ts';
import type { Env } from '../env.ts';
import { type Ask, once, unanswered } from './asking.ts';
import { broken, type Finding, fine, look, tried } from './finding.ts';
import { QUESTION, questionOf, STORE, WAY } from './proof.ts';
import { BETWEEN_MS } from './told.ts';

/** What only the database knows. */
export interface Known {
  storeId: string;
  seal: Seal;
}

/** @param known null as long as there is no database to ask */
export async function examineOutside(
  { publicUrl }: Pick<Env, 'publicUrl'>,
  known: Known | null,
  ask: Ask,
): Promise<Finding[]> {
  // That it is missing, or not https, is said where settings are looked at.
  if (publicUrl === null) return [];
  const url = `${publicUrl}/healthz`;
  const question = known ? questionOf(known.seal, randomBytes(16).toString('hex')) : 'nobody';
  let answer: Response;
  try {
    answer = await ask(url, once({ [QUESTION]: question }));
  } catch (error) {
    return [unanswered('from outside', url, error)];
  }
  const reached = whoAnswered(publicUrl, known, answer);
  const way = answer.headers.get(WAY);
  if (reached.state !== 'fine' || way === null) {
    await answer.body?.cancel();
    return [reached];
  }
  return [
    reached,
    proxies(way),
    await tried('live stream', () => stream(answer)),
    await tried('metrics from outside', () => metrics(publicUrl, ask)),
  ];
}

function whoAnswered(publicUrl: string, known: Known | null, answer: Response): Finding {
  const what = 'from outside';
  const { status, headers } = answer;
  const to = headers.get('location');
  if (status >= 300 && status < 400 && to !== null) {
    return broken(
      what,
      `${publicUrl} leads on to ${originOf(to, publicUrl)}: set TRUCE_URL to the address that answers, without a detour.`,
    );
  }
  if ([502, 503, 504].includes(status)) {
    return look(
      what,
      `A proxy answers at ${publicUrl} (${status}), and no store behind it: start the store, or mend the address that the proxy sends requests to.`,
    );
  }
  const there = headers.get(STORE);
  if (status !== 200 || there === null) {
    return broken(
      what,
      `Something that is not a store of this release answers at ${publicUrl} (${status}): TRUCE_URL or the proxy leads elsewhere, or the proxy lets only some addresses through.`,
    );
  }
  if (known === null) return fine(what, `A store answers at ${publicUrl}.`);
  if (there !== known.storeId) {
    return broken(
      what,
      `Another store answers at ${publicUrl}: TRUCE_URL, the proxy, or DATABASE_URL is of another one.`,
    );
  }
  if (headers.get(WAY) === null) {
    return broken(
      what,
      `The store that answers at ${publicUrl} has another TRUCE_KEY than this one: give all processes the same.`,
    );
  }
  return fine(what, `This store answers at ${publicUrl}.`);
}

function originOf(location: string, base: string): string {
  return URL.canParse(location, base) ? new URL(location, base).origin : location;
}

function proxies(way: string): Finding {
  const what = 'proxy';
  const [, passed, trusted] = /proxies=(\d+) trusted=(\d+)/.exec(way)?.map(Number) ?? [];
  const seen = passed ?? 0;
  const said = trusted ?? 0;
  if (seen < said) {
    return broken(
      what,
      `TRUCE_TRUST_PROXY is ${said}, and ${seen === 0 ? 'no proxy passes' : `only ${seen} passed`} X-Forwarded-For: anybody can write an address of their own. Set it to ${seen}, or let the proxy send the header.`,
    );
  }
  if (seen > said) {
    return look(
      what,
      `${seen === 1 ? 'A proxy stands' : `${seen} proxies stand`} before the store, and TRUCE_TRUST_PROXY is ${said}: everybody seems to come from one address and shares its limits. Set it to ${seen}.`,
    );
  }
  if (seen > 0 && !way.endsWith('proto=https')) {
    return look(
      what,
      'The proxy does not say by X-Forwarded-Proto that requests came by https: let it send the header (docs/deploy.md).',
    );
  }
  return fine(what, seen === 0 ? 'None.' : `${seen}, as TRUCE_TRUST_PROXY says.`);
}

/** The answer comes in two parts; whoever waits for the whole would hold back the stream of changes for ever. */
async function stream(answer: Response): Promise<Finding> {
  const what = 'live stream';
  let first: number | null = null;
  for await (const _ of answer.body ?? []) first ??= performance.now();
  const apart = performance.now() - (first ?? performance.now());
  return apart > BETWEEN_MS / 3
    ? fine(what, 'What the store says arrives as it says it.')
    : broken(
        what,
        'Something between holds answers back until they are whole, so open sidebars would never hear of a change: turn buffering off (docs/deploy.md).',
      );
}

async function metrics(publicUrl: string, ask: Ask): Promise<Finding> {
  const what = 'metrics from outside';
  const answer = await ask(`${publicUrl}/metrics`, once());
  const text = answer.status === 200 ? await answer.text() : '';
  await (answer.bodyUsed ? undefined : answer.body?.cancel());
  return /^truce_/m.test(text)
    ? broken(
        what,
        `Anybody can read ${publicUrl}/metrics: let the proxy refuse it, or set TRUCE_METRICS_TOKEN.`,
      )
    : fine(what, 'Not to be had without a token.');
}
