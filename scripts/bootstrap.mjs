/**
 * Brings the packages in before anything needs them, then hands over to the project's own Node.
 *
 * Plain JavaScript without a single import from npm: this runs on a machine that has nothing but npm and
 * whatever Node came with it (16 or newer), where TypeScript and the packages do not work yet.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));

const NODE = join(
  ROOT,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

const LOCK = 'package-lock.json';
/** What npm writes when an install has come to its end. */
const HAVE = 'node_modules/.package-lock.json';
const STAMP = join(ROOT, 'node_modules/.truce-lock');
const OTHER_NODE = '';
const OWN_NODE = dirname(NODE);
const LIBC = process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';

/**
 * Installs the packages of the lock file if they are not all there. Says what it does and how long it took.
 * Ends the process with a sentence when npm cannot.
 */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const started = Date.now();
  console.log('Installing the packages (once, about half a minute) …');
  let result = await npm(OTHER_NODE, 'ci');
  // A lock file written where some platform's packages could not be fetched lacks them, and `ci` is strict.
  if (result.output.includes('EUSAGE')) result = await npm(OTHER_NODE, 'install', '--no-save');
  // npm leaves out optional packages that its own Node is too old for. Now there is one that is not.
  if (result.code === 0 && existsSync(NODE) && !isComplete()) {
    result = await npm(OWN_NODE, 'install', '--no-save');
  }
  if (result.code !== 0 || !existsSync(NODE)) {
    console.error(result.output.trim().split('\n').slice(-15).join('\n'));
    console.error(
      '\nThe packages could not be installed; the lines above are from npm. Check that this machine reaches ' +
        'its npm registry (`npm ping`), then run the same command again.',
    );
    process.exit(1);
  }
  writeFileSync(STAMP, lockHash());
  console.log(`Packages installed (${((Date.now() - started) / 1000).toFixed(0)} s).`);
}

/**
 * Runs a TypeScript file under the project's own Node, passes signals on, and ends as it ended.
 *
 * @param {string} file path from the project's folder
 * @param {string[]} args what the person typed
 */
export async function handOver(file, args) {
  await ensureInstalled();
  const child = spawn(NODE, ['--import', './scripts/follow-parent.ts', file, ...args], {
    cwd: ROOT,
    // Where the person is, which paths they type are meant from; npm sets it, and moves to our folder.
    env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const pass = (signal) => {
    if (child.exitCode === null) child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pass(signal));
  stopWithoutParent(() => pass('SIGTERM'));
  child.on('error', (error) => {
    console.error(
      `Node could not be started: ${error.message}. Delete node_modules and try again.`,
    );
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

/** Under npm, npm being killed must not leave us behind: it cannot tell us, but somebody gets another parent. */
function stopWithoutParent(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  setInterval(() => ancestors() !== before && stop(), 1000).unref();
}

/** Our parent and its parent: npm starts us through a shell, which outlives it. */
function ancestors() {
  try {
    const shell = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    return `${process.ppid} ${shell.slice(shell.lastIndexOf(')')).split(' ')[2]}`;
  } catch {
    // Only Linux tells this way; elsewhere our own parent has to do.
    return String(process.ppid);
  }
}

function isInstalled() {
  if (!existsSync(NODE) || !existsSync(join(ROOT, HAVE))) return false;
  // The stamp is for what no install can complete, such as a package that the registry does not have.
  return (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash()) || isComplete();
}

/** Compares what npm says it installed with the lock file: nothing may differ, and nothing for here be absent. */
function isComplete() {
  try {
    const have = packagesIn(HAVE);
    return Object.entries(packagesIn(LOCK)).every(
      ([path, one]) =>
        path === '' || (have[path] ? have[path].version === one.version : !isForHere(one)),
    );
  } catch {
    return false;
  }
}

function packagesIn(file) {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;
}

/** Whether a package of the lock file belongs on this machine. */
function isForHere({ os, cpu, libc, optional, devOptional, peer }) {
  const fits = (list, mine) => !list || list.includes(mine);
  if (os || cpu || libc) {
    return fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, LIBC);
  }
  return !optional && !devOptional && !peer;
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, LOCK)))
    .digest('hex');
}

/**
 * Runs npm quietly: its engine warnings name this machine's Node, which is not the one that gets used.
 *
 * @param {string} first folder whose Node npm should run on, or empty for the machine's own
 */
function npm(first, ...args) {
  // Never by way of our .bin: npm would run on the very Node that it is about to replace.
  const ours = join(ROOT, 'node_modules');
  const path = (process.env.PATH ?? '').split(delimiter).filter((dir) => !dir.startsWith(ours));
  if (first) path.unshift(first);
  return new Promise((done) => {
    const child = spawn('npm', [...args, '--loglevel=error', '--no-audit', '--no-fund'], {
      cwd: ROOT,
      env: { ...process.env, PATH: path.join(delimiter) },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => done({ code: 1, output: `npm: ${error.message}` }));
    child.on('close', (code) => done({ code, output }));
  });
}
