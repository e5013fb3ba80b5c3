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

  it.each([
    [{ PORT: '99999' }, 'PORT'],
    [{ PORT: '1.5' }, 'PORT'],
    [{ PORT: 'http' }, 'PORT'],
    [{ HOST: ' ' }, 'HOST'],
    [{ DATABASE_URL: 'mysql://h/db' }, 'DATABASE_URL'],
    [{ TRUCE_SETUP_CODE: 'UUUU' }, 'TRUCE_SETUP_CODE'],
    [{ TRUCE_LOG_LEVEL: 'loud' }, 'TRUCE_LOG_LEVEL'],
  ])('name the one that is wrong: %j', (variables, name) => {
    const env = readEnv(variables);
    expect(env).toMatchObject({ ok: false });
    if (!env.ok) expect(env.problem.detail).toMatch(new RegExp(`^${name} [^\\n]+\\.$`));
  });
});
