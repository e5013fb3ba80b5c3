import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { notesOf } from '../../../scripts/changelog.ts';
import { versionNow } from '../../../scripts/packages.ts';
import { plan } from '../../../scripts/submit.ts';
import { isLater } from '../../../scripts/versions.ts';
import { filesOf, zipOf } from '../../../scripts/zip-file.ts';

describe('a release', () => {
  it('is told of in the changelog, with its day, before there is one', () => {
    expect(notesOf(versionNow()).length).toBeGreaterThan(100);
    expect(() => notesOf('9.9.9')).toThrow(/says nothing of 9\.9\.9/);
    expect(() => notesOf('0.2.0', '# New\n\n## 0.2.0 soon\n\nMore.\n')).toThrow(
      /gives 0\.2\.0 no day/,
    );
    const text = '# New\n\n## 0.2.0 (2026-12-01)\n\nMore.\n\n## 0.1.0 (2026-11-27)\n\nFirst.\n';
    expect(notesOf('0.2.0', text)).toBe('More.');
  });

  it('comes after the one before, number by number', () => {
    expect(isLater('0.10.0', '0.9.9')).toBe(true);
    expect(isLater('0.2.0', '0.2.0')).toBe(false);
    expect(isLater('0.1.9', '0.2.0')).toBe(false);
    for (const none of ['1.0', 'v1.0.0', '1.0.0-beta', '01.0.0', '']) {
      expect(() => isLater(none, '0.1.0')).toThrow(/no version for the stores/);
    }
  });

  it('is handed in where all secrets are, and says what is missing elsewhere', () => {
    const edge = { EDGE_PRODUCT_ID: 'p', EDGE_CLIENT_ID: 'c', EDGE_API_KEY: 'k' };
    const stores = plan('/release', { ...edge, FIREFOX_JWT_ISSUER: 'i' });
    expect(stores.map(({ name, missing }) => [name, missing.length])).toEqual([
      ['Chrome Web Store', 4],
      ['Edge Add-ons', 0],
      ['Firefox Add-ons', 2],
    ]);
    expect(stores[1]?.args).toEqual(['--edge-zip', `/release/truce-${versionNow()}-edge.zip`]);
    expect(stores[2]?.args.join(' ')).toContain('--firefox-sources-zip /release/');
  });
});

describe('a zip file of ours', () => {
  const files = new Map([
    ['a/Grüße.txt', Buffer.from('one')],
    ['b.js', Buffer.alloc(70_000, 7)],
    ['empty', Buffer.alloc(0)],
  ]);

  it('gives back what went in, whatever the order', () => {
    const zip = zipOf(files);
    expect([...filesOf(zip)].map(([path, content]) => [path, Buffer.from(content)])).toEqual([
      ...files,
    ]);
    expect(zipOf(new Map([...files].reverse())).equals(zip)).toBe(true);
  });

  it('is refused when a byte has changed, or when it is none', () => {
    const zip = zipOf(files);
    zip.writeUInt8(1, 5000);
    expect(() => filesOf(zip)).toThrow(/b\.js is damaged/);
    expect(() => filesOf(Buffer.from('no zip'))).toThrow(/no zip file of ours/);
  });

  it('is one for others as well', () => {
    const folder = mkdtempSync(join(tmpdir(), 'truce-zip-'));
    const path = join(folder, 'ours.zip');
    writeFileSync(path, zipOf(files));
    // Python reads zip files without us, and is on every machine that tests run on.
    const read = execFileSync('python3', ['-m', 'zipfile', '--test', path], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(read).toMatch(/Done testing/);
  });
});
