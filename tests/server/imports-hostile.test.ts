import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { forgetFile } from '../../server/imports/forget.ts';
import { jobOf } from '../../server/imports/jobs.ts';
import { receive } from '../../server/imports/receive.ts';
import { readerOf } from '../../server/imports/rows.ts';
import { writeRows } from '../../server/imports/write.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { importing } from './support/importing.ts';
import { makeScene } from './support/scene.ts';

describe.each(enginesFor(import.meta.url))('files as they should not be, on %s', (engine) => {
  const db = useEngine(engine);
  const begin = async () => {
    const scene = await makeScene(db());
    return { scene, files: importing(scene) };
  };
  const reasonsOf = async (text: string | Uint8Array) => {
    const { files } = await begin();
    const job = await files.tried('x.csv', text);
    return { job, reasons: job.reasons.map(({ reason, firstRow }) => `${firstRow}: ${reason}`) };
  };

  it.each([
    ['nothing at all', '', /empty/],
    ['only blanks', '  \n \n', /empty/],
    ['a header and no row', 'Email,Name\n', /no row below/],
    ['no header', 'ana@acme.example,Ana\nben@acme.example,Ben\n', /first row is somebody/],
    ['a JSON array', '[{"type":"track"}]', /one object per line/],
    ['objects that are none', '{nonsense}\n{more}\n', /No line of it is a JSON object/],
    ['a workbook', Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(4000)]), /Excel/],
    [
      'a picture',
      Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n'), randomBytes(4000)]),
      /not a text/,
    ],
    ['a gzip that broke off', gzipSync(randomBytes(5000)).subarray(0, 3000), /broken off/],
    ['10,000 columns', `${Array.from({ length: 10_000 }, (_, n) => `c${n}`)}\n1\n`, /at most 500/],
    ['one endless line', `Email\n${'x'.repeat(2_600_000)}`, /longer than two million/],
  ])('%s is refused with a sentence', async (_, text, why) => {
    const { job } = await reasonsOf(text);
    expect(job.state).toBe('failed');
    expect(job.problem).toMatch(why);
    expect(job.problem).toMatch(/^[A-Z].+\.$/);
  });

  it('a lone quotation mark costs its own row only, wherever it is', async () => {
    const rows = [
      'Email,Name',
      'a@acme.example,"Ana ""the"" one"',
      'b@acme.example,"Ben',
      'c@acme.example,Cy',
      'd@acme.example,"Di" le',
      '"e@acme.example","E',
      'v"',
      'f@acme.example,Flo "Flora" Fine',
      'g@acme.example,"unfinished',
    ];
    const { files } = await begin();
    const job = await files.tried('x.csv', rows.join('\n'));
    expect(job).toMatchObject({ counts: { rows: 7, accepted: 4, refused: 3 } });
    expect(job.reasons).toMatchObject(
      [{ rows: 3, firstRow: 3, reason: /quotation/ }].map(({ rows: n, firstRow }) => ({
        rows: n,
        firstRow,
      })),
    );
    await files.written(job.importId);
    expect((await files.leads()).map(({ name }) => name)).toEqual([
      'Ana "the" one',
      'Cy',
      'E v',
      'Flo "Flora" Fine',
    ]);
    const refused = await files.refused(job.importId);
    expect(refused).toContain('"b@acme.example,""Ben",');
    expect(refused).toContain('"g@acme.example,""unfinished",');
  });

  it('NUL, half characters, cells of a megabyte, rows too short and too long', async () => {
    const long = 'x'.repeat(1_000_000);
    const text = [
      'Email,Name,Title',
      'a@acme.example,A\0na,Boss',
      `b@acme.example,"${long}\n${long.slice(0, 100)}",Boss`,
      'c@acme.example',
      'd@acme.example,Di,Boss,extra',
      'e@acme.example,Ed,Boss,,,',
      'nobody,No,Boss',
      ',,',
      '',
      ',Nameless,Boss',
      'f@acme.example,\uFFFD,',
    ].join('\n');
    const { job, reasons } = await reasonsOf(text);
    expect(job.counts).toEqual({ rows: 8, accepted: 4, duplicates: 0, refused: 4 });
    expect(reasons.sort()).toEqual(
      [
        '10: Nothing in the row says whose it is.',
        '3: The message is larger than 32 KB; send less in its properties.',
        '5: The row has more cells than there are columns.',
        '7: The address is not an e-mail address.',
      ].sort(),
    );
  });

  it('two columns of one name, columns without one, and names that are none', async () => {
    const { job } = await reasonsOf('Email,Email,,__proto__,constructor\n,b@acme.example,x,y,z\n');
    expect(job.columns.map(({ name }) => name)).toEqual([
      'Email',
      'Email (2)',
      'Column 3',
      'Column 4',
      'constructor',
    ]);
    expect(job).toMatchObject({ counts: { accepted: 1 } });
  });

  it('days and months: by the whole column, and asked for when it does not tell', async () => {
    const { files } = await begin();
    const rows = (from: string[]) =>
      `Email,Event,Date\n${from.map((date, n) => `p${n}@acme.example,Booth Visited,${date}`).join('\n')}\n`;
    // The beginning looks like nothing in particular; the last row tells.
    const filler = Array.from({ length: 9_000 }, (_, n) => `0${(n % 9) + 1}/02/2026 10:00`);
    const day = await files.tried('day.csv', rows([...filler, '31/12/2025 10:00']));
    expect(day).toMatchObject({
      counts: { rows: 9_001, refused: 0 },
      span: { from: '2025-12-31T10:00:00.000Z', to: '2026-02-09T10:00:00.000Z' },
    });
    const month = await files.tried('month.csv', rows([...filler, '12/31/2025 10:00']));
    expect(month.span).toEqual({
      from: '2025-12-31T10:00:00.000Z',
      to: '2026-09-02T10:00:00.000Z',
    });
    const both = await files.tried('both.csv', rows(['13/01/2026', '14/01/2026', '01/15/2026']));
    expect(both).toMatchObject({ counts: { accepted: 2, refused: 1 } });
    const unclear = await files.tried('unclear.csv', rows(['03/04/2026', '05/05/2026']));
    expect(unclear).toMatchObject({ counts: { accepted: 1, refused: 1 } });
    expect(unclear.reasons[0]?.reason).toMatch(/day or the month comes first/);
    const { mapping, format } = unclear;
    if (!mapping) throw new Error('It has no mapping.');
    const said = await files.tryAs(unclear.importId, {
      format,
      mapping: { ...mapping, dates: 'mdy' },
    });
    expect(said).toMatchObject({
      counts: { accepted: 2 },
      span: { from: '2026-03-04T00:00:00.000Z' },
    });
  });

  it('formulas come back harmless, and mended rows come in again', async () => {
    const { files } = await begin();
    const text =
      'Email,Event,Date,Name\n=cmd@acme.example,Booth Visited,soon,=1+1\n+x@acme.example,Booth Visited,2026-01-02,@Ana\n';
    const job = await files.tried('x.csv', text);
    expect(job.counts.refused).toBe(1);
    const refused = await files.refused(job.importId);
    expect(refused).toContain("'=cmd@acme.example,Booth Visited,soon,'=1+1,2,");
    await files.written(job.importId);
    const mended = await files.tried('mended.csv', refused.replace('soon', '2026-01-03'));
    expect(mended).toMatchObject({ counts: { rows: 1, accepted: 1 } });
    await files.written(mended.importId);
    expect((await files.leads()).map(({ email, name }) => [email, name])).toEqual([
      ['+x@acme.example', '@Ana'],
      ['=cmd@acme.example', '=1+1'],
    ]);
  });

  it('a bomb goes no further than the limit, and leaves nothing', async () => {
    const { scene } = await begin();
    const bomb = gzipSync(Buffer.alloc(30_000_000, 'a,b\n'));
    const file = { wsId: scene.wsId, fileName: 'bomb.csv', by: null };
    const send = (bytes: Uint8Array, limits: { sent: number; unpacked: number }) =>
      receive(
        scene.store,
        file,
        (async function* () {
          yield bytes;
        })(),
        limits,
      );
    await expect(send(bomb, { sent: 1e6, unpacked: 5e6 })).rejects.toMatchObject({
      problem: { code: 'too-large' },
    });
    await expect(send(bomb, { sent: 1e4, unpacked: 5e9 })).rejects.toMatchObject({
      problem: { code: 'too-large' },
    });
    for (const table of ['import_job', 'import_chunk'] as const) {
      const left = await db()
        .selectFrom(table)
        .where('ws_id', '=', scene.wsId)
        .selectAll()
        .execute();
      expect(left).toEqual([]);
    }
  });

  it('one that is deleted while it comes in leaves nothing', async () => {
    const { scene } = await begin();
    const jobs = () => db().selectFrom('import_job').where('ws_id', '=', scene.wsId);
    const some = async function* (pieces: number) {
      yield Buffer.from('Email\n');
      for (let n = 0; n < pieces; n++) {
        yield Buffer.alloc(600_000, 'a@acme.example\n');
        const job = n === 2 ? await jobs().select('import_id').executeTakeFirst() : undefined;
        const path = `/api/imports/${job?.import_id}`;
        const { ask, tokens } = scene;
        if (job) await ask({ path, method: 'DELETE', token: tokens.marketer });
      }
    };
    const file = { wsId: scene.wsId, fileName: 'gone.csv', by: null };
    for (const pieces of [4, 20]) {
      await expect(receive(scene.store, file, some(pieces))).rejects.toThrow('deleted');
    }
    const pieces = db().selectFrom('import_chunk').where('ws_id', '=', scene.wsId);
    expect(await pieces.select('starts_at').execute()).toEqual([]);
    expect(await jobs().select('state').execute()).toEqual([]);
  });

  it('one that is deleted while it is written leaves no refused rows', async () => {
    const { scene, files } = await begin();
    const { importId } = await files.tried('x.csv', 'Email\na@acme.example\n');
    const key = { importId, wsId: scene.wsId };
    const job = await jobOf(db(), key);
    if (!job) throw new Error('The import is not there.');
    await forgetFile(db(), key);
    const row = { no: 3, end: 30, cells: ['eve@acme.example'], broken: 'Broken.' };
    const announced = { ...job, pending: { position: 30, news: 0 } };
    expect(await writeRows(scene.store, announced, [row], readerOf(job, 'none'))).toBeNull();
    const left = await db()
      .selectFrom('import_refused')
      .where('ws_id', '=', scene.wsId)
      .select('cells')
      .execute();
    expect(left).toEqual([]);
  });

  it('a connection that breaks leaves nothing', async () => {
    const { scene } = await begin();
    const broken = (async function* () {
      yield Buffer.from('Email\n');
      yield Buffer.alloc(1_200_000, 'a@acme.example\n');
      throw new Error('gone');
    })();
    const file = { wsId: scene.wsId, fileName: 'half.csv', by: null };
    await expect(receive(scene.store, file, broken)).rejects.toThrow('gone');
    const left = await db()
      .selectFrom('import_job')
      .where('ws_id', '=', scene.wsId)
      .selectAll()
      .execute();
    expect(left).toEqual([]);
  });
});
