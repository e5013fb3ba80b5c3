/** What happened, for people. */
import type { Fault, Held, Line, Outcome } from './barrage.ts';

const percent = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(0)} %`;
const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

export function tableOf({ lines }: Outcome): string {
  const rows = [...lines].toSorted(([a], [b]) => a.localeCompare(b));
  const width = Math.max(...rows.map(([key]) => key.length));
  const row = (key: string, line: Line) => {
    const count = (least: number, most: number) =>
      [...line.by].reduce(
        (sum, [status, n]) => (status >= least && status <= most ? sum + n : sum),
        0,
      );
    const refused = [...line.by]
      .filter(([status]) => status >= 400 && status < 500)
      .toSorted(([a], [b]) => a - b)
      .map(([status, n]) => `${status}: ${n}`)
      .join('  ');
    const cells = [line.sent, count(200, 299), count(300, 399), count(500, 599), count(0, 0)];
    const numbers = cells.map((cell) => String(cell).padStart(7)).join('');
    return `${key.padEnd(width)}${numbers}  ${percent(count(200, 399), line.sent).padStart(6)}   ${refused}`;
  };
  const all: Line = { sent: 0, by: new Map(), reached: 0 };
  for (const [, line] of rows) {
    all.sent += line.sent;
    all.reached += line.reached;
    for (const [status, n] of line.by) all.by.set(status, (all.by.get(status) ?? 0) + n);
  }
  const head = `${'route'.padEnd(width)}${['sent', '2xx', '3xx', '5xx', 'none'].map((name) => name.padStart(7)).join('')}  2xx+3xx   4xx`;
  return [head, ...rows.map(([key, line]) => row(key, line)), row('all', all)].join('\n');
}

export function shownHeld(held: readonly Held[]): string {
  const [first] = held;
  return held
    .map(({ after, heap, rss }) => {
      const ratio = first
        ? `  × ${(heap / first.heap).toFixed(2)} and × ${(rss / first.rss).toFixed(2)}`
        : '';
      return `after ${String(after).padStart(7)}: heap ${mb(heap).padStart(7)}, whole process ${mb(rss).padStart(7)}${ratio}`;
    })
    .join('\n');
}

export function shownFault({ shot, reply, wrong }: Fault): string {
  const sent = shot.raw ?? shot.body ?? Buffer.alloc(0);
  const cut = (bytes: Buffer) => JSON.stringify(bytes.toString('utf8').slice(0, 500));
  return [
    `#${shot.n} ${shot.key} as ${shot.who}, ${shot.how}: ${reply.status} ${wrong}`,
    `    ${shot.method} ${shot.path.slice(0, 300)}`,
    `    sent ${cut(sent)}`,
    `    got  ${cut(reply.body)}`,
  ].join('\n');
}
