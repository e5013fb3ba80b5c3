import { useState } from 'react';
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
  const says = useSaid();
  return (
    <Room
      title="Merges"
      lead="Leads that turned out to be one person, and why. Each can be taken apart again, with its history as it was."
      state={props.state}
      onRefresh={props.onRefresh}
      act={
        <Button aria-expanded={joining} data-action="join" onClick={() => setJoining(!joining)}>
          {joining ? 'Close' : 'Join two by hand'}
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
  if (pages.lines.length === 0) {
    return (
      <div className={`${lines.box} ${lines.empty}`}>
        <p>
          Nobody turned out to be somebody else yet. When a visitor of the website gives an address
          that is known already, the two become one, and it is said here.
        </p>
      </div>
    );
  }
  return (
    <section className={lines.box} aria-label="Merges, newest first">
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
      <More more={pages.more} loading={pages.loadingMore} what="merges" onMore={onMore} />
    </section>
  );
}
