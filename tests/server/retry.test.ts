import { describe, expect, it } from 'vitest';
import { retrying } from '../../server/db/retry.ts';

describe('work that collided', () => {
  const failing = (code: string, times: number) => {
    let calls = 0;
    return async () => {
      calls++;
      if (calls <= times) throw Object.assign(new Error(code), { code });
      return calls;
    };
  };

  it.each(['40001', '40P01', '23505'])('is done again after %s', async (code) => {
    expect(await retrying(failing(code, 3))).toBe(4);
  });

  it('is given up when it collides every time, or failed for another reason', async () => {
    await expect(retrying(failing('40001', 100))).rejects.toThrow('40001');
    await expect(retrying(failing('22012', 1))).rejects.toThrow('22012');
  });
});
