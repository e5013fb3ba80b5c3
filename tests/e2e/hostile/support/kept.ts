/** In a page of the extension: opens the sidebar in all tabs, as its popup does in the one in front. */
export async function openPanels(): Promise<void> {
  const tabs = await chrome.tabs.query({});
  const message = { to: 'scout', name: 'panel.focus' };
  await Promise.all(
    tabs.map(({ id }) => chrome.tabs.sendMessage(id ?? -1, message).catch(() => undefined)),
  );
}

/** In a page of the extension: what lies in the outbox, as text. */
export function entriesOf(): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('truce-outbox');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const { result: database } = opening;
      if (!database.objectStoreNames.contains('entries')) {
        database.close();
        resolve('[]');
        return;
      }
      const all = database.transaction('entries').objectStore('entries').getAll();
      all.onsuccess = () => {
        database.close();
        resolve(JSON.stringify(all.result));
      };
    };
  });
}
