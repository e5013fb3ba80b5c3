import type { PromiseKept } from '../../lib/contract/check-in.ts';
import { FEWEST } from '../../lib/contract/reports.ts';
import { checkInWords } from '../../lib/words/check-in.ts';
import { number } from '../../lib/words/numbers.ts';
import { Panel } from '../score/Panel.tsx';
import { percent } from '../score/words.ts';
import { classes } from '../ui/classes.ts';
import styles from './Promises.module.css';
import type { PartProps } from './props.ts';

const SIDES = ['marketing', 'sales'] as const;

/** Both columns in the same words: what was promised, what came of it. */
export function Promises({ checkIn }: PartProps) {
  const t = checkInWords().promises;
  return (
    <Panel title={t.title}>
      <div className={styles.sides} data-part="promises">
        {SIDES.map((side) => (
          <Side key={side} side={side} all={checkIn.promises.filter(({ by }) => by === side)} />
        ))}
      </div>
      <p className={styles.note}>{t.version(checkIn.headline.definitionVersion)}</p>
    </Panel>
  );
}

function Side({ side, all }: { side: (typeof SIDES)[number]; all: PromiseKept[] }) {
  const t = checkInWords().promises;
  return (
    <div data-side={side}>
      <h3 className={classes(styles.side, styles[side])}>{t[side]}</h3>
      {all.length === 0 ? <p className={styles.note}>{t.none}</p> : null}
      <ul>
        {all.map((promise) => (
          <Line key={promise.what} promise={promise} />
        ))}
      </ul>
    </div>
  );
}

function Line({ promise }: { promise: PromiseKept }) {
  const t = checkInWords().promises;
  const { what, by, held } = promise;
  return (
    <li className={styles.line} data-promise={what} data-held={held ?? 'unsaid'}>
      <span
        className={classes(styles.mark, styles[by], styles[shape(promise)])}
        aria-hidden="true"
      />
      <span className={styles.said}>
        <span>{t.what[what]}</span>
        <span className={styles.word}>{word(promise)}</span>
      </span>
      <span className={styles.figures}>{figures(promise)}</span>
    </li>
  );
}

const shape = ({ held }: PromiseKept) => (held === null ? 'unsaid' : held ? 'kept' : 'open');

function word({ what, of, held }: PromiseKept): string {
  const t = checkInWords().promises;
  if (held !== null) return held ? t.kept : t.notKept;
  return what === 'volume' && of === 0 ? t.open : t.tooFew;
}

/** The figure, its n, and what was promised where that is a share. */
function figures({ what, kept, of, promised }: PromiseKept): string {
  const t = checkInWords().promises;
  if (what === 'volume') return of === 0 ? number(kept) : t.of(kept, of);
  const share = of < FEWEST ? '' : `${percent(kept / of)}, `;
  const wanted =
    what === 'quality' && promised !== null ? `; ${t.promised(percent(promised))}` : '';
  return `${share}${t.of(kept, of)}${wanted}`;
}
