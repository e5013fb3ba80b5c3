import type { ComponentProps } from 'react';
import { scoreWords } from '../../lib/words/score.ts';
import { DataTable } from '../ui/DataTable.tsx';
import styles from './FoldedTable.module.css';

/** The numbers behind a plot, folded away until somebody asks. */
export function FoldedTable(table: ComponentProps<typeof DataTable>) {
  return (
    <details className={styles.more}>
      <summary>{scoreWords().asTable}</summary>
      <DataTable {...table} />
    </details>
  );
}
