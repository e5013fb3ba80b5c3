import { useState } from 'react';
import type { Source } from '../../lib/contract/sources.ts';
import { sourceWords } from '../../lib/words/sources.ts';
import { storeWords } from '../../lib/words/store.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import { AddSource } from './AddSource.tsx';
import lines from './Lines.module.css';
import type { Common, SourcesProps } from './props.ts';
import { Refused } from './Refused.tsx';
import { Room } from './Room.tsx';
import { Said, type Says, useSaid } from './Said.tsx';
import { SourceLine } from './SourceLine.tsx';
import { isSilent } from './source-words.ts';

/** Who sends events, when they were last heard, and what could not be kept. */
export function SourcesRoom(props: Common & SourcesProps) {
  const [adding, setAdding] = useState(false);
  const t = sourceWords();
  const says = useSaid();
  const admin = props.member.role === 'admin';
  return (
    <Room
      title={storeWords().rooms.sources}
      lead={t.lead}
      state={props.state}
      onRefresh={props.onRefresh}
      act={
        admin ? (
          <Button
            kind={adding ? 'plain' : 'marketing'}
            aria-expanded={adding}
            data-action="add-source"
            onClick={() => setAdding(!adding)}
          >
            {adding ? uiWords().close : t.add}
          </Button>
        ) : undefined
      }
    >
      {(sources) => (
        <>
          {adding ? <AddSource onAdd={props.onAdd} onChange={props.onChange} /> : null}
          <List {...props} sources={sources} says={says} admin={admin} />
          <Refused {...props} admin={admin} says={says} />
          <Said says={says} />
        </>
      )}
    </Room>
  );
}

type ListProps = Common & SourcesProps & { sources: Source[]; says: Says; admin: boolean };

function List({ sources, ...props }: ListProps) {
  const t = sourceWords();
  const silent = sources.filter((each) => isSilent(each, props.now)).length;
  if (sources.length === 0) {
    return (
      <div className={`${lines.box} ${lines.empty}`}>
        <p>
          {t.none} {props.admin ? t.addWebsite : t.adminAdds}
        </p>
      </div>
    );
  }
  return (
    <section className={lines.box} aria-labelledby="sources">
      <div className={lines.head}>
        <h2 id="sources" className={lines.title}>
          {t.count(sources.length)}
        </h2>
        <p className={lines.aside}>{silent === 0 ? t.noneSilent : t.someSilent(silent)}</p>
      </div>
      <ul>
        {sources.map((each) => (
          <SourceLine key={each.sourceId} {...props} source={each} />
        ))}
      </ul>
    </section>
  );
}
