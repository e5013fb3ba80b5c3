/**
 * Brings the packages in before anything needs them, then hands over to the project's own Node.
 *
 * Plain JavaScript without a single import from npm: this runs on a machine that has nothing but npm and
 * whatever Node came with it (16 or newer), where TypeScript and the packages do not work yet.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));

const NODE = join(
  ROOT,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/**
 * Installs the packages of the lock file if they are not all there. Says what it does and how long it took.
 * Ends the process with a sentence when npm cannot.
 */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const started = Date.now();
  console.log('Installing the packages (once, about half a minute) …');
  let result = await npm('ci');
  // A lock file written where some platform's packages could not be fetched lacks them, and `ci` is strict.
  if (result.output.includes('code EUSAGE')) result = await npm('install', '--no-save');
  if (result.code !== 0 || !existsSync(NODE)) {
    console.error(result.output.trim().split('\n').slice(-15).join('\n'));
    console.error(
      '\nThe packages could not be installed; the lines above are from npm. Check that this machine reaches ' +
        'its npm registry (`npm ping`), then run the same command again.',
    );
    process.exit(1);
  }
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

/** Compares what npm says it installed with the lock file; optional packages may be absent, nothing may differ. */
function isInstalled() {
  try {
    const read = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages;
    const wanted = read('package-lock.json');
    const have = read('node_modules/.package-lock.json');
    return (
      existsSync(NODE) &&
      Object.entries(wanted).every(
        ([path, one]) =>
          path === '' || (have[path] ? have[path].version === one.version : isOptional(one)),
      )
    );
  } catch {
    return false;
  }
}

function isOptional(entry) {
  return Boolean(entry.optional || entry.devOptional || entry.peer);
}

/** Runs npm quietly: its engine warnings name this machine's Node, which is not the one that gets used. */
function npm(...args) {
  // Without our own .bin, or npm would run on the very Node that it is about to replace.
  const ours = join(ROOT, 'node_modules');
  const path = (process.env.PATH ?? '').split(delimiter).filter((dir) => !dir.startsWith(ours));
  return new Promise((done) => {
    const child = spawn('npm', [...args, '--loglevel=error', '--no-audit', '--no-fund'], {
      cwd: ROOT,
      env: { ...process.env, PATH: path.join(delimiter) },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => (output += text));
    child.on('error', (error) => done({ code: 1, output: `npm: ${error.message}` }));
    child.on('close', (code) => done({ code, output }));
  });
}
