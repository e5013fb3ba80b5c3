import type { VersionLine } from '../../lib/contract/agreement.ts';
import { checkInWords } from '../../lib/words/check-in.ts';
import { Panel } from '../score/Panel.tsx';
import { Fill } from '../ui/Fill.tsx';
import { TruceMark } from '../ui/TruceMark.tsx';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import { madeBySomebody } from './agenda.ts';
import styles from './Changes.module.css';
import type { PartProps } from './props.ts';

/** Definitions that came into force in the period, in words. */
export function Changes({ checkIn, now, place }: PartProps) {
  const t = checkInWords().changes;
  const { headline } = checkIn;
  const changes = madeBySomebody(checkIn);
  return (
    <Panel title={t.title}>
      <div data-part="changes">
        {changes.length === 0 ? (
          <p className={styles.muted}>{t.none(headline.definitionVersion)}</p>
        ) : null}
        <ul>
          {changes.map((line) => (
            <Version key={line.version} line={line} now={now} place={place} />
          ))}
        </ul>
      </div>
    </Panel>
  );
}

function Version({ line, now, place }: { line: VersionLine; now: number; place: Place }) {
  const t = checkInWords().changes;
  const { marketing, sales } = line.signedBy;
  return (
    <li className={styles.version} data-version={line.version}>
      <h3 className={styles.name}>
        {t.version(line.version)} {marketing && sales ? <TruceMark /> : null}{' '}
        {line.backTo === null ? null : <>{t.backTo(line.backTo)} </>}
        <span className={styles.muted}>
          <Fill text={t.since} when={<When at={line.at} now={now} place={place} as="clock" />} />
        </span>
      </h3>
      <ul className={styles.words}>
        {line.changes.map((change) => (
          <li key={change} dir="auto">
            {change}
          </li>
        ))}
      </ul>
      <p className={styles.muted}>
        {marketing && sales ? (
          <Fill text={t.signed} marketing={<bdi>{marketing}</bdi>} sales={<bdi>{sales}</bdi>} />
        ) : (
          t.unsigned
        )}
        . {t.feedback(line.feedback)}.
      </p>
    </li>
  );
}
