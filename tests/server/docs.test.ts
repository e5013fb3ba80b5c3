/**
 * What the pages print is run as printed: the commands of the store, requests, and the lines of code that others are to
 * copy, against a real store that was started by the very line of docs/deploy.md.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hookBody } from '../../lib/contract/hooks.ts';
import { ROUTES } from '../../server/routes.ts';
import { commandsOf, type Printed, ROOT, readPages } from '../docs/pages.ts';
import { type Place, run, typed } from '../docs/typed.ts';
import { apart, eachOf, wayOf } from '../docs/ways.ts';
import { isLong, today } from '../length.ts';
import { preparedFolder } from './support/engines.ts';
import { enter, post } from './support/store-process.ts';

const CODE = '7K3MQX2P';
const READY = /ready at (http:\S+)/;
/** Processes, on a machine that does other things as well. */
const LONG = { timeout: 300_000 };

const pages = readPages();
const printed = new Map(
  pages
    .flatMap(commandsOf)
    .flatMap(({ text, at }) => eachOf(text).map((one) => ({ text: one, at })))
    .filter(({ text }) => wayOf(text)?.is === 'here')
    .map((one) => [one.text, one] as const),
);
/** Each once, however often it is printed; those that a running store is needed for, and the others. */
const all = [...printed.values()];
const serves = ({ text }: Printed) => apart(text).command === 'npm run store';
const asks = ({ text }: Printed) => /^curl |--url |-- (?:doctor|backup)/.test(apart(text).command);

const block = (file: string, language: string) =>
  pages
    .find((page) => page.file === file)
    ?.blocks.find((one) => one.language === language)
    ?.lines.map(({ text }) => text)
    .join('\n') ?? '';

describe('what the pages print', LONG, () => {
  let data = '';
  let place: Place;
  let store: ReturnType<typeof spawn>;
  const env = () => ({ TRUCE_DATA_DIR: data, TRUCE_BACKUP_DIR: place.folder, PORT: '0' });

  beforeAll(async () => {
    data = await preparedFolder();
    const folder = await mkdtemp(join(tmpdir(), 'truce-docs-'));
    const people = join(folder, 'people.csv');
    await writeFile(
      people,
      'Email,Event,Date\nana@acme.example,Webinar Attended,2026-01-04 09:00\n',
    );
    const line = all.find((one) => serves(one) && one.at.startsWith('docs/deploy.md'));
    store = spawn('sh', ['-c', line?.text ?? 'false'], {
      cwd: ROOT,
      env: { ...process.env, TRUCE_DATA_DIR: data, TRUCE_SETUP_CODE: CODE, PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      store.stdout?.on('data', (text: Buffer) => {
        said += text.toString();
        const [, found] = READY.exec(said) ?? [];
        if (found !== undefined) resolve(found);
      });
      store.once('exit', () => reject(new Error(`“${line?.text}” did not start a store: ${said}`)));
    });
    place = {
      url,
      folder,
      people,
      backup: join(folder, 'copy.tar.gz'),
      ...(await enter(url, CODE)),
    };
  });
  const stop = async () => {
    if (store.exitCode !== null || store.signalCode !== null || store.pid === undefined) return;
    process.kill(-store.pid, 'SIGTERM');
    await once(store, 'exit');
  };
  afterAll(async () => {
    await stop();
    for (const folder of [data, place.folder]) await rm(folder, { recursive: true, force: true });
  });

  const works = async ({ text }: Printed, until?: RegExp) => {
    const command = typed(text, place);
    const { code, output } = await run(command, env(), { until });
    if (code !== 0) throw new Error(`“${command}” ended with ${code}: ${output}`);
    return output;
  };

  it('names routes that there are', () => {
    const routes = ROUTES.map(({ method, path }) => ({ method, path: path.split('/') }));
    const named = pages.flatMap(({ code }) =>
      code.flatMap(({ text, at }) => {
        const [, method, path] = /^(GET|POST|PUT|DELETE) (\/[^\s?]*)/.exec(text) ?? [];
        return method === undefined || path === undefined ? [] : [{ method, path, at }];
      }),
    );
    expect(named.length).toBeGreaterThan(5);
    const wrong = named.filter(({ method, path }) => {
      const parts = path.split('/');
      return !routes.some(
        (route) =>
          route.method === method &&
          route.path.length === parts.length &&
          route.path.every(
            (part, index) =>
              part === parts[index] || part.startsWith(':') || /^[:<]/.test(parts[index] ?? ''),
          ),
      );
    });
    expect(wrong).toEqual([]);
  });

  it('as JSON is JSON, and the body of a webhook is one', () => {
    expect(hookBody.parse(JSON.parse(block('docs/webhooks.md', 'json')))).toBeDefined();
    const blocks = pages.flatMap((page) =>
      page.blocks.filter(({ language }) => language === 'json'),
    );
    for (const { lines } of blocks) {
      const text = lines.map((line) => line.text).join('\n');
      const parts = text.startsWith('{') && text.endsWith('}') ? text.split(/\n(?=\{ )/) : [text];
      for (const part of parts) expect(() => JSON.parse(part), lines[0]?.at).not.toThrow();
    }
  });

  it('as code for a website or a back end brings what it says', async () => {
    const snippet = block('README.md', 'js')
      .replace('YOUR_KEY', place.writeKey)
      .replace('https://truce.acme.example', place.url);
    const file = join(ROOT, 'node_modules/.truce-docs.mjs');
    await writeFile(file, `${snippet}\nawait analytics.closeAndFlush();\n`);
    const { code, output } = await run(`"${process.execPath}" "${file}"`, {});
    await rm(file);
    expect({ code, output }).toEqual({ code: 0, output: '' });
    const record = { crm: 'atomic', org: 'localhost:4861', kind: 'contact', id: '1' };
    const found = await post<{ card: { who: { title: string } } }>(
      place.url,
      '/api/leads/find',
      { record, facts: { email: 'gordon@shanahan.example' } },
      place.token,
    );
    expect(found.card.who.title).toBe('Head of Operations');
  });

  it('as code that checks a webhook knows ours from others', async () => {
    const snippet = block('docs/webhooks.md', 'js').split('\n').slice(1).join('\n');
    const secret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
    const at = new Date();
    const rawBody = block('docs/webhooks.md', 'json');
    const sign = (body: string) => ({
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('msg_1', at, body),
    });
    const check = (headers: Record<string, string>) => {
      const body = `${snippet}\nreturn message;`;
      const made = new Function('Webhook', 'process', 'rawBody', 'headers', body);
      return made(Webhook, { env: { TRUCE_HOOK_SECRET: secret } }, rawBody, headers);
    };
    expect(hookBody.parse(check(sign(rawBody)))).toBeDefined();
    expect(() => check(sign('{}'))).toThrow();
  });

  it('works while the store runs', async () => {
    const some = all.filter(asks);
    expect(some.length).toBeGreaterThan(3);
    for (const one of some) await works(one);
  });

  it('works on a store at rest, and starts it', async () => {
    await works({ text: `npm run store -- backup ${place.backup}`, at: '' });
    await stop();
    const rest = all.filter((one) => !asks(one) && !one.text.startsWith('node '));
    const [starting, others] = [rest.filter(serves), rest.filter((one) => !serves(one))];
    expect(others.length).toBeGreaterThan(5);
    for (const one of shareOf(others, ({ at }) => at.split(':')[0] ?? '')) await works(one);
    for (const one of shareOf(starting, ({ text }) => text)) await works(one, READY);
  });
});

/** @returns all of them in a long run, else what of them is today's turn: every third page (or command) */
function shareOf(some: readonly Printed[], by: (one: Printed) => string): Printed[] {
  const groups = [...new Set(some.map(by))];
  return some.filter((one) => isLong || groups.indexOf(by(one)) % 3 === today % 3);
}
