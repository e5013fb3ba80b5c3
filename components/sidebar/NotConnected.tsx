import type { ReactNode } from 'react';
import { readingWords } from '../../lib/words/reading.ts';
import { Button } from '../ui/Button.tsx';
import { Plain } from './Plain.tsx';

type Props = { toolbar: ReactNode; onConnect: () => void };

/** The extension is here, the team's store is not: how to get there. */
export function NotConnected({ toolbar, onConnect }: Props) {
  const t = readingWords();
  return (
    <Plain title={t.connectTitle} toolbar={toolbar}>
      <p>{t.connectWhy}</p>
      <p>{t.connectHow}</p>
      <div>
        <Button kind="marketing" data-action="connect" onClick={onConnect}>
          {t.connect}
        </Button>
      </div>
    </Plain>
  );
}
