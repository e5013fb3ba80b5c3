/** What Mozilla's linter says of a package (`web-ext lint` is this very linter), less what was looked at and accepted. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ROOT } from './packages.ts';

const said = z.object({
  code: z.string(),
  message: z.string(),
  file: z.optional(z.nullable(z.string())),
});
const report = z.object({
  errors: z.array(said),
  warnings: z.array(said),
  notices: z.array(said),
});

/**
 * React can put markup into a page, for whoever asks it to; nobody here does (tests/e2e/bundles.test.ts), and the policy of our
 * pages forbids it (Trusted Types). So its two lines are known, and a third would not be.
 */
const ACCEPTED = { code: 'UNSAFE_VAR_ASSIGNMENT', file: /^chunks\/[\w-]+\.js$/, most: 2 };

/**
 * @param path a package, or the folder of an unpacked extension
 * @returns everything that is to be mended, errors first, and what is accepted. Nothing is asked of the network.
 */
export function lintFirefox(path: string): { warnings: string[]; accepted: string[] } {
  const linter = join(ROOT, 'node_modules/addons-linter/bin/addons-linter');
  const { stdout, stderr } = spawnSync(process.execPath, [linter, '--output', 'json', path], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  const parsed = report.safeParse(jsonIn(stdout));
  if (!parsed.success) throw new Error(`The linter said nothing that can be read: ${stderr}`);
  const { errors, warnings, notices } = parsed.data;
  const all = [...errors, ...warnings, ...notices];
  const known = all
    .filter(({ code, file }) => code === ACCEPTED.code && ACCEPTED.file.test(file ?? ''))
    .slice(0, ACCEPTED.most);
  const inWords = ({ code, message, file }: z.infer<typeof said>) =>
    `${file ?? 'package'}: ${message} (${code})`;
  return {
    warnings: all.filter((one) => !known.includes(one)).map(inWords),
    accepted: known.map(inWords),
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
