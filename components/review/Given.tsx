import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import { Notice } from '../ui/Notice.tsx';
import text from '../ui/text.module.css';
import { clockOrDay } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { resolutions } from '../ui/words.ts';

type Props = {
  resolution: NonNullable<FeedbackEntry['resolution']>;
  now: number;
  place: Place;
};

/** What marketing answered already. */
export function Given({ resolution, now, place }: Props) {
  return (
    <Notice tone="marketing">
      <p>
        <span className={text.strong}>{resolutions()[resolution.kind].said}</span>
        {resolution.reply ? ': ' : '.'}
        <bdi>{resolution.reply}</bdi>
      </p>
      <p className={`${text.tiny} ${text.muted}`}>
        <bdi>{resolution.by}</bdi>, {clockOrDay(resolution.madeAt, now, place)}
      </p>
    </Notice>
  );
}
