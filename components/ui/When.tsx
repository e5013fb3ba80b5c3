import { ago, clockOrDay, full } from './time.ts';
import type { Place } from './views.ts';

type Props = {
  at: string | number;
  now: number;
  place: Place;
  /** `ago`: how long; `clock`: the time, with the day when it is not today. */
  as?: 'ago' | 'clock';
};

/** A moment in short words, with the whole date for whoever asks. */
export function When({ at, now, place, as = 'ago' }: Props) {
  const iso = typeof at === 'number' ? new Date(at).toISOString() : at;
  return (
    <time dateTime={iso} title={full(at, place)}>
      {as === 'ago' ? ago(at, now, place) : clockOrDay(at, now, place)}
    </time>
  );
}
