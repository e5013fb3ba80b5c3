import { teachWords } from '../../lib/words/teach.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { AddressLine } from './AddressLine.tsx';
import type { StageProps, TeachProps } from './props.ts';
import styles from './Teach.module.css';
import { ASKED } from './words.ts';

/** A second person's page, read by what the first one taught. */
export function Second({ stage, onNext, onBack, ...rest }: StageProps<'second'>) {
  const { now, first, obstacle, doubts } = stage;
  const t = teachWords();
  return (
    <>
      <p>{t.second.lead}</p>
      <AddressLine address={stage.address} />
      {obstacle ? (
        <Notice role="status">{obstacle}</Notice>
      ) : (
        <table className={styles.compare}>
          <thead>
            <tr>
              <td />
              <th scope="col">{t.second.firstPage}</th>
              <th scope="col">{t.second.thisPage}</th>
            </tr>
          </thead>
          <tbody>
            {ASKED.filter((fact) => first[fact] ?? now?.[fact]).map((fact) => (
              <tr key={fact} data-fact={fact}>
                <th scope="row">{t.facts[fact]}</th>
                <td>
                  <bdi>{first[fact] ?? '–'}</bdi>
                </td>
                <td>
                  <bdi>{now?.[fact] ?? '–'}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {obstacle
        ? null
        : doubts.map(({ fact, words }) => <Doubt key={fact} fact={fact} words={words} {...rest} />)}
      <div className={styles.act}>
        <Button kind="quiet" data-action="back" onClick={onBack}>
          {t.back}
        </Button>
        <Button
          kind="marketing"
          off={obstacle !== null || doubts.some(({ serious }) => serious)}
          data-action="next"
          onClick={onNext}
        >
          {t.second.right}
        </Button>
      </div>
    </>
  );
}

type DoubtProps = Pick<
  TeachProps,
  'pointing' | 'refused' | 'onPoint' | 'onStopPointing' | 'onForget'
> & {
  fact: (typeof ASKED)[number];
  words: string;
};

function Doubt({ fact, words, pointing, refused, ...callbacks }: DoubtProps) {
  const { onPoint, onStopPointing, onForget } = callbacks;
  const t = teachWords();
  const active = pointing === fact;
  return (
    <Notice tone="strong">
      <p>{refused?.at === fact ? refused.words : words}</p>
      <Button
        size="small"
        data-action={active ? `stop-${fact}` : `point-${fact}`}
        onClick={() => (active ? onStopPointing() : onPoint(fact))}
      >
        {active ? t.stopPointing : t.second.pointHere(fact)}
      </Button>
      {fact === 'name' ? null : (
        <Button
          size="small"
          kind="quiet"
          data-action={`forget-${fact}`}
          onClick={() => onForget(fact)}
        >
          {t.second.doNotRead}
        </Button>
      )}
    </Notice>
  );
}
