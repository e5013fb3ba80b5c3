/** The two numbers at the top of everything: the last twelve weeks. */

import type { Ask } from '../messaging/ask.ts';
import type { Cell } from '../platform/cell.ts';
import type { Connection } from '../platform/connection.ts';
import { lastWeeks } from './report-choice.ts';
import { reportPanel } from './report-panel.ts';

type Tools = { ask: Ask; connection: Cell<Connection | null | undefined>; now: () => number };

const SHOWN_WEEKS = 12;

export function headline({ ask, connection, now }: Tools) {
  const panel = reportPanel((query) => ask('report.headline', query));
  let member: string | undefined;
  const load = () => {
    if (connection.get()) void panel.load({ ...lastWeeks(SHOWN_WEEKS, now()), by: 'source' }, null);
  };
  connection.subscribe(() => {
    const next = connection.get()?.member.memberId;
    if (next === member) return;
    member = next;
    panel.clear();
    load();
  });
  return { view: panel.view, load };
}
