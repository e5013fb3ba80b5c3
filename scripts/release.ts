/**
 * `npm run release -- --version 0.2.0`: the version into package.json (the one place it is written in), packages, checks, and all that
 * a release consists of into `release/0.2.0/`. With `--tag` it also commits and tags, for which nothing else may be uncommitted.
 * What each step is for, and what comes after: docs/release.md.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { notesOf } from './changelog.ts';
import { BROWSERS, OUTPUT, packageName, ROOT, versionNow } from './packages.ts';
import { run } from './run.ts';
import { isLater } from './versions.ts';

const { values } = parseArgs({
  options: { version: { type: 'string' }, tag: { type: 'boolean', default: false } },
});

try {
  await release(values.version ?? versionNow(), values.tag);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function release(version: string, tag: boolean): Promise<void> {
  const notes = notesOf(version);
  const before = versionNow();
  if (version !== before && !isLater(version, before)) {
    throw new Error(`${version} is not later than ${before}, and stores take no earlier version.`);
  }
  if (tag) await mayBeTagged(version);
  if (version !== before) {
    await step('The version into package.json and package-lock.json', 'npm', [
      ...['version', version, '--no-git-tag-version', '--ignore-scripts'],
    ]);
  }
  await step('Packages', process.execPath, ['scripts/zip.ts']);
  await step('Checks of the packages', process.execPath, ['scripts/check-packages.ts']);
  await step('Parts list', process.execPath, ['scripts/sbom.ts']);
  const folder = gather(version, notes);
  if (tag) {
    await step('Commit', 'git', [
      ...['commit', '-m', `Truce ${version}`, '--', 'package.json', 'package-lock.json'],
    ]).catch(ignoreNothingToCommit);
    await step('Tag', 'git', ['tag', '-a', `v${version}`, '-m', `Truce ${version}`]);
  }
  console.log(`\n${folder} has all of it. Next: docs/release.md, “Handing in”.`);
}

async function step(what: string, command: string, args: string[]): Promise<string> {
  console.log(what);
  return run(what, command, args, { cwd: ROOT });
}

/** A release by hand of what was tagged already changes no file. */
function ignoreNothingToCommit(error: unknown): void {
  if (!(error instanceof Error) || !/nothing|no changes/.test(error.message)) throw error;
}

async function mayBeTagged(version: string): Promise<void> {
  const changed = await run('git status', 'git', ['status', '--porcelain'], { cwd: ROOT });
  if (changed.trim())
    throw new Error('There are changes that are not committed. Commit them first.');
  const tags = await run('git tag', 'git', ['tag', '--list', `v${version}`], { cwd: ROOT });
  if (tags.trim()) throw new Error(`v${version} is tagged already. A release is never made twice.`);
}

/** Everything that goes out, with sums of all of it. @returns the folder, from the root */
function gather(version: string, notes: string): string {
  const folder = join(ROOT, 'release', version);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const what of [...BROWSERS, 'sources'] as const) {
    copyFileSync(join(OUTPUT, packageName(what)), join(folder, packageName(what)));
  }
  copyFileSync(join(OUTPUT, 'truce.cdx.json'), join(folder, `truce-${version}.cdx.json`));
  for (const name of ['LICENSE', 'THIRD-PARTY.md'])
    copyFileSync(join(ROOT, name), join(folder, name));
  writeFileSync(join(folder, 'NOTES.md'), `${notes}\n`);
  const sums = readdirSync(folder).map((name) => {
    const sum = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    return `${sum}  ${name}\n`;
  });
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
  for (const line of sums) process.stdout.write(line);
  return `release/${version}`;
}
