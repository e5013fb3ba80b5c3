import { Button } from '../ui/Button.tsx';
import lines from './Lines.module.css';

type Props = { more: boolean; loading: boolean; what: string; onMore: () => void };

/** The next page of a list. */
export function More({ more, loading, what, onMore }: Props) {
  if (!more) return null;
  return (
    <div className={lines.more}>
      <Button size="small" busy={loading} data-action="more" onClick={() => onMore()}>
        {loading ? 'Loading' : `Older ${what}`}
      </Button>
    </div>
  );
}
