import { describe, expect, it } from 'vitest';
import { begin, begun, cardNamed, claimNamed } from '../../../lib/platform/ahead.ts';

describe('what was begun before the rest of a page was here', () => {
  it('is handed to the first who would begin the same, and to nobody else', async () => {
    begin(claimNamed('a'), Promise.resolve('yes'));
    expect(begun(claimNamed('b'))).toBeUndefined();
    expect(begun(cardNamed('a'))).toBeUndefined();
    expect(await begun(claimNamed('a'))).toBe('yes');
    expect(begun(claimNamed('a'))).toBeUndefined();
  });

  it('fails only for whoever takes it', async () => {
    begin(cardNamed('a'), Promise.reject(new Error('no disk')));
    await new Promise((done) => setTimeout(done));
    await expect(begun(cardNamed('a'))).rejects.toThrow('no disk');
  });
});
