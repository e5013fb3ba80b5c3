/** The browser's own panel: the sidebar while a record is in front, a calm word while none is. */
import { Activity } from 'react';
import { Elsewhere } from '../../components/sidebar/Elsewhere.tsx';
import { Skeleton } from '../../components/sidebar/Skeleton.tsx';
import { browser } from '../../lib/platform/browser.ts';
import type { Cell } from '../../lib/platform/cell.ts';
import { useCell } from '../../lib/platform/use-cell.ts';
import { App } from '../sidebar/App.tsx';
import type { Parts } from '../sidebar/parts.ts';
import type { Front } from './front.ts';

export function PanelApp({ front, parts }: { front: Cell<Front>; parts: Parts }) {
  const now = useCell(front);
  return (
    <>
      {/* Hidden and not gone: whoever looks at another tab finds what they had typed. Its keys rest meanwhile. */}
      <Activity mode={now === 'record' ? 'visible' : 'hidden'}>
        <App parts={parts} />
      </Activity>
      {now === 'looking' ? <Skeleton waitingFor="page" toolbar={null} /> : null}
      {now === 'nobody' || now === 'elsewhere' ? (
        <Elsewhere
          why={now}
          onOptions={() =>
            void browser.tabs.create({ url: browser.runtime.getURL('options.html#crms') })
          }
        />
      ) : null}
    </>
  );
}
