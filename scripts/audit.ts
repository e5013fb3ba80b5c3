/** `npm run audit`: known holes in what goes out with Truce. High and critical ones fail it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod/mini';

const severities = z.object({
  low: z.int(),
  moderate: z.int(),
  high: z.int(),
  critical: z.int(),
});
const report = z.object({
  metadata: z.object({ vulnerabilities: severities }),
  vulnerabilities: z.record(
    z.string(),
    z.object({ severity: z.string(), range: z.string(), fixAvailable: z.unknown() }),
  ),
});

/**
 * @param printed what `npm audit --json` printed
 * @returns what to say, and whether it is bad
 */
export function verdictOn(printed: string): { lines: string[]; bad: boolean } {
  const parsed = report.safeParse(jsonIn(printed));
  if (!parsed.success) {
    const lines = ['The registry did not say what holes are known, so nothing was checked.'];
    return { lines: [...lines, 'Try again where it can be reached.'], bad: false };
  }
  const { metadata, vulnerabilities } = parsed.data;
  const { low, moderate, high, critical } = metadata.vulnerabilities;
  const found = Object.entries(vulnerabilities).map(
    ([name, { severity, range }]) => `${severity}: ${name} ${range}`,
  );
  const sum = `Known holes in what ships: ${critical} critical, ${high} high, ${moderate} moderate, ${low} low.`;
  return { lines: [...found, sum], bad: high + critical > 0 };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

if (import.meta.main) {
  const { stdout } = spawnSync('npm', ['audit', '--omit', 'dev', '--json'], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const { lines, bad } = verdictOn(stdout ?? '');
  for (const line of lines) console.log(line);
  process.exitCode = bad ? 1 : 0;
}
