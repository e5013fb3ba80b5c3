/** The connection as the options page shows it, with one's own browsers. */
import { useEffect, useState } from 'react';
import type { ConnectionView } from '../../components/options/props.ts';
import type { Device } from '../../lib/contract/people.ts';
import type { Result } from '../../lib/contract/problem.ts';
import { ask } from '../../lib/messaging/ask.ts';
import type { Connection } from '../../lib/platform/connection.ts';

const NONE: readonly Device[] = [];

/**
 * @param connection undefined: not known yet
 * @param only the only store there is for this browser, where the organisation has chosen one
 * @returns what is shown, and letting go of one of the browsers
 */
export function useConnection(connection: Connection | null | undefined, only = '') {
  const token = connection && !connection.refused ? connection.token : null;
  const [known, setKnown] = useState<{ token: string; devices: readonly Device[] } | null>(null);

  // Asking also finds out whether the store still takes this browser, where people look for that.
  useEffect(() => {
    if (token === null) return;
    let isGone = false;
    void ask('connection.devices', {}).then((said) => {
      if (!isGone && said.ok) setKnown({ token, devices: said.value.devices });
    });
    return () => {
      isGone = true;
    };
  }, [token]);

  const onLetGo = async (deviceId: string): Promise<Result<null>> => {
    const said = await ask('connection.let-go', { deviceId });
    if (!said.ok) return said;
    if (token !== null) setKnown({ token, devices: said.value.devices });
    return { ok: true, value: null };
  };
  const devices = known !== null && known.token === token ? known.devices : NONE;
  return { view: viewOf(connection, devices, only), onLetGo };
}

function viewOf(
  connection: Connection | null | undefined,
  devices: readonly Device[],
  only: string,
): ConnectionView {
  if (connection === undefined) return { is: 'loading' };
  if (connection === null) return { is: 'none', store: only };
  const { store, member, refused } = connection;
  return refused ? { is: 'none', store, refused } : { is: 'connected', store, member, devices };
}
