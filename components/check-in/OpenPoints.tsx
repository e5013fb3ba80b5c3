import type { CheckIn, OpenPoint } from '../../lib/contract/check-in.ts';
import { checkInWords } from '../../lib/words/check-in.ts';
import { Panel } from '../score/Panel.tsx';
import styles from './OpenPoints.module.css';

/** What waits for somebody to decide, each with the way to where it is decided. */
export function OpenPoints({ checkIn }: { checkIn: CheckIn }) {
  const t = checkInWords().open;
  return (
    <Panel title={t.title}>
      <div data-part="open">
        {checkIn.open.length === 0 ? <p className={styles.muted}>{t.none}</p> : null}
        <ul>
          {checkIn.open.map((point) => (
            <Point key={keyOf(point)} point={point} />
          ))}
        </ul>
      </div>
    </Panel>
  );
}

const keyOf = (point: OpenPoint): string => JSON.stringify(point);

function Point({ point }: { point: OpenPoint }) {
  const t = checkInWords().open;
  const { what, more } = said(point);
  const room = ROOM_OF[point.what];
  return (
    <li className={styles.point} data-point={point.what}>
      <p className={styles.what} dir="auto">
        {what}
      </p>
      <p className={styles.more}>{more}</p>
      <a className={styles.go} href={`#${room}`} data-action={`decide-${point.what}`}>
        {t.goTo[room]}
      </a>
    </li>
  );
}

const ROOM_OF = {
  draft: 'definition',
  'late-answers': 'queue',
  'late-verdicts': 'reports',
  suggestions: 'score',
  suspicion: 'score',
  pattern: 'queue',
  disagreement: 'reports',
} as const satisfies Record<OpenPoint['what'], string>;

function said(point: OpenPoint): { what: string; more: string } {
  const t = checkInWords().open;
  switch (point.what) {
    case 'draft': {
      const sides = point.waitsFor.map((side) => t.side[side]);
      const more = sides.length > 0 ? t.waitsFor(sides) : t.bothSigned;
      return { what: t.draft(point.version), more };
    }
    case 'late-answers':
      return { what: t.lateAnswers(point.n), more: t.lateAnswersMore };
    case 'late-verdicts':
      return { what: t.lateVerdicts(point.n), more: t.lateVerdictsMore };
    case 'suggestions':
      return { what: t.suggestions(point.n), more: t.suggestionsMore };
    case 'suspicion':
      return { what: t.suspicion(point.label), more: t.suspicionMore(point.accepted, point.n) };
    case 'pattern':
      return {
        what: t.pattern(point.reason, point.n, point.of),
        more: t.patternMore(point.label),
      };
    case 'disagreement':
      return {
        what: t.disagreement(point.pairs),
        more: t.disagreementMore(point.same, point.pairs),
      };
  }
}
