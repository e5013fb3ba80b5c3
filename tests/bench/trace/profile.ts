/** What one main thread did meanwhile: sampled functions, and how much of its time was style, layout, script, or nothing. */
import * as z from 'zod/mini';
import type { Session } from '../sidebar/cdp.ts';
import type { Place } from './named.ts';

const profileShape = z.object({
  profile: z.object({
    nodes: z.array(
      z.object({
        id: z.number(),
        children: z.optional(z.array(z.number())),
        callFrame: z.object({
          functionName: z.string(),
          url: z.string(),
          lineNumber: z.number(),
          columnNumber: z.number(),
        }),
      }),
    ),
    samples: z.array(z.number()),
    timeDeltas: z.array(z.number()),
  }),
});
const metricsShape = z.object({
  metrics: z.array(z.object({ name: z.string(), value: z.number() })),
});

const EVERY_US = 100;

export interface Done {
  /** ms, of all that was done together. */
  wall: number;
  busy: number;
  script: number;
  style: number;
  layout: number;
  /** ms that script was seen at work, by whose it is; what the browser does for a script is the script's. */
  bySource: [string, number][];
  byFunction: [string, number][];
}

type Names = (url: string, line: number, column: number) => Place | null;

/** Watches while something is done in it. */
export async function profiled(
  session: Session,
  names: Names,
  act: () => Promise<void>,
): Promise<Done> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: EVERY_US });
  await session.send('Profiler.start');
  const before = await metricsOf(session);
  const began = performance.now();
  await act();
  const wall = performance.now() - began;
  const after = await metricsOf(session);
  const { profile } = profileShape.parse(await session.send('Profiler.stop'));
  const spent = (name: string) => ((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1000;
  return {
    wall,
    busy: spent('TaskDuration'),
    script: spent('ScriptDuration'),
    style: spent('RecalcStyleDuration'),
    layout: spent('LayoutDuration'),
    ...summed(profile, names),
  };
}

async function metricsOf(session: Session): Promise<Map<string, number>> {
  const answer = metricsShape.parse(await session.send('Performance.getMetrics'));
  return new Map(answer.metrics.map(({ name, value }) => [name, value]));
}

/** Said by the profiler of what is nobody's function. */
const NOT_SCRIPT = ['(idle)', '(program)', '(root)'];

function summed(
  { nodes, samples, timeDeltas }: z.infer<typeof profileShape>['profile'],
  names: Names,
) {
  const own = new Map<number, number>();
  for (const [index, id] of samples.entries()) {
    own.set(id, (own.get(id) ?? 0) + (timeDeltas[index + 1] ?? 0) / 1000);
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callers = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  /** Whoever asked the browser for it: the nearest caller that is in a script. */
  const placeOf = (id: number): Place | null => {
    const node = byId.get(id);
    if (!node) return null;
    const { url, lineNumber, columnNumber, functionName } = node.callFrame;
    if (!url) return placeOf(callers.get(id) ?? -1);
    const page = { source: 'the page itself', name: functionName };
    return names(url, lineNumber, columnNumber) ?? page;
  };
  const bySource = new Map<string, number>();
  const byFunction = new Map<string, number>();
  for (const { id, callFrame } of nodes) {
    const time = own.get(id) ?? 0;
    if (time === 0 || NOT_SCRIPT.includes(callFrame.functionName)) continue;
    const place = placeOf(id) ?? { source: 'the browser', name: '' };
    const called = callFrame.url ? '' : ` → ${callFrame.functionName}`;
    const at = `${place.source} ${place.name}${called}`;
    bySource.set(place.source, (bySource.get(place.source) ?? 0) + time);
    byFunction.set(at, (byFunction.get(at) ?? 0) + time);
  }
  return { bySource: [...bySource], byFunction: [...byFunction] };
}

/** @returns several together */
export function together(all: readonly Done[]): Done {
  const sum = (of: (done: Done) => number) => all.reduce((so, done) => so + of(done), 0);
  return {
    wall: sum(({ wall }) => wall),
    busy: sum(({ busy }) => busy),
    script: sum(({ script }) => script),
    style: sum(({ style }) => style),
    layout: sum(({ layout }) => layout),
    bySource: all.flatMap(({ bySource }) => bySource),
    byFunction: all.flatMap(({ byFunction }) => byFunction),
  };
}

/** @returns each share of all, the largest first */
export function sharesOf(times: readonly [string, number][]): [string, number][] {
  const all = times.reduce((sum, [, time]) => sum + time, 0);
  const shares = new Map<string, number>();
  for (const [at, time] of times) shares.set(at, (shares.get(at) ?? 0) + time / all);
  return [...shares].sort(([, a], [, b]) => b - a);
}
