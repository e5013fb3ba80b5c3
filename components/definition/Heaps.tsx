import type { Preview } from '../../lib/contract/learning.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { number } from '../../lib/words/numbers.ts';
import { plain } from '../ui/words.ts';
import styles from './Aside.module.css';
import plot from './Heaps.module.css';
import { Part } from './Part.tsx';
import type { DefinitionsState } from './props.ts';

type Scores = NonNullable<Preview['scores']>;
type Bin = Scores['bins'][number];
type Props = { state: DefinitionsState; preview: Preview; scores: Scores };

const WIDTH = 360;
const HIGH = 64;
const MIDDLE = 20;
const TOP = 18;

/** Judged leads by points: upwards what is in force, downwards what is proposed. */
export function Heaps({ state, preview, scores }: Props) {
  const t = definitionWords().preview;
  const { current } = state.answer;
  const { bins, width } = scores;
  const first = bins[0]?.from ?? 0;
  const most = Math.max(1, ...bins.flatMap(({ before, after }) => [sum(before), sum(after)]));
  const each = WIDTH / Math.max(1, bins.length);
  const at = (points: number) => ((points - first) / width) * each;
  const line = (version: number, points: number, n: number) =>
    t.line(version, plain(points), number(n));
  const before = line(current.version, current.mqlAt, preview.before.volume);
  const after = line(current.version + 1, state.shown.mqlAt, preview.after.volume);
  const base = TOP + HIGH;
  return (
    <Part
      title={t.heaps}
      part="heaps"
      aside={
        <span className={plot.key}>
          <span className={plot.filledKey} /> {t.acceptedMark} <span className={plot.openKey} />{' '}
          {t.otherMark}
        </span>
      }
    >
      <svg
        className={plot.plot}
        viewBox={`0 0 ${WIDTH} ${2 * (TOP + HIGH) + MIDDLE}`}
        role="img"
        aria-label={t.heapsLabel(before, after)}
      >
        {bins.map((bin, place) => (
          <g key={bin.from}>
            <Heap bin={bin.before} x={place * each} wide={each - 2} base={base} most={most} up />
            <Heap
              bin={bin.after}
              x={place * each}
              wide={each - 2}
              base={base + MIDDLE}
              most={most}
            />
          </g>
        ))}
        {ticks(bins).map((points) => (
          <text key={points} x={at(points)} y={base + 14} className={plot.tick}>
            {plain(points)}
          </text>
        ))}
        <Line x={at(current.mqlAt)} from={TOP} to={base} label={before} y={12} />
        <Line
          x={at(state.shown.mqlAt)}
          from={base + MIDDLE}
          to={base + MIDDLE + HIGH}
          label={after}
          y={base + MIDDLE + HIGH + 14}
        />
      </svg>
      <Table bins={bins} width={width} />
    </Part>
  );
}

const sum = ({ accepted, other }: Bin['before']) => accepted + other;

/** About four round places to name. */
function ticks(bins: readonly Bin[]): number[] {
  const step = Math.max(1, Math.ceil(bins.length / 4));
  return bins.filter((_, place) => place % step === 0).map(({ from }) => from);
}

type HeapProps = {
  bin: Bin['before'];
  x: number;
  wide: number;
  base: number;
  most: number;
  up?: boolean;
};

function Heap({ bin, x, wide, base, most, up }: HeapProps) {
  const high = (n: number) => (n / most) * HIGH;
  const [accepted, all] = [high(bin.accepted), high(sum(bin))];
  return (
    <>
      <rect className={plot.open} x={x} y={up ? base - all : base} width={wide} height={all} />
      <rect
        className={plot.filled}
        x={x}
        y={up ? base - accepted : base}
        width={wide}
        height={accepted}
      />
    </>
  );
}

type LineProps = { x: number; from: number; to: number; label: string; y: number };

/** A dashed line is a threshold; its words stand on the side that has room. */
function Line({ x, from, to, label, y }: LineProps) {
  const right = x < WIDTH / 2;
  const held = Math.min(WIDTH, Math.max(0, x));
  return (
    <>
      <line className={plot.line} x1={held} x2={held} y1={from} y2={to} />
      <text className={plot.label} x={held} y={y} textAnchor={right ? 'start' : 'end'}>
        {label}
      </text>
    </>
  );
}

function Table({ bins, width }: { bins: readonly Bin[]; width: number }) {
  const t = definitionWords().preview;
  const of = (heap: Bin['before']) => t.columns.of(number(heap.accepted), number(sum(heap)));
  return (
    <details className={styles.rest}>
      <summary>{t.asTable}</summary>
      <table className={styles.table} aria-label={t.heaps}>
        <thead>
          <tr>
            <th scope="col">{t.columns.points}</th>
            <th scope="col">{t.columns.before}</th>
            <th scope="col">{t.columns.after}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map(({ from, before, after }) => (
            <tr key={from}>
              <th scope="row">
                {width === 1 ? plain(from) : `${plain(from)} … ${plain(from + width - 1)}`}
              </th>
              <td>{of(before)}</td>
              <td>{of(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
