import { reportWords } from '../../lib/words/reports.ts';
import { Button } from '../ui/Button.tsx';

type Props = {
  /** How many rows there are, and how many are shown at first. */
  count: number;
  first: number;
  all: boolean;
  onAll: (all: boolean) => void;
};

/** The first few rows are shown; this shows all, and the first few again. Nothing where all are shown anyway. */
export function AllRows({ count, first, all, onAll }: Props) {
  const t = reportWords().acceptance;
  if (count <= first) return null;
  return (
    <div>
      <Button kind="link" size="small" data-action="all-rows" onClick={() => onAll(!all)}>
        {all ? t.fewer : t.more(count)}
      </Button>
    </div>
  );
}
