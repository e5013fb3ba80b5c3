import { describe, expect, it } from 'vitest';
import { heardIn, nonceIn } from '../../../lib/lead/frame-address.ts';

const NONCE = '3c1b7a52-6f0e-4f55-9d07-0d8a3f0c6c11';
const hashOf = (address: string) => new URL(address, 'chrome-extension://id/sidebar.html').hash;

describe('the address of a frame', () => {
  it('has the nonce of its first load, and behind it what it is to hear', () => {
    const first = [{ kind: 'seen', seen: { record: { id: 'a%20b', org: 'crm.example' } } }];
    const hash = hashOf(`#${NONCE}${JSON.stringify(first)}`);
    expect(nonceIn(hash)).toBe(NONCE);
    // Of an id with a percent sign another is made, which only means that nothing is found ahead.
    expect(heardIn(hash)).toEqual([
      { kind: 'seen', seen: { record: { id: 'a b', org: 'crm.example' } } },
    ]);
  });

  it.each(['', '#', '?again', `#${NONCE}`, `#${NONCE}{`, `#${NONCE}%`, `#${NONCE}[%E0%A4%A]`])(
    'is nothing to hear in %j, and breaks nothing',
    (address) => {
      expect(heardIn(hashOf(address))).toBeNull();
    },
  );

  it('has no nonce where nothing stands behind the #', () => {
    expect(nonceIn(hashOf('?again'))).toBe('');
  });
});
