import { describe, expect, it } from 'vitest';
import { readEnv } from '../../server/env.ts';

describe('the settings', () => {
  it('have defaults, and an empty one counts as not set', () => {
    const env = readEnv({ PORT: '', DATABASE_URL: '', TRUCE_SETUP_CODE: '' });
    expect(env).toMatchObject({
      ok: true,
      value: {
        port: 4860,
        host: '127.0.0.1',
        databaseUrl: null,
        setupCode: null,
        workspace: 'Our team',
      },
    });
  });

  it('are read as people write them', () => {
    const env = readEnv({
      PORT: '0',
      TRUCE_SETUP_CODE: '7k3m qx2p',
      DATABASE_URL: 'postgres://h/db',
    });
    expect(env).toMatchObject({
      value: { port: 0, setupCode: '7K3MQX2P', databaseUrl: 'postgres://h/db' },
    });
  });

  it('say how often in units that people use', () => {
    const backups = (TRUCE_BACKUP_EVERY: string) =>
      readEnv({ TRUCE_BACKUP_DIR: '/away', TRUCE_BACKUP_EVERY, TRUCE_BACKUP_KEEP: '3' });
    for (const [text, everyMs] of [
      ['45m', 2_700_000],
      ['12h', 43_200_000],
      ['7d', 604_800_000],
    ] as const) {
      expect(backups(text)).toMatchObject({
        value: { backups: { dir: '/away', everyMs, keep: 3 } },
      });
    }
    expect(readEnv({})).toMatchObject({ value: { backups: null, stopDelayMs: 0 } });
    expect(readEnv({ TRUCE_STOP_DELAY: '5s' })).toMatchObject({ value: { stopDelayMs: 5000 } });
  });

  it.each([
    [{ PORT: '99999' }, 'PORT'],
    [{ PORT: '1.5' }, 'PORT'],
    [{ PORT: 'http' }, 'PORT'],
    [{ HOST: ' ' }, 'HOST'],
    [{ DATABASE_URL: 'mysql://h/db' }, 'DATABASE_URL'],
    [{ TRUCE_SETUP_CODE: 'UUUU' }, 'TRUCE_SETUP_CODE'],
    [{ TRUCE_LOG_LEVEL: 'loud' }, 'TRUCE_LOG_LEVEL'],
    [{ TRUCE_METRICS_TOKEN: 'short' }, 'TRUCE_METRICS_TOKEN'],
    [{ TRUCE_BACKUP_EVERY: 'daily' }, 'TRUCE_BACKUP_EVERY'],
    [{ TRUCE_BACKUP_KEEP: '0' }, 'TRUCE_BACKUP_KEEP'],
    [{ TRUCE_STOP_DELAY: '5' }, 'TRUCE_STOP_DELAY'],
  ])('name the one that is wrong: %j', (variables, name) => {
    const env = readEnv(variables);
    expect(env).toMatchObject({ ok: false });
    if (!env.ok) expect(env.problem.detail).toMatch(new RegExp(`^${name} [^\\n]+\\.$`));
  });
});
