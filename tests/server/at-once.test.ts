/** The usual case in few statements, and that it is left where it does not fit. */
import { PostgresQueryCompiler } from 'kysely';
import { describe, expect, it } from 'vitest';
import { enginesFor, useEngine } from './support/engines.ts';
import { makeScene } from './support/scene.ts';
import { recorded } from './support/statements.ts';

const compiler = new PostgresQueryCompiler();
let last = 0;
const view = (anonymousId: string, path = '/') => ({
  type: 'page',
  anonymousId,
  messageId: `m${++last}`,
  properties: { path, title: path },
});
const identify = (anonymousId: string, email: string) => ({
  type: 'identify',
  anonymousId,
  messageId: `m${++last}`,
  traits: { email },
});

describe.each(enginesFor(import.meta.url))('ingest at once, on %s', (engine) => {
  const db = useEngine(engine);

  /** Which statements a request needed. */
  const listening = async () => {
    const said: string[] = [];
    const tapped = recorded(db()).withPlugin({
      transformQuery: ({ node, queryId }) => {
        said.push(compiler.compileQuery(node, queryId).sql.trim());
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const scene = await makeScene(tapped);
    const during = async (work: () => Promise<unknown>) => {
      // Of two events at the very moment of the first one only their ids could tell which is first: that is a long way.
      scene.clock.now += 1000;
      said.length = 0;
      await work();
      return [...said];
    };
    return { scene, during };
  };
  const isLong = (said: string[]) => said.some((words) => words.startsWith('insert into event'));
  const isShort = (said: string[]) => said.some((words) => words.startsWith('with updated'));

  it('takes new people, known ones and ones that say who they are, in one go', async () => {
    const { scene, during } = await listening();
    await scene.send(view('known'), view('named'));
    const said = await during(() =>
      scene.send(view('new'), view('known', '/pricing'), identify('named', 'n@acme.example')),
    );
    expect(isShort(said)).toBe(true);
    expect(isLong(said)).toBe(false);
    expect((await scene.card('n@acme.example')).counts.all).toBe(1);
  });

  it('gives what comes after a merge to the part whose name it came by', async () => {
    const { scene, during } = await listening();
    await scene.send(view('desk'), identify('desk', 'j@acme.example'), view('phone'));
    await scene.send(identify('phone', 'j@acme.example'));
    const said = await during(() => scene.send(view('phone', '/pricing'), view('desk', '/two')));
    expect(isShort(said)).toBe(true);
    expect(isLong(said)).toBe(false);
    const { leadId, counts } = await scene.card('j@acme.example');
    expect(counts.all).toBe(4);
    const rows = await db()
      .selectFrom('event')
      .where('lead_id', '=', leadId)
      .where('path', 'in', ['/pricing', '/two'])
      .select(['path', 'origin'])
      .orderBy('path')
      .execute();
    const phone = await db()
      .selectFrom('identity')
      .where('ident', '=', 'anon:phone')
      .where('ws_id', '=', scene.wsId)
      .select('lead_id')
      .executeTakeFirstOrThrow();
    expect(phone.lead_id).not.toBe(leadId);
    expect(rows).toEqual([
      { path: '/pricing', origin: phone.lead_id },
      { path: '/two', origin: null },
    ]);
  });

  it('leaves what was here before, and mixes it with what was not', async () => {
    const { scene, during } = await listening();
    const [seen, fresh] = [view('a'), view('b')];
    await scene.send(seen);
    let answer: unknown;
    const said = await during(async () => {
      answer = await scene.send(seen, fresh);
    });
    expect(isLong(said)).toBe(true);
    expect(answer).toMatchObject({ accepted: 1, duplicates: 1, refused: [] });
  });

  it('counts each once when many requests speak of the same people at the same moment', async () => {
    const { scene } = await listening();
    const requests = Array.from({ length: 12 }, (_, n) => [
      view('crowd-1', `/${n}`),
      view('crowd-2', `/${n}`),
      ...(n % 3 === 0 ? [identify('crowd-1', 'crowd@acme.example')] : []),
    ]);
    await Promise.all(requests.map((messages) => scene.send(...messages)));
    const card = await scene.card('crowd@acme.example');
    expect(card.counts.all).toBe(12);
    const pages = card.score.contributions.find(({ ruleId }) => ruleId === 'pages');
    expect(pages?.times).toBe(12);
  });
});
