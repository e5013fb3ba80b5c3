import { describe, expect, it } from 'vitest';
import { makeProgress } from '../../demo/progress.ts';

function recorder(isTTY: boolean) {
  let text = '';
  let time = 0;
  const out = {
    isTTY,
    write: (more: string) => {
      text += more;
    },
  };
  const progress = makeProgress(out, () => time);
  return {
    progress,
    text: () => text,
    wait: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

describe('progress', () => {
  it('says in plain lines what is done and how long it took', async () => {
    const { progress, text, wait } = recorder(false);
    const build = async () => {
      wait(2340);
      return 'built';
    };
    expect(await progress.step('Building', build)).toBe('built');
    progress.say('Ready.');
    expect(text()).toBe('… Building\n✓ Building (2.3 s)\nReady.\n');
  });

  it('marks a failure and passes it on', async () => {
    const { progress, text } = recorder(false);
    const failing = progress.step('Building', () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(text()).toContain('✗ Building (0.0 s)');
  });

  it('keeps to one line where somebody watches', async () => {
    const { progress, text, wait } = recorder(true);
    await progress.step('Sending', async () => {
      wait(30_000);
    });
    expect(text().split('\n')).toHaveLength(2);
    expect(text().endsWith('\r\u001b[2K✓ Sending (30 s)\n')).toBe(true);
  });
});
