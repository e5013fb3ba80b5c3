/** What can be seen without the database and the network: settings and this machine. */
import { existsSync } from 'node:fs';
import { SETTINGS } from '../cli/settings.ts';
import type { Env } from '../env.ts';
import { broken, type Finding, fine, look } from './finding.ts';
import { examineBackups, examineFolder } from './folder.ts';

const NODE = [24, 4] as const;

/** What tells one machine from another; replaceable by tests. */
export interface Machine {
  node: string;
  isContainer: boolean;
  now: number;
}

export function thisMachine(variables: NodeJS.ProcessEnv): Machine {
  return {
    node: process.versions.node,
    isContainer:
      variables.KUBERNETES_SERVICE_HOST !== undefined ||
      ['/.dockerenv', '/run/.containerenv'].some((file) => existsSync(file)),
    now: Date.now(),
  };
}

/** @param variables as they were set, for those that nobody reads */
export async function examinePlace(
  env: Env,
  variables: NodeJS.ProcessEnv,
  machine: Machine,
): Promise<Finding[]> {
  return [
    settings(variables),
    nodeVersion(machine),
    address(env),
    ...listening(env, machine),
    metrics(env),
    ...(env.databaseUrl === null ? await examineFolder(env) : []),
    ...(await examineBackups(env, machine.now)),
  ];
}

/** Read by commands, by tests and by builds of the extension. */
const ELSEWHERE = /^TRUCE_(?:TOKEN|LONG|DAY|CHROMIUM|FIREFOX|(?:TEST|HOOK)_\w+)$/;

function settings(variables: NodeJS.ProcessEnv): Finding {
  const known = SETTINGS.flatMap(({ settings: some }) => some.map(({ name }) => name));
  const strange = Object.keys(variables).filter(
    (name) => name.startsWith('TRUCE_') && !ELSEWHERE.test(name) && !known.includes(name),
  );
  if (strange.length === 0) return fine('settings', 'All can be read.');
  return look(
    'settings',
    `Nobody reads ${strange.sort().join(', ')}: “npm run store -- help settings” lists what there is.`,
  );
}

function nodeVersion({ node }: Machine): Finding {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const isOld = major < NODE[0] || (major === NODE[0] && minor < NODE[1]);
  const says = `Node ${node}`;
  return isOld
    ? broken('Node', `${says} is too old; install ${NODE.join('.')} or newer.`)
    : fine('Node', `${says}.`);
}

function address({ publicUrl, host }: Env): Finding {
  const what = 'address';
  if (publicUrl === null) {
    return look(
      what,
      'TRUCE_URL is not set, so invitations and webhook addresses name what the request came by; set it to https://….',
    );
  }
  const { hostname, protocol } = new URL(publicUrl);
  if (protocol === 'https:' || isHere(hostname)) {
    return fine(what, `${publicUrl}; listening on ${host}.`);
  }
  return broken(
    what,
    'TRUCE_URL is not https: tokens and leads would travel in the open, and browsers refuse it. Put a proxy with a certificate before it (docs/deploy.md).',
  );
}

function listening({ host }: Env, { isContainer }: Machine): Finding[] {
  if (!isContainer || !isHere(host)) return [];
  return [
    look(
      'listening',
      `This is a container, and the store listens on ${host}, which nobody outside of it reaches: set HOST to 0.0.0.0.`,
    ),
  ];
}

function isHere(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '::1' || hostname.startsWith('127.');
}

function metrics({ metricsToken }: Env): Finding {
  return fine(
    'metrics',
    metricsToken === null
      ? 'GET /metrics answers this machine only; TRUCE_METRICS_TOKEN would let others read it.'
      : 'GET /metrics asks for TRUCE_METRICS_TOKEN.',
  );
}
