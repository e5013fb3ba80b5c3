import { describe, expect, it } from 'vitest';
import { HELP, parseOptions } from '../../demo/options.ts';

function options(...args: string[]) {
  const parsed = parseOptions(args);
  if (parsed.is !== 'options') throw new Error(`not options: ${JSON.stringify(parsed)}`);
  return parsed.options;
}

function complaint(...args: string[]): string {
  const parsed = parseOptions(args);
  return parsed.is === 'wrong' ? parsed.message : `no complaint: ${parsed.is}`;
}

describe('the options of the demo', () => {
  it('has a default for everything', () => {
    expect(options()).toEqual({
      url: null,
      browser: true,
      screenshot: null,
      data: null,
      port: 4860,
      portGiven: false,
    });
  });

  it('takes what is typed', () => {
    const typed = options(
      '--url',
      'https://acme.lightning.force.com/x',
      '--port=5000',
      '--data',
      'd',
    );
    expect(typed.url?.host).toBe('acme.lightning.force.com');
    expect(typed).toMatchObject({ port: 5000, portGiven: true, data: 'd' });
    expect(options('--no-browser').browser).toBe(false);
    expect(options('--screenshot', 'a.png').screenshot).toBe('a.png');
  });

  it('knows a port that was asked for from the default, even when it is the same number', () => {
    expect(options('--port', '4860').portGiven).toBe(true);
  });

  it.each(['0', '65536', '-1', '1e3', 'abc', '80.5'])('refuses port %s', (port) => {
    expect(complaint(`--port=${port}`)).toContain('--port needs a number');
  });

  it.each(['acme', 'file:///etc/passwd', 'javascript:alert(1)'])(
    'refuses the address %s',
    (url) => {
      expect(complaint('--url', url)).toContain('--url needs a web address');
    },
  );

  it('says what is wrong with what cannot go together', () => {
    expect(complaint('--screenshot', 'a.png', '--no-browser')).toContain('needs a browser');
    expect(complaint('--screenshot', 'a.png', '--url', 'https://a.example/')).toContain(
      'localhost',
    );
    expect(options('--screenshot', 'a.png', '--url', 'http://localhost:1/').screenshot).toBe(
      'a.png',
    );
  });

  it('answers a typing error with one sentence and where to look', () => {
    expect(complaint('--prot', '1')).toBe("Unknown option '--prot'. See npm start -- --help.");
    expect(complaint('stray')).toContain('See npm start -- --help.');
  });

  it('explains every option it takes', () => {
    expect(parseOptions(['-h']).is).toBe('help');
    for (const name of ['--url', '--no-browser', '--screenshot', '--data', '--port']) {
      expect(HELP).toContain(name);
    }
  });
});
