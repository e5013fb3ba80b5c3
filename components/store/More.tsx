import { storeWords } from '../../lib/words/store.ts';
import { Button } from '../ui/Button.tsx';
import lines from './Lines.module.css';

type Props = { more: boolean; loading: boolean; words: string; onMore: () => void };

/** The next page of a list. */
export function More({ more, loading, words, onMore }: Props) {
  if (!more) return null;
  return (
    <div className={lines.more}>
      <Button size="small" busy={loading} data-action="more" onClick={() => onMore()}>
        {loading ? storeWords().page.loading : words}
      </Button>
    </div>
  );
}
