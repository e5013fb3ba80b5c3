/** `GET /api/export/:what`: leads, events, feedback or definitions as one file, as fast as it is read. */
import * as z from 'zod/mini';
import { writeDown } from '../access/audit.ts';
import { route } from '../http/route.ts';
import { exportFormat, exportLines, exportWhat } from './lines.ts';

const TYPE = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson' } as const;

export const exportRoute = route({
  method: 'GET',
  path: '/api/export/:what',
  role: 'admin',
  params: z.object({ what: exportWhat }),
  input: z.object({ format: z._default(exportFormat, 'ndjson') }),
  answer: z.unknown(),
  handle: async ({ store, asker, params: { what }, input: { format }, context }) => {
    const { wsId, member } = asker;
    // Before the first line: whoever breaks it off has had some of it.
    await writeDown(store.db, store, {
      wsId,
      memberId: member.memberId,
      action: 'data.exported',
      what: `${what} (${format})`,
    });
    const lines = exportLines(store.db, wsId, what, format);
    const gone = AbortSignal.any([context.req.raw.signal, store.stopping]);
    const day = new Date(store.now()).toISOString().slice(0, 10);
    return new Response(streamOf(lines, gone), {
      headers: {
        'content-type': TYPE[format],
        'content-disposition': `attachment; filename="truce-${what}-${day}.${format}"`,
        'cache-control': 'no-store',
      },
    });
  },
});

/** A file that was broken off ends in an error rather than like a whole one. */
function streamOf(lines: AsyncGenerator<string>, gone: AbortSignal): ReadableStream<Uint8Array> {
  const text = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        for (;;) {
          if (gone.aborted) throw new Error('The export was broken off.');
          const { done, value } = await lines.next();
          if (done) return controller.close();
          if (value !== '') return controller.enqueue(text.encode(value));
        }
      },
      cancel: async () => {
        await lines.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
