import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { commandsOf, readPages } from '../../docs/pages.ts';
import { run } from '../../docs/typed.ts';

it('a list of repairs is signed and checked by the lines of docs/repairs.md', async () => {
  const page = readPages().find(({ file }) => file === 'docs/repairs.md');
  const list = page?.blocks.find(({ language }) => language === 'json');
  const lines = page ? commandsOf(page).filter(({ text }) => text.startsWith('node ')) : [];
  expect(lines).toHaveLength(3);
  const folder = mkdtempSync(join(tmpdir(), 'truce-repairs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'list.json'), list?.lines.map(({ text }) => text).join('\n') ?? '');
  let publicKey = '';
  for (const { text } of lines) {
    const command = text
      .replaceAll('DIR', folder)
      .replace(/list\.(signed\.)?json/, (file) => join(folder, file))
      .replace('PUBLIC_KEY', publicKey)
      .replace(/^node/, `"${process.execPath}"`);
    const { code, output } = await run(command, {});
    expect({ command, code, output }).toMatchObject({ code: 0 });
    publicKey ||= output.trim();
  }
});
