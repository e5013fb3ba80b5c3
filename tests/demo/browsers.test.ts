import { describe, expect, it } from 'vitest';
import { findChromium, findFirefox, type Machine } from '../../scripts/browsers.ts';

function machine(
  platform: NodeJS.Platform,
  programs: string[],
  env: NodeJS.ProcessEnv = {},
): Machine {
  return { platform, env, home: '/Users/jane', isProgram: (path) => programs.includes(path) };
}

describe('finding browsers', () => {
  it('takes the one the person named before any other', () => {
    const here = machine('linux', ['/opt/mine', '/usr/bin/chromium'], {
      TRUCE_CHROMIUM: '/opt/mine',
    });
    expect(findChromium(here)).toBe('/opt/mine');
  });

  it('does not take another when the named one is not there', () => {
    const here = machine('linux', ['/usr/bin/firefox'], { TRUCE_FIREFOX: '/opt/gone' });
    expect(findFirefox(here)).toBeNull();
  });

  it('looks on the PATH, and where a short PATH does not reach', () => {
    expect(findChromium(machine('linux', ['/x/google-chrome'], { PATH: '/x' }))).toBe(
      '/x/google-chrome',
    );
    expect(findFirefox(machine('linux', ['/usr/bin/firefox-esr'], { PATH: '' }))).toBe(
      '/usr/bin/firefox-esr',
    );
  });

  it('prefers Chromium to branded ones', () => {
    const both = ['/usr/bin/google-chrome', '/usr/bin/chromium'];
    expect(findChromium(machine('linux', both, { PATH: '/usr/bin' }))).toBe('/usr/bin/chromium');
  });

  it('knows macOS, for everybody and for one person', () => {
    const edge = 'Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    expect(findChromium(machine('darwin', [`/${edge}`]))).toBe(`/${edge}`);
    expect(findChromium(machine('darwin', [`/Users/jane/${edge}`]))).toBe(`/Users/jane/${edge}`);
  });

  it('knows Windows', () => {
    const brave = 'C:\\Program Files\\BraveSoftware\\Brave-Browser\\Application\\brave.exe';
    const env = { PROGRAMFILES: 'C:\\Program Files' };
    expect(findChromium(machine('win32', [brave], env))).toBe(brave);
  });

  it('says so when there is none', () => {
    expect(findChromium(machine('linux', [], { PATH: '/usr/bin' }))).toBeNull();
    expect(findFirefox(machine('win32', [], {}))).toBeNull();
  });
});
