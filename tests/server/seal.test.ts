import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyOf, sealWith } from '../../server/access/seal.ts';
import { enginesFor, useEngine } from './support/engines.ts';

const key = () => randomBytes(32).toString('base64url');

describe('a sealed secret', () => {
  it('is opened by the same key only, and looks different each time', () => {
    const one = key();
    const sealed = sealWith(one).close('whsec_Größe 😀');
    expect(sealWith(one).open(sealed)).toBe('whsec_Größe 😀');
    expect(sealed).not.toContain('whsec');
    expect(sealWith(one).close('whsec_Größe 😀')).not.toBe(sealed);
    expect(() => sealWith(key()).open(sealed)).toThrow();
  });

  it('is refused when any byte of it is another one, or some are missing', () => {
    const seal = sealWith(key());
    const sealed = Buffer.from(seal.close('secret'), 'base64url');
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => seal.open(changed.toString('base64url')), `byte ${at}`).toThrow();
    }
    for (const length of [0, 5, 12, 20, sealed.length - 1]) {
      expect(() => seal.open(sealed.subarray(0, length).toString('base64url'))).toThrow();
    }
  });
});

describe.each(enginesFor(import.meta.url))('the key, on %s', (engine) => {
  const db = useEngine(engine);

  it('is the one that was given, else one that all processes share', async () => {
    expect(await keyOf(db(), 'given')).toBe('given');
    const [one, other] = await Promise.all([keyOf(db(), null), keyOf(db(), null)]);
    expect(one).toBe(other);
    expect(one.length).toBeGreaterThanOrEqual(43);
  });
});
