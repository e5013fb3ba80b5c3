import { useState } from 'react';
import type { Source } from '../../lib/contract/sources.ts';
import { Button } from '../ui/Button.tsx';
import { count } from '../ui/words.ts';
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
  const says = useSaid();
  const admin = props.member.role === 'admin';
  return (
    <Room
      title="Sources"
      lead="Where the store hears what leads do. A source that falls silent is said here before anybody misses it."
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
            {adding ? 'Close' : 'Add a source'}
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
  const silent = sources.filter((each) => isSilent(each, props.now)).length;
  if (sources.length === 0) {
    return (
      <div className={`${lines.box} ${lines.empty}`}>
        <p>
          Nothing sends to the store yet.{' '}
          {props.admin
            ? 'Add your website first: what people read there is most of what Truce knows.'
            : 'An administrator connects your website and your tools here. Files you can bring yourself, under Imports.'}
        </p>
      </div>
    );
  }
  return (
    <section className={lines.box} aria-labelledby="sources">
      <div className={lines.head}>
        <h2 id="sources" className={lines.title}>
          {count(sources.length, 'source')}
        </h2>
        <p className={lines.aside}>
          {silent === 0 ? 'none is silent' : `${silent} silent for more than a day`}
        </p>
      </div>
      <ul>
        {sources.map((each) => (
          <SourceLine key={each.sourceId} {...props} source={each} />
        ))}
      </ul>
    </section>
  );
}
