import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Plain } from './Plain.tsx';

type Props = { toolbar: ReactNode; onConnect: () => void };

/** The extension is here, the team's store is not: how to get there. */
export function NotConnected({ toolbar, onConnect }: Props) {
  return (
    <Plain title="Connect to your team’s store" toolbar={toolbar}>
      <p>
        Truce shows what marketing knows about this person. That lives in your team’s own store, and
        this browser is not connected to it yet.
      </p>
      <p>
        Ask whoever runs Truce in your team for the store’s address and a one-time code of 8
        characters. Then it takes a minute.
      </p>
      <div>
        <Button kind="marketing" data-action="connect" onClick={onConnect}>
          Connect
        </Button>
      </div>
    </Plain>
  );
}
