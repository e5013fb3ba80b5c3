/** Wires the page “Your store”. */
import { useEffect } from 'react';
import { NEEDS } from '../../components/store/rooms.ts';
import { StorePage } from '../../components/store/StorePage.tsx';
import { mayActAs } from '../../lib/contract/words.ts';
import { browser } from '../../lib/platform/browser.ts';
import { useCell, useNow } from '../../lib/platform/use-cell.ts';
import { page, rooms, savePerson, saveRefused } from './rooms.ts';
import { useStoreRoom } from './use-store-room.ts';

export function App() {
  const kept = useCell(page.connection);
  // Refused: the store no longer knows this browser, so it is as good as not connected.
  const connection = kept?.refused ? null : kept;
  const room = useStoreRoom(connection?.member.role ?? null);
  const now = useNow(30_000);
  const member = connection?.member;
  const mayEnter = member !== undefined && mayActAs(member.role, NEEDS[room]);
  const who = mayEnter ? `${connection?.store} ${member.memberId}` : null;

  useEffect(() => {
    if (who === null) return;
    const look = () => {
      if (document.visibilityState === 'visible') void rooms[room].open();
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [room, who]);

  return (
    <StorePage
      connection={connection ? { store: connection.store, member: connection.member } : connection}
      room={room}
      now={now}
      people={{ ...rooms.people.acts, state: useCell(rooms.people.view) }}
      sources={{
        ...rooms.sources.acts,
        state: useCell(rooms.sources.view),
        refused: useCell(rooms.sources.refused),
      }}
      imports={{
        ...rooms.imports.acts,
        state: useCell(rooms.imports.view),
        mappings: useCell(rooms.imports.mappings),
        upload: useCell(rooms.imports.upload),
        onSaveRefused: saveRefused,
      }}
      merges={{ ...rooms.merges.acts, state: useCell(rooms.merges.view) }}
      privacy={{
        ...rooms.privacy.acts,
        state: useCell(rooms.privacy.view),
        onExport: savePerson,
      }}
      hooks={{ ...rooms.hooks.acts, state: useCell(rooms.hooks.view) }}
      audit={{ ...rooms.audit.acts, state: useCell(rooms.audit.view) }}
      onConnect={() =>
        void browser.tabs.create({ url: browser.runtime.getURL('options.html#connection') })
      }
    />
  );
}
