/** Wires the two numbers at the top of every room. */
import { useEffect } from 'react';
import { Headline } from '../../../components/reports/Headline.tsx';
import { behindFigure } from '../../../lib/desk/behind-figure.ts';
import { headline } from '../../../lib/desk/headline.ts';
import { useCell } from '../../../lib/platform/use-cell.ts';
import { ask, page } from '../desk.ts';
import { saveTable } from '../files.ts';
import { useLooks } from '../use-looks.ts';
import { openLead } from './open-lead.ts';

const numbers = headline({ ask, connection: page.connection, now: Date.now });
const behind = behindFigure(ask);

export function HeadlinePart({ now }: { now: number }) {
  const loaded = useCell(numbers.view);
  const opened = useCell(behind.view);
  useEffect(numbers.load, []);
  useLooks(numbers.load);
  return (
    <Headline
      loaded={loaded}
      behind={opened}
      now={now}
      onRetry={numbers.load}
      onLook={(mark, title) => {
        if (loaded.query) behind.open({ report: 'headline', mark, title, query: loaded.query });
      }}
      onMoreBehind={behind.more}
      onCloseBehind={behind.close}
      onOpenLead={openLead}
      onAllBehind={behind.all}
      onSaveTable={(name, rows) => {
        if (loaded.query) saveTable(name, loaded.query, rows);
      }}
    />
  );
}
