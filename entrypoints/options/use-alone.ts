/** Whether an administrator is the only member of the store: then the options page says what is next. */
import { useEffect, useState } from 'react';
import type { Connection } from '../../lib/platform/connection.ts';
import { connectionStore } from '../../lib/platform/connection.ts';
import { withConnection } from '../../lib/sync/pair.ts';
import { createStoreClient } from '../../lib/sync/store-client.ts';

const connections = connectionStore();

/** @returns false until the store has said so, and whenever it does not answer */
export function useAlone(connection: Connection | null | undefined): boolean {
  const token = connection?.member.role === 'admin' ? connection.token : null;
  const [alone, setAlone] = useState(false);
  useEffect(() => {
    setAlone(false);
    if (token === null) return;
    let current = true;
    const look = async () => {
      if (document.visibilityState !== 'visible') return;
      const answer = await withConnection(connections, (as) => createStoreClient(as).team());
      if (current && answer.ok) setAlone(answer.value.members.length === 1);
    };
    void look();
    document.addEventListener('visibilitychange', look);
    return () => {
      current = false;
      document.removeEventListener('visibilitychange', look);
    };
  }, [token]);
  return alone;
}
