/** Runs a program to its end, quietly, and keeps what it said for when it fails. */
import { spawn } from 'node:child_process';

/** A program ended with an error. The message names it and shows the end of what it printed. */
export class RunFailed extends Error {
  readonly code: number;

  constructor(what: string, code: number, output: string) {
    super(`${what} failed (exit ${code}).\n${lastLines(output, 25)}`);
    this.name = 'RunFailed';
    this.code = code;
  }
}

export interface RunOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
}

/**
 * @param what how the program is called in messages: `wxt build`
 * @returns what it printed, both streams in one
 * @throws RunFailed when it ends with anything but 0
 */
export function run(
  what: string,
  command: string,
  args: readonly string[],
  options: RunOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      // On Windows npm and its tools are .cmd files, which only a shell can start.
      shell: process.platform === 'win32' && !/[\\/]|\.exe$/.test(command),
    });
    let output = '';
    const keep = (text: Buffer) => {
      output += text.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => reject(new RunFailed(what, 1, error.message)));
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new RunFailed(what, code ?? 1, output));
    });
  });
}

/** Some tools print whole files when they fail, so lines have an end here. */
function lastLines(text: string, count: number): string {
  const lines = text.trim().split('\n').slice(-count);
  return lines.map((line) => line.slice(0, 300)).join('\n');
}
