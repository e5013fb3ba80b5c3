import { useState } from 'react';
import { storeWords } from '../../lib/words/store.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import lines from './Lines.module.css';
import { MergeByHand } from './MergeByHand.tsx';
import { type Merge, MergeLine } from './MergeLine.tsx';
import { More } from './More.tsx';
import type { Common, MergesProps, Pages } from './props.ts';
import { Room } from './Room.tsx';
import { Said, type Says, useSaid } from './Said.tsx';

/** People who became one: why, and the way back. */
export function MergesRoom(props: Common & MergesProps) {
  const [joining, setJoining] = useState(false);
  const t = storeWords();
  const says = useSaid();
  return (
    <Room
      title={t.rooms.merges}
      lead={t.merges.lead}
      state={props.state}
      onRefresh={props.onRefresh}
      act={
        <Button aria-expanded={joining} data-action="join" onClick={() => setJoining(!joining)}>
          {joining ? uiWords().close : t.merges.byHand}
        </Button>
      }
    >
      {(pages) => (
        <>
          {joining ? (
            <MergeByHand onFind={props.onFind} onMerge={props.onMerge} says={says} />
          ) : null}
          <List {...props} pages={pages} says={says} />
          <Said says={says} />
        </>
      )}
    </Room>
  );
}

type ListProps = Common & MergesProps & { pages: Pages<Merge>; says: Says };

function List({ pages, says, now, place, onUndo, onMore }: ListProps) {
  const t = storeWords();
  if (pages.lines.length === 0) {
    return (
      <div className={`${lines.box} ${lines.empty}`}>
        <p>{t.merges.none}</p>
      </div>
    );
  }
  return (
    <section className={lines.box} aria-label={t.merges.newestFirst}>
      <ol>
        {pages.lines.map((merge) => (
          <MergeLine
            key={merge.mergeId}
            merge={merge}
            says={says}
            now={now}
            place={place}
            onUndo={onUndo}
          />
        ))}
      </ol>
      <More
        more={pages.more}
        loading={pages.loadingMore}
        words={t.page.olderMerges}
        onMore={onMore}
      />
    </section>
  );
}
