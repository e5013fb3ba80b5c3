import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { strictStore } from '../../../lib/platform/strict-store.ts';
import { addressBook } from '../../../lib/sites/address-book.ts';

const record = (id: string) => ({
  crm: 'atomic',
  org: 'localhost:4861',
  kind: 'contact' as const,
  id,
});
const at = (id: string, more = '') => new URL(`http://localhost:4861/#/contacts/${id}/show${more}`);

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});

describe('the address book', () => {
  it('knows where a record was seen last, also after the worker died', async () => {
    const book = addressBook(strictStore('book'));
    await book.note(record('2'), at('2'));
    await book.note(record('2'), at('2', '/notes'));
    await book.note(record('3'), at('3'));
    const later = addressBook(strictStore('book'));
    expect((await later.find(record('2')))?.href).toBe(at('2', '/notes').href);
    expect(await later.find(record('4'))).toBe(null);
    await later.forgetAll();
    expect(await later.find(record('2'))).toBe(null);
  });

  it('has an end: what was seen longest ago makes room, and what is no address worth keeping is not kept', async () => {
    const book = addressBook(strictStore('book'));
    for (let n = 0; n <= 500; n += 1) await book.note(record(String(n)), at(String(n)));
    expect(await book.find(record('0'))).toBe(null);
    expect(await book.find(record('1'))).not.toBe(null);
    await book.note(record('9999'), at('9999', `?${'x'.repeat(2000)}`));
    expect(await book.find(record('9999'))).toBe(null);
  });
});
