/** Installs and builds the demo CRM when what it is made from has changed, or was never built. */
import { join } from 'node:path';
import { run } from '../scripts/run.ts';
import { hashOf, isFresh, writeStamp } from '../scripts/stamp.ts';
import type { Progress } from './progress.ts';

const CRM = join(import.meta.dirname, 'crm');

/** What the installed packages depend on, and what the build does. */
const LOCK = ['package.json', 'package-lock.json', '.npmrc'];
const SOURCES = [...LOCK, 'src', 'index.html', 'build.js', 'vite.config.js', 'tsconfig.json'];

/** @returns the folder with the built CRM and its `people.json` */
export async function ensureCrmBuilt({
  progress,
  signal,
}: {
  progress: Progress;
  signal?: AbortSignal;
}): Promise<string> {
  const dist = join(CRM, 'dist');
  const installed = { stamp: join(CRM, 'node_modules/.stamp'), hash: await hashOf(CRM, LOCK) };
  const built = { stamp: join(dist, '.stamp'), hash: await hashOf(CRM, SOURCES) };
  if (await isFresh(built.stamp, built.hash)) return dist;

  if (!(await isFresh(installed.stamp, installed.hash))) {
    await progress.step('Installing the demo CRM (Atomic CRM from npm, 350 MB, once)', () =>
      run('npm ci', 'npm', ['ci', '--loglevel=error'], { cwd: CRM, signal }),
    );
    await writeStamp(installed.stamp, installed.hash);
  }
  await progress.step('Building the demo CRM', () =>
    run('The build of the demo CRM', process.execPath, ['build.js'], { cwd: CRM, signal }),
  );
  await writeStamp(built.stamp, built.hash);
  return dist;
}
